namespace Tamiz.Documents.Model;

/// <summary>A part of a document's content.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">Its words, without a number: writers number headings.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Style">How it is set.</param>
public sealed record Paragraph(string Text, ParagraphStyle Style = ParagraphStyle.Body) : Block;

/// <summary>How a paragraph is set.</summary>
public enum ParagraphStyle
{
    /// <summary>As running text.</summary>
    Body,

    /// <summary>Set off, to be seen first.</summary>
    Emphasis,

    /// <summary>Small: sources, methods, reservations.</summary>
    Note,

    /// <summary>Words of somebody else.</summary>
    Quotation,
}

/// <summary>Points under each other.</summary>
/// <param name="Points">Their words.</param>
/// <param name="Numbered">Whether they are numbered.</param>
public sealed record PointList(IReadOnlyList<string> Points, bool Numbered = false) : Block;

/// <summary>A table with a caption. Its heading row is repeated on each page.</summary>
/// <param name="Caption">What it shows, without a number: writers number tables.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">Its share of the page's width relative to the others, above 0.</param>
/// <param name="IsNumber">Whether its cells are set to the right.</param>
public sealed record Column(string Heading, double Width = 1, bool IsNumber = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its words; lines are separated by a line feed.</param>
/// <param name="Tone">What its background says; never the only bearer of a meaning.</param>
public sealed record Cell(string Text, Tone Tone = Tone.None);

/// <summary>What a colour says; a template gives the colours, readable in grey too.</summary>
public enum Tone
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Best of five.</summary>
    Good,

    /// <summary>Second of five.</summary>
    Fair,

    /// <summary>In the middle.</summary>
    Middling,

    /// <summary>Fourth of five.</summary>
    Poor,

    /// <summary>Worst of five.</summary>
    Bad,
}

/// <summary>A chart with a caption, written as a picture.</summary>
/// <param name="Caption">What it shows, without a number: writers number figures.</param>
/// <param name="Alternative">What somebody who does not see it reads instead: its message and its numbers.</param>
/// <param name="Chart">What is drawn.</param>
public sealed record Figure(string Caption, string Alternative, Chart Chart) : Block;

/// <summary>The next block begins on a new page.</summary>
public sealed record PageBreak : Block;
