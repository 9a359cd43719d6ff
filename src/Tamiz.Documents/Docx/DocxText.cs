using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Paragraphs, runs and fields.</summary>
internal static class DocxText
{
    public static W.Paragraph Paragraph(string style, params ReadOnlySpan<OpenXmlElement> content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        foreach (var element in content)
        {
            paragraph.Append(element);
        }

        return paragraph;
    }

    /// <summary>A run of words; line feeds break lines.</summary>
    public static W.Run Run(string text, bool isBold = false)
    {
        var run = new W.Run();
        if (isBold)
        {
            run.Append(new W.RunProperties(new W.Bold(), new W.BoldComplexScript()));
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new W.Break());
            }

            run.Append(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static W.Run Tab() => new(new W.TabChar());

    /// <summary>A field with what it shows until somebody renews it.</summary>
    public static IEnumerable<W.Run> Field(string code, string shown) =>
        [Mark(W.FieldCharValues.Begin), Code(code), Mark(W.FieldCharValues.Separate), Run(shown), Mark(W.FieldCharValues.End)];

    public static W.Run Mark(W.FieldCharValues kind) => new(new W.FieldChar { FieldCharType = kind });

    public static W.Run Code(string code) => new(new W.FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve });
}
