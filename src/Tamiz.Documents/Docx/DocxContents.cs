using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>A heading that the table of contents names.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Number">Like 2.1.</param>
/// <param name="Text">Its words.</param>
/// <param name="Bookmark">The bookmark on it.</param>
internal sealed record ContentsEntry(int Level, string Number, string Text, string Bookmark)
{
    /// <summary>The page that it is reckoned to stand on.</summary>
    public int Page { get; set; }
}

/// <summary>The table of contents: a field that is filled already, which a reader may renew.</summary>
internal static class DocxContents
{
    public const int Levels = 2;
    private const double Line = 14;

    public static W.SdtBlock Write(IReadOnlyList<ContentsEntry> entries, string title)
    {
        var content = new W.SdtContentBlock(DocxText.Paragraph("TOCHeading", DocxText.Run(title)));
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var paragraph = DocxText.Paragraph("TOC" + entry.Level.ToString(CultureInfo.InvariantCulture));
            if (i == 0)
            {
                paragraph.Append(DocxText.Mark(W.FieldCharValues.Begin), DocxText.Code($"TOC \\o \"1-{Levels}\" \\h \\z \\u"), DocxText.Mark(W.FieldCharValues.Separate));
            }

            var link = new W.Hyperlink { Anchor = entry.Bookmark, History = true };
            link.Append(DocxText.Run(entry.Number), DocxText.Tab(), DocxText.Run(entry.Text.Replace('\n', ' ')), DocxText.Tab());
            link.Append(DocxText.Field($"PAGEREF {entry.Bookmark} \\h", entry.Page.ToString(CultureInfo.InvariantCulture)));
            paragraph.Append(link);
            content.Append(paragraph);
        }

        content.LastChild!.Append(DocxText.Mark(W.FieldCharValues.End));
        return new W.SdtBlock(
            new W.SdtProperties(new W.SdtId { Val = 1 }, new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())), content);
    }

    /// <summary>How many pages it takes.</summary>
    public static int Pages(IReadOnlyList<ContentsEntry> entries, double pageHeight) =>
        (int)Math.Ceiling((32 + entries.Sum(entry => entry.Level == 1 ? Line + 5 : Line + 1)) / pageHeight);
}
