using System.Globalization;
using System.Text;
using Tamiz.Assessment;
using Tamiz.Flow;

namespace Tamiz.Storage;

/// <summary>What an assessment writes about each declaration: one table, whatever the file's format.</summary>
public static class AssessmentColumns
{
    private const int ReasonsInWords = 3;

    // Evidence that moves the log-odds by less is written as one sum.
    private const double LeastWritten = 0.05;

    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "declaration", "office", "lodged_at", "items", "lane", "basis", "referral", "mandatory", "area", "risk", "at_stake", "expected", "bid_price",
        "draw", "random_probability", "inclusion_probability", "base", "reasons", "evidence", "gaps", "diagnostics",
    ];

    /// <summary>The values of a declaration, in the order of <see cref="Names"/>.</summary>
    public static string[] Of(DecidedDeclaration decided, Phrasebook words)
    {
        var assessed = decided.Assessed;
        var declaration = assessed.Gathered.Declaration;
        var decision = decided.Decision;
        var main = assessed.Main;
        return
        [
            declaration.Identity.Text,
            declaration.Identity.Office,
            declaration.LodgedAt.ToString(),
            declaration.Items.Count.ToString(CultureInfo.InvariantCulture),
            decision.Lane,
            decision.Basis.ToString(),
            decision.Referral ? "1" : "0",
            decision.Mandatory ?? "",
            main.Area,
            Number(main.Risk),
            Amount(main.AtStake),
            Amount(main.Expected),
            Amount(decision.BidPrice),
            Number(decision.Draw),
            Number(decision.RandomProbability),
            Number(decision.InclusionProbability),
            Number(main.Base),
            Reasons(main, words),
            Evidence(assessed),
            Gaps(assessed.Gathered.Gaps),
            string.Join(' ', assessed.Gathered.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct(StringComparer.Ordinal)),
        ];
    }

    /// <summary>A number that reads back to the same bits; empty where it is not known.</summary>
    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Amount(double value) => double.IsNaN(value) ? "" : value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Reasons(AreaRisk risk, Phrasebook words)
    {
        var text = new StringBuilder(480);
        for (var i = 0; i < Math.Min(ReasonsInWords, risk.Evidence.Count); i++)
        {
            text.Append(i == 0 ? "" : " | ");
            risk.Evidence[i].Say(words, text);
            text.Append(CultureInfo.InvariantCulture, $" ({risk.Evidence[i].Contribution:F2})");
        }

        return text.ToString();
    }

    private static string Evidence(AssessedDeclaration assessed)
    {
        double rest = 0;
        var text = new StringBuilder(400);
        foreach (var area in assessed.Areas)
        {
            foreach (var evidence in area.Evidence)
            {
                if (Math.Abs(evidence.Contribution) < LeastWritten && evidence.Slot >= 0)
                {
                    rest += evidence.Contribution;
                    continue;
                }

                text.Append(text.Length == 0 ? "" : " ").Append(evidence.Code).Append(evidence.Contribution < 0 ? "" : "+");
                text.Append(CultureInfo.InvariantCulture, $"{evidence.Contribution:F3}");
            }
        }

        return rest == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" rest{(rest < 0 ? "" : "+")}{rest:F3}").ToString();
    }

    private static string Gaps(IReadOnlyList<Gap> gaps) => gaps.Count == 0 ? "" : string.Join(' ', gaps.Select(gap => $"{gap.Code}:{gap.Subject}:{gap.Cause}"));
}
