namespace Tamiz.Formats.Rows;

/// <summary>A place of a text before which something of the file was left out.</summary>
/// <param name="At">Offset in the text.</param>
/// <param name="Line">Line of the file on which the text goes on.</param>
/// <param name="Column">Byte of that line, from 1.</param>
public readonly record struct Seam(int At, long Line, int Column);
