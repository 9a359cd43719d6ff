namespace Tamiz.Storage.Desk;

/// <summary>A file that was imported: read = taken + known + refused.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person.</param>
/// <param name="File">Its name.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
/// <param name="Mapping">SHA-256 of the mapping, in hexadecimal.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Taken">Rows taken.</param>
/// <param name="Known">Rows that were there already.</param>
/// <param name="Refused">Rows refused.</param>
public sealed record DeskImport(
    long Sequence, Instant At, string By, string File, string Digest, string Mapping, long Read, long Taken, long Known, long Refused);
