using System.Globalization;
using Tamiz.Evaluation;
using Tamiz.Facts;

namespace Tamiz.Cli;

/// <summary>Prints an evaluation.</summary>
internal static class EvaluationReport
{
    public static void Give(Terminal terminal, Session session, EvaluationOutcome outcome, bool unseen, IReadOnlyList<JudgedItem>? grouped)
    {
        var (model, items, families, tally) = outcome;
        var whole = Measures.Of(items);
        var unseenMeasures = unseen ? Measures.Of([.. items.Where(item => item.UnseenGoods)]) : null;
        var groupedMeasures = grouped is null ? null : Measures.Of(grouped);
        if (terminal.Json)
        {
            var report = AsObject(whole);
            report["model"] = new Dictionary<string, object?> { ["hash"] = model.Hash, ["fitted"] = model.Training is not null };
            report["calibration"] = CalibrationBin.Of(items).Select(bin => new { n = bin.N, predicted = bin.Predicted, observed = bin.Observed, low = bin.Low, high = bin.High });
            report["lanes"] = Lanes(items).ToDictionary(lane => lane.Lane, lane => new { n = lane.N, hits = lane.Hits, rate = lane.Rate });
            report["families"] = Enum.GetValues<EvidenceFamily>().ToDictionary(family => family.ToString(), families.Mean);
            report["rows"] = new { read = tally.Read, taken = tally.Taken, known = tally.Known, refused = tally.Refused };
            if (unseenMeasures is not null)
            {
                report["unseen"] = AsObject(unseenMeasures);
            }

            if (groupedMeasures is not null)
            {
                report["grouped"] = AsObject(groupedMeasures);
            }

            terminal.Give(report);
            return;
        }

        terminal.Say($"Rows: read {tally.Read} = taken {tally.Taken} + known {tally.Known} + refused {tally.Refused}");
        terminal.Say(model.Training is { } training
            ? $"Weights fitted on {training.Items} controlled items of {training.From:O} to {training.To:O}, {training.Hits} irregular; calibrated from {training.CalibratedFrom:O} on."
            : "No findings to learn from: expert weights alone.");
        terminal.Say($"Snapshot of weights {model.Hash[..12]}; risk area {session.Area}.");
        terminal.Say();
        Table(terminal, "Judged items", whole);
        if (unseenMeasures is not null)
        {
            Table(terminal, "Items whose goods occur in nothing learnt", unseenMeasures);
        }

        if (groupedMeasures is not null)
        {
            Table(terminal, "Goods set apart, history from the learn folds alone", groupedMeasures);
        }

        Tables(terminal, items, families);
    }

    private static Dictionary<string, object?> AsObject(Measures measures) => new()
    {
        ["n"] = measures.N,
        ["base"] = Number(measures.Base),
        ["auc"] = Number(measures.Auc),
        ["aucInterval"] = new[] { Number(measures.AucInterval.Low), Number(measures.AucInterval.High) },
        ["precision"] = Numbers(measures.Precision),
        ["recall"] = Numbers(measures.Recall),
        ["revenue"] = Numbers(measures.Revenue),
        ["lookupAuc"] = Number(measures.LookupAuc),
    };

    private static Dictionary<string, double?> Numbers(IReadOnlyDictionary<int, double> values) =>
        values.ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => Number(pair.Value));

    private static double? Number(double value) => double.IsNaN(value) ? null : value;

    private static void Table(Terminal terminal, string title, Measures m)
    {
        terminal.Say(title);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  n {m.N}   non-compliant {m.Base:P1}   AUC {m.Auc:F3} [{m.AucInterval.Low:F3}, {m.AucInterval.High:F3}]   exact-goods lookup {m.LookupAuc:F3}"));
        terminal.Say("  highest      precision    recall   revenue");
        foreach (var percent in m.Precision.Keys.Order())
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {percent,4} %    {m.Precision[percent],12:F3}{m.Recall[percent],10:F3}{m.Revenue[percent],10:F3}"));
        }

        terminal.Say();
    }

    private static void Tables(Terminal terminal, IReadOnlyList<JudgedItem> items, FamilyShares families)
    {
        terminal.Say("Calibration by tenth of risk");
        terminal.Say("       n   predicted    observed    95 % interval");
        foreach (var bin in CalibrationBin.Of(items))
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {bin.N,6}{bin.Predicted,12:F3}{bin.Observed,12:F3}    [{bin.Low:F3}, {bin.High:F3}]"));
        }

        terminal.Say();
        terminal.Say("By lane");
        foreach (var (lane, n, hits, rate) in Lanes(items))
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {lane,-8} n {n,7}   non-compliant {hits,6}   {rate:P1}"));
        }

        terminal.Say();
        terminal.Say("By family of evidence: mean log-odds moved");
        foreach (var family in Enum.GetValues<EvidenceFamily>())
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {family,-14}{families.Mean(family):F3}"));
        }
    }

    private static IEnumerable<(string Lane, int N, int Hits, double Rate)> Lanes(IReadOnlyList<JudgedItem> items) => items
        .GroupBy(item => item.Lane, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(), group.Count(item => item.NonCompliant), (double)group.Count(item => item.NonCompliant) / group.Count()));
}
