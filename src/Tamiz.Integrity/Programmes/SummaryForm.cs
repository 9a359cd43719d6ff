using System.Globalization;
using System.Text;

namespace Tamiz.Integrity.Programmes;

/// <summary>The bytes of a summary: docs/reference/integrity-programme.md.</summary>
public static class SummaryForm
{
    /// <summary>What the first field says.</summary>
    public const string Format = "tamiz integrity summary 1";

    /// <summary>The largest file, in bytes, that is looked at.</summary>
    public const int LargestFile = 1 << 16;

    internal const string SignatureField = ",\"signature\":\"";
    internal const int TailSize = 14 + (2 * Tamiz.Ledger.PublicKey.SignatureSize) + 3;

    /// <summary>The bytes that are signed: the file up to its last field.</summary>
    /// <param name="summary">What it says; its texts must be such as <see cref="IsText"/> takes.</param>
    public static byte[] ToSigned(Summary summary)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"format\":\"{Format}\",\"ledger\":\"{summary.Ledger}\",\"key\":\"{summary.Key}\",");
        text.Append(CultureInfo.InvariantCulture, $"\"publicKey\":\"{Convert.ToHexStringLower(summary.PublicKey.Span)}\",");
        text.Append(CultureInfo.InvariantCulture, $"\"member\":{Text(summary.Member)},\"name\":{Text(summary.Name)},\"region\":{Text(summary.Region)},");
        text.Append(CultureInfo.InvariantCulture, $"\"round\":{Text(summary.Round)},\"date\":\"{summary.Date:yyyy-MM-dd}\",\"factors\":[");
        text.AppendJoin(',', summary.Factors.Select(Factor)).Append(']');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The bytes of the file.</summary>
    /// <param name="message">What <see cref="ToSigned"/> gave.</param>
    /// <param name="signature">The signature over it, 64 bytes.</param>
    public static byte[] ToFile(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        [.. message, .. Encoding.ASCII.GetBytes($"{SignatureField}{Convert.ToHexStringLower(signature)}\"}}\n")];

    /// <summary>Whether a text can stand in a summary: 1 to 200 characters of Unicode, none of them a control character.</summary>
    public static bool IsText(string text) =>
        text.Length is > 0 and <= 200 && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune)) && text == text.Trim();

    /// <summary>Whether a text can be a code, a region or a round: 1 to 40 letters of ASCII, digits and -.</summary>
    public static bool IsCode(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>A number with at most two decimals, half away from zero.</summary>
    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static string Text(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Factor(FactorFigures figures) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"factor\":\"{figures.Factor.Id}\",\"assessment\":{Level(figures.Assessment)},\"officials\":{Survey(figures.Officials)},\"privateSector\":{Survey(figures.PrivateSector)},")
        + $"\"withheld\":[{string.Join(',', figures.Withheld.Select(Text))}],\"actions\":{Actions(figures.Actions)},\"indicators\":{Indicators(figures.Indicators)}}}";

    private static string Level(AgreedLevel? level) => level is null ? "null"
        : string.Create(CultureInfo.InvariantCulture, $"{{\"level\":{Number(level.Level)},\"assessors\":{level.Assessors}}}");

    private static string Survey(SurveyIndex? index) => index is null ? "null"
        : string.Create(CultureInfo.InvariantCulture, $"{{\"index\":{Number(index.Index)},\"low\":{Number(index.Low)},\"high\":{Number(index.High)},\"persons\":{index.Persons}}}");

    private static string Actions(ActionCounts? counts) => counts is null ? "null" : string.Create(CultureInfo.InvariantCulture,
        $"{{\"planned\":{counts.Planned},\"underWay\":{counts.UnderWay},\"done\":{counts.Done},\"stopped\":{counts.Stopped},\"late\":{counts.Late}}}");

    private static string Indicators(IndicatorCounts? counts) => counts is null ? "null"
        : string.Create(CultureInfo.InvariantCulture, $"{{\"onTarget\":{counts.OnTarget},\"measured\":{counts.Measured},\"all\":{counts.All}}}");
}
