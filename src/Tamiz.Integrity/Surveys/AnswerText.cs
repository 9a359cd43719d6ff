using System.Text;
using System.Text.Unicode;
using Tamiz.Formats.Rows;

namespace Tamiz.Integrity.Surveys;

/// <summary>A file of answers as bytes.</summary>
internal static class AnswerText
{
    private const int Beginning = 1 << 16;
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t'];

    /// <summary>Whether it begins as text in UTF-8 does: no UTF-16, no workbook.</summary>
    public static bool IsText(ReadOnlySpan<byte> content) => !content[..Math.Min(content.Length, Beginning)].Contains((byte)0) && !content.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The separator that the first line has most of; a comma where it has none.</summary>
    public static char DelimiterOf(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOfAny((byte)'\n', (byte)'\r');
        var first = end < 0 ? content : content[..end];
        var best = Delimiters[0];
        foreach (var delimiter in Delimiters)
        {
            best = first.Count(delimiter) > first.Count(best) ? delimiter : best;
        }

        return (char)best;
    }

    /// <summary>A field's text without the blanks around it; null where it is not UTF-8.</summary>
    public static string? Of(RawBatch batch, RawField field) =>
        !Utf8.IsValid(batch.Raw(field)) ? null
        : (field.Kind == RawKind.Escaped ? Encoding.UTF8.GetString(batch.Raw(field)).Replace("\"\"", "\"", StringComparison.Ordinal) : Encoding.UTF8.GetString(batch.Raw(field))).Trim();
}
