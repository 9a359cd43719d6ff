using Tamiz.Assessment;
using Tamiz.Flow;

namespace Tamiz.Storage;

/// <summary>What an assessment writes about each declaration: one table, whatever the file's format.</summary>
public static class AssessmentColumns
{
    private const int ReasonsInWords = 3;

    // Evidence that moves the log-odds by less is written as one sum.
    private const double LeastWritten = 0.05;

    private static readonly AssessmentColumn[] Columns =
    [
        Text("declaration", static one => one.Assessed.Gathered.Declaration.Identity.Text),
        Text("office", static one => one.Assessed.Gathered.Declaration.Identity.Office),
        new("lodged_at", false, static (one, _, text) => Lodged(one.Assessed.Gathered.Declaration.LodgedAt, text)),
        new("items", true, static (one, _, text) => text.Append(one.Assessed.Gathered.Declaration.Items.Count)),
        Text("lane", static one => one.Decision.Lane),
        Text("basis", static one => Enum.GetName(one.Decision.Basis)),
        new("referral", true, static (one, _, text) => text.Append(one.Decision.Referral ? "1"u8 : "0"u8)),
        Text("mandatory", static one => one.Decision.Mandatory),
        Text("area", static one => one.Assessed.Main.Area),
        Number("risk", static one => one.Assessed.Main.Risk),
        Amount("at_stake", static one => one.Assessed.Main.AtStake),
        Amount("expected", static one => one.Assessed.Main.Expected),
        Amount("bid_price", static one => one.Decision.BidPrice),
        Number("draw", static one => one.Decision.Draw),
        Number("random_probability", static one => one.Decision.RandomProbability),
        Number("inclusion_probability", static one => one.Decision.InclusionProbability),
        Number("base", static one => one.Assessed.Main.Base),
        new("reasons", false, static (one, words, text) => Reasons(one.Assessed.Main, words, text)),
        new("evidence", false, static (one, _, text) => Evidence(one.Assessed.Areas, text)),
        new("gaps", false, static (one, _, text) => Gaps(one.Assessed.Gathered.Gaps, text)),
        new("diagnostics", false, static (one, _, text) => Diagnostics(one.Assessed.Gathered.Diagnostics, text)),
    ];

    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<AssessmentColumn> All => Columns;

    /// <summary>Writes a declaration as a line of a CSV file.</summary>
    public static void WriteLine(DecidedDeclaration decided, Phrasebook words, Utf8Text into)
    {
        foreach (var column in Columns)
        {
            into.Append(ReferenceEquals(column, Columns[0]) ? ""u8 : ","u8);
            var start = into.Length;
            column.Write(decided, words, into);
            if (!column.IsNumber)
            {
                CsvText.Quote(into, start);
            }
        }

        into.Append("\n"u8);
    }

    private static AssessmentColumn Text(string name, Func<DecidedDeclaration, string?> read) => new(name, false, (one, _, text) => text.Append(read(one)));

    /// <summary>A number that reads back to the same bits; empty where it is not known.</summary>
    private static AssessmentColumn Number(string name, Func<DecidedDeclaration, double> read) => new(name, true, (one, _, text) =>
    {
        if (read(one) is var value && !double.IsNaN(value))
        {
            text.Append(value);
        }
    });

    private static AssessmentColumn Amount(string name, Func<DecidedDeclaration, double> read) => new(name, true, (one, _, text) =>
    {
        if (read(one) is var value && !double.IsNaN(value))
        {
            text.AppendFixed(value, 2);
        }
    });

    private static void Lodged(Instant at, Utf8Text text)
    {
        text.Append(at.ToUtc(), at.UnixMilliseconds % 1000 == 0 ? "s" : "yyyy-MM-ddTHH:mm:ss.fff");
        text.Append("Z"u8);
    }

    private static void Reasons(AreaRisk risk, Phrasebook words, Utf8Text text)
    {
        for (var i = 0; i < Math.Min(ReasonsInWords, risk.Evidence.Length); i++)
        {
            ref readonly var evidence = ref risk.Evidence.ItemRef(i);
            text.Append(i == 0 ? ""u8 : " | "u8);
            evidence.Say(words, text);
            text.Append(" ("u8);
            text.AppendFixed(evidence.Contribution, 2);
            text.Append(")"u8);
        }
    }

    private static void Evidence(IReadOnlyList<AreaRisk> areas, Utf8Text text)
    {
        double rest = 0;
        var start = text.Length;
        for (var i = 0; i < areas.Count; i++)
        {
            foreach (ref readonly var evidence in areas[i].Evidence.AsSpan())
            {
                if (Math.Abs(evidence.Contribution) < LeastWritten && evidence.Slot >= 0)
                {
                    rest += evidence.Contribution;
                    continue;
                }

                text.Append(text.Length == start ? ""u8 : " "u8);
                Contribution(evidence.Code, evidence.Contribution, text);
            }
        }

        if (rest != 0)
        {
            text.Append(" "u8);
            Contribution("rest", rest, text);
        }
    }

    private static void Contribution(string code, double contribution, Utf8Text text)
    {
        text.Append(code);
        text.Append(contribution < 0 ? ""u8 : "+"u8);
        text.AppendFixed(contribution, 3);
    }

    private static void Gaps(IReadOnlyList<Gap> gaps, Utf8Text text)
    {
        for (var i = 0; i < gaps.Count; i++)
        {
            text.Append(i == 0 ? ""u8 : " "u8);
            text.Append(gaps[i].Code);
            text.Append(":"u8);
            text.Append(gaps[i].Subject);
            text.Append(":"u8);
            text.Append(gaps[i].Cause);
        }
    }

    private static void Diagnostics(IReadOnlyList<Diagnostic> diagnostics, Utf8Text text)
    {
        for (var i = 0; i < diagnostics.Count; i++)
        {
            if (!StandsBefore(diagnostics, i))
            {
                text.Append(i == 0 ? ""u8 : " "u8);
                text.Append(diagnostics[i].Code);
            }
        }
    }

    private static bool StandsBefore(IReadOnlyList<Diagnostic> diagnostics, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (diagnostics[i].Code == diagnostics[index].Code)
            {
                return true;
            }
        }

        return false;
    }
}
