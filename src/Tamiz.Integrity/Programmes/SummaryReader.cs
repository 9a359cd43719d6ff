using System.Globalization;
using System.Text.Unicode;
using Tamiz.Integrity.Factors;
using Tamiz.Ledger;

namespace Tamiz.Integrity.Programmes;

/// <summary>What became of reading a file.</summary>
/// <param name="Summary">The summary; null where the file is not used.</param>
/// <param name="ClaimedMember">The member that it says it is of, whether that is true or not; empty where it could not be read.</param>
/// <param name="Problem">Why it is not used (TZ2935 to TZ2941, TZ2944); null where it is.</param>
public sealed record SummaryReading(Summary? Summary, string ClaimedMember, Diagnostic? Problem);

/// <summary>Reads summaries. Whatever the bytes are, nothing is thrown.</summary>
public static class SummaryReader
{
    private const int MostPersons = 10_000_000;
    private const int MostThings = 100_000;
    private static readonly string[] Withholdable = ["assessment", "officials", "private-sector"];

    /// <summary>Reads a file: its form, its signature by the key that it carries, its values. Whose key that is, the programme says.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its name for diagnostics.</param>
    public static SummaryReading Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length is 0 or > SummaryForm.LargestFile)
        {
            return Refuse((file.Length == 0 ? ProgrammeDiagnostics.NoFile : ProgrammeDiagnostics.TooLarge).At(new Place(name), $"{file.Length} bytes"));
        }

        if (!Utf8.IsValid(file) || file[0] != (byte)'{')
        {
            return Refuse(ProgrammeDiagnostics.NoSummary.At(new Place(name, 1, 1), Utf8.IsValid(file) ? "another beginning" : "bytes that are not UTF-8", "UTF-8 that begins with {"));
        }

        var cursor = new SummaryCursor(file, name);
        var head = ReadHead(ref cursor);
        if (cursor.Failure is null)
        {
            Verify(ref cursor, file, head);
        }

        var summary = cursor.Failure is null ? head with { Factors = ReadFactors(ref cursor) } : head;
        cursor.Text("signature", _ => true, "");
        cursor.End();
        cursor.EndFile();
        var problem = cursor.Failure ?? Difference(summary, file, name);
        return new SummaryReading(problem is null ? summary : null, head.Member, problem);
    }

    private static SummaryReading Refuse(Diagnostic problem) => new(null, "", problem);

    private static Summary ReadHead(ref SummaryCursor cursor)
    {
        cursor.Begin();
        cursor.Text("format", text => text == SummaryForm.Format, SummaryForm.Format);
        var ledger = cursor.Text("ledger", text => IsHex(text) && text.Length == 2 * LedgerId.Size, "32 hexadecimal digits");
        var key = cursor.Text("key", text => IsHex(text) && text.Length == 2 * Hash.Size, "64 hexadecimal digits");
        var info = cursor.Text("publicKey", text => IsHex(text) && text.Length is > 0 and <= 400 && text.Length % 2 == 0, "pairs of hexadecimal digits");
        var bytes = cursor.Failure is null ? Convert.FromHexString(info) : [];
        if (cursor.Failure is null && Hash.Of(bytes).ToString() != key)
        {
            cursor.Fail(ProgrammeDiagnostics.UnusableKey, key, Hash.Of(bytes).ToString());
        }

        const string Code = "1 to 40 letters a to z, digits and -";
        var member = cursor.Text("member", SummaryForm.IsCode, Code);
        var name = cursor.Text("name", SummaryForm.IsText, "1 to 200 characters, none of them a control character");
        var region = cursor.Text("region", SummaryForm.IsCode, Code);
        var round = cursor.Text("round", SummaryForm.IsCode, Code);
        DateOnly date = default;
        cursor.Text("date", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date), "a date as YYYY-MM-DD");
        return new Summary(cursor.Failure is null ? LedgerId.Of(Convert.FromHexString(ledger)) : default, bytes, member, name, region, round, date, []);
    }

    // Before anything else is believed.
    private static void Verify(ref SummaryCursor cursor, ReadOnlySpan<byte> file, Summary head)
    {
        var signed = file[..Math.Max(0, file.Length - SummaryForm.TailSize)];
        var tail = System.Text.Encoding.UTF8.GetString(file[signed.Length..]);
        var hex = tail.Length == SummaryForm.TailSize && tail.StartsWith(SummaryForm.SignatureField, StringComparison.Ordinal) && tail.EndsWith("\"}\n", StringComparison.Ordinal)
            ? tail[SummaryForm.SignatureField.Length..^3] : "";
        if (!IsHex(hex) || hex.Length == 0)
        {
            // Whole, but with other spaces: somebody saved it anew. Else the end is lost.
            cursor.Fail(file.TrimEnd(" \r\n\t"u8).EndsWith("}"u8) ? ProgrammeDiagnostics.NotCanonical : ProgrammeDiagnostics.NoSummary, "another end", "a signature of 128 hexadecimal digits as the last field, and a line feed");
            return;
        }

        try
        {
            using var key = PublicKey.Read(head.PublicKey.Span);
            if (!key.HasSigned(signed, Convert.FromHexString(hex)))
            {
                cursor.Fail(ProgrammeDiagnostics.WrongSignature, hex[..16] + "…");
            }
        }
        catch (LedgerFormatException problem)
        {
            cursor.Fail(ProgrammeDiagnostics.UnusableKey, problem.Message);
        }
    }

    private static List<FactorFigures> ReadFactors(ref SummaryCursor cursor)
    {
        var factors = new List<FactorFigures>();
        cursor.BeginList("factors");
        foreach (var factor in Factor.All)
        {
            cursor.BeginEntry("factors", factors.Count);
            cursor.Text("factor", text => text == factor.Id, factor.Id);
            factors.Add(ReadFactor(ref cursor, factor));
            cursor.End();
        }

        cursor.EndList();
        return factors;
    }

    private static FactorFigures ReadFactor(ref SummaryCursor cursor, Factor factor)
    {
        AgreedLevel? level = null;
        if (cursor.BeginSection("assessment"))
        {
            level = new AgreedLevel(cursor.Number("level", 0, 4), Persons(ref cursor, "assessors"));
            cursor.End();
        }

        var officials = ReadSurvey(ref cursor, "officials");
        var privateSector = ReadSurvey(ref cursor, "privateSector");
        var withheld = cursor.Texts("withheld", Withholdable);
        bool[] there = [level is not null, officials is not null, privateSector is not null];
        if (withheld.Any(name => there[Array.IndexOf(Withholdable, name)]))
        {
            cursor.Fail(ProgrammeDiagnostics.OutOfRange, string.Join(", ", withheld), "only what is not there");
        }

        return new FactorFigures(factor, level, officials, privateSector, ReadActions(ref cursor), ReadIndicators(ref cursor)) { Withheld = withheld };
    }

    private static SurveyIndex? ReadSurvey(ref SummaryCursor cursor, string field)
    {
        if (!cursor.BeginSection(field))
        {
            return null;
        }

        var (index, low, high) = (cursor.Number("index", 0, 100), cursor.Number("low", 0, 100), cursor.Number("high", 0, 100));
        var survey = new SurveyIndex(index, low, high, Persons(ref cursor, "persons"));
        if (low > index || index > high)
        {
            cursor.Fail(ProgrammeDiagnostics.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{low} – {index} – {high}"), "low ≤ index ≤ high");
        }

        cursor.End();
        return survey;
    }

    private static ActionCounts? ReadActions(ref SummaryCursor cursor)
    {
        if (!cursor.BeginSection("actions"))
        {
            return null;
        }

        var counts = new ActionCounts(Things(ref cursor, "planned"), Things(ref cursor, "underWay"), Things(ref cursor, "done"), Things(ref cursor, "stopped"), Things(ref cursor, "late"));
        if (counts.Late > counts.Planned + counts.UnderWay)
        {
            cursor.Fail(ProgrammeDiagnostics.OutOfRange, counts.Late.ToString(CultureInfo.InvariantCulture), "late ≤ planned + underWay");
        }

        cursor.End();
        return counts;
    }

    private static IndicatorCounts? ReadIndicators(ref SummaryCursor cursor)
    {
        if (!cursor.BeginSection("indicators"))
        {
            return null;
        }

        var counts = new IndicatorCounts(Things(ref cursor, "onTarget"), Things(ref cursor, "measured"), Things(ref cursor, "all"));
        if (counts.OnTarget > counts.Measured || counts.Measured > counts.All)
        {
            cursor.Fail(ProgrammeDiagnostics.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{counts.OnTarget}, {counts.Measured}, {counts.All}"), "onTarget ≤ measured ≤ all");
        }

        cursor.End();
        return counts;
    }

    private static int Things(ref SummaryCursor cursor, string field) => cursor.Whole(field, 0, MostThings);

    private static int Persons(ref SummaryCursor cursor, string field)
    {
        var persons = cursor.Whole(field, 0, MostPersons);
        if (persons < FactorFigures.FewestPersons)
        {
            cursor.Fail(ProgrammeDiagnostics.TooFew, persons.ToString(CultureInfo.InvariantCulture));
        }

        return persons;
    }

    private static Diagnostic? Difference(Summary summary, ReadOnlySpan<byte> file, string name)
    {
        var same = file.CommonPrefixLength(SummaryForm.ToSigned(summary));
        return same == file.Length - SummaryForm.TailSize ? null
            : ProgrammeDiagnostics.NotCanonical.At(new Place(name, 1, same + 1), System.Text.Encoding.UTF8.GetString(file.Slice(same, Math.Min(20, file.Length - same))));
    }

    private static bool IsHex(string text) => text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
