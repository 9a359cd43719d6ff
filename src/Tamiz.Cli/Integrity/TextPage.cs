using Tamiz.Documents.Model;

namespace Tamiz.Cli.Integrity;

/// <summary>Prints a document, or some of its sections, on a terminal. Of a figure it says what the figure shows.</summary>
internal static class TextPage
{
    private const int Width = 80;

    /// <summary>Prints.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="document">The document.</param>
    /// <param name="sections">Headings of the sections that are printed; none for all.</param>
    public static void Say(Terminal terminal, Document document, params ReadOnlySpan<string> sections)
    {
        terminal.SayWrapped(document.Title);
        terminal.SayWrapped(document.Subtitle);
        if (document.Status.Length > 0)
        {
            terminal.SayWrapped(document.Status);
        }

        var shown = sections.IsEmpty;
        foreach (var block in document.Blocks)
        {
            shown = block is Heading { Level: 1 } heading && !sections.IsEmpty ? sections.Contains(heading.Text) : shown;
            foreach (var line in shown ? Lines(block) : [])
            {
                terminal.Say(line);
            }
        }
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading { Level: 1 } heading => ["", .. Wrapped(heading.Text.ToUpperInvariant())],
        Heading heading => ["", .. Wrapped(heading.Text)],
        Paragraph { Style: ParagraphStyle.Quotation } quotation => Wrapped(quotation.Text, "  «", "   ", "»"),
        Paragraph paragraph => Wrapped(paragraph.Text),
        PointList points => points.Points.SelectMany((point, index) => Wrapped(point, points.Numbered ? $"{index + 1,2}. " : "- ", points.Numbered ? "    " : "  ")),
        Table table => ["", .. TextTable.Lines(table, Width)],
        Figure figure => Wrapped($"[{figure.Caption}. {figure.Alternative}]"),
        _ => [],
    };

    private static IEnumerable<string> Wrapped(string text, string first = "", string others = "", string end = "") =>
        text.Split('\n').SelectMany(line => Terminal.Wrap(line + end, first, others, Width));
}
