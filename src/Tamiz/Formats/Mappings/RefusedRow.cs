namespace Tamiz.Formats.Mappings;

/// <summary>A row that could not be taken, as it stood.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Raw">Its bytes, without the line end.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(long Line, byte[] Raw, Diagnostic Reason);
