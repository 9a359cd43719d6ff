namespace Tamiz.Documents.Docx;

/// <summary>A sheet of paper in twentieths of a point, upright.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal sealed record Sheet(int Width, int Height)
{
    public const int Side = 1247;
    public const int Top = 1417;
    public const int Bottom = 1304;
    public const int Edge = 680;

    public static Sheet Of(bool isLetter) => isLetter ? new(12240, 15840) : new(11906, 16838);

    /// <summary>Width of the text.</summary>
    public int TextWidth => Width - (2 * Side);

    /// <summary>Height of the text.</summary>
    public int TextHeight => Height - Top - Bottom;

    /// <summary>The sheet on its side.</summary>
    public Sheet Turned => new(Height, Width);
}
