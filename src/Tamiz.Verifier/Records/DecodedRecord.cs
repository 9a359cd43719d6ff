namespace Tamiz.Verifier.Records;

/// <summary>A record of a payload, found canonical.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Start">Its first byte in the payload.</param>
/// <param name="End">The byte after its last.</param>
/// <param name="By">Where the person's id begins.</param>
/// <param name="Fields">Which of the batch's list of places is that of its first field.</param>
/// <param name="Instant">When it was made, in milliseconds since 1970.</param>
/// <param name="Identity">Hash of the identity that it is about (IdentityHash); 0 where it is about none.</param>
internal readonly record struct DecodedRecord(RecordType Type, int Start, int End, int By, int Fields, long Instant, UInt128 Identity = default);
