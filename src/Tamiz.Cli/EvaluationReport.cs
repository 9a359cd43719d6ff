using System.Globalization;
using System.Text;
using Tamiz.Evaluation;
using Tamiz.Facts;
using Tamiz.Models;

namespace Tamiz.Cli;

/// <summary>Prints an evaluation.</summary>
internal sealed class EvaluationReport(Terminal terminal, Session session, Phrasebook words)
{
    private const int Width = 16;

    public void Give(EvaluationOutcome outcome, bool unseen, IReadOnlyList<JudgedItem>? grouped)
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

        Begin(outcome);
        Table("evaluate.judged", whole);
        if (unseenMeasures is not null)
        {
            Table("evaluate.unseen", unseenMeasures);
        }

        if (groupedMeasures is not null)
        {
            Table("evaluate.grouped", groupedMeasures);
        }

        Calibration(items);
        Lanes(items, families);
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

    private void Begin(EvaluationOutcome outcome)
    {
        terminal.SayWrapped(AssessReport.Rows(outcome.Tally, words));
        Weights(terminal, session, outcome.Model, words);
        terminal.Say();
    }

    /// <summary>Says what weights were fitted on.</summary>
    public static void Weights(Terminal terminal, Session session, AdditiveModel model, Phrasebook words)
    {
        var area = session.Home.Register.Find(session.Area)?.Titles.GetValueOrDefault(words.Language.ToString().ToLowerInvariant()) ?? session.Area;
        terminal.SayWrapped(model.Training is { } training
            ? words.Say("evaluate.fitted", ("from", Day(training.From)), ("to", Day(training.To)), ("items", words.Number(training.Items)),
                ("hits", words.Number(training.Hits)), ("calibrated", Day(training.CalibratedFrom)))
            : words["explain.expert"]);
        terminal.SayWrapped(words.Say("evaluate.snapshot", ("snapshot", model.Hash[..12]), ("area", area)));
    }

    private static string Day(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private string Three(double value) => double.IsNaN(value) ? "–" : value.ToString("F3", words.Culture);

    private string Heads(params ReadOnlySpan<string> heads)
    {
        var line = new StringBuilder();
        foreach (var head in heads)
        {
            line.Append(words["evaluate." + head].PadLeft(Width));
        }

        return line.ToString();
    }

    private void Table(string title, Measures m)
    {
        terminal.SayWrapped(words[title]);
        terminal.SayWrapped(words.Say("evaluate.summary", ("n", words.Number(m.N)), ("base", double.IsNaN(m.Base) ? "–" : words.Percent(m.Base)), ("auc", Three(m.Auc)),
            ("low", Three(m.AucInterval.Low)), ("high", Three(m.AucInterval.High)), ("lookup", Three(m.LookupAuc))), "  ");
        terminal.Say(Heads("highest", "precision", "recall", "revenue"));
        foreach (var percent in m.Precision.Keys.Order())
        {
            terminal.Say($"{words.Say("evaluate.top", ("percent", words.Number(percent))),Width}{Three(m.Precision[percent]),Width}{Three(m.Recall[percent]),Width}{Three(m.Revenue[percent]),Width}");
        }

        terminal.Say();
    }

    private void Calibration(IReadOnlyList<JudgedItem> items)
    {
        terminal.Say(words["evaluate.calibration"]);
        terminal.Say(Heads("n", "predicted", "observed") + "    " + words["evaluate.interval"]);
        foreach (var bin in CalibrationBin.Of(items))
        {
            terminal.Say($"{words.Number(bin.N),Width}{Three(bin.Predicted),Width}{Three(bin.Observed),Width}    [{Three(bin.Low)}; {Three(bin.High)}]");
        }

        terminal.Say();
    }

    private void Lanes(IReadOnlyList<JudgedItem> items, FamilyShares families)
    {
        terminal.Say(words["evaluate.lanes"]);
        terminal.Say(Heads("n", "irregular"));
        foreach (var (lane, n, hits, rate) in Lanes(items))
        {
            terminal.Say($"{words.Number(n),Width}{words.Number(hits),Width}{words.Percent(rate),Width}  {lane}");
        }

        terminal.Say();
        terminal.Say(words["evaluate.families"]);
        foreach (var family in Enum.GetValues<EvidenceFamily>())
        {
            terminal.Say($"{Three(families.Mean(family)),Width}  {words["family." + family]}");
        }
    }

    private static IEnumerable<(string Lane, int N, int Hits, double Rate)> Lanes(IReadOnlyList<JudgedItem> items) => items
        .GroupBy(item => item.Lane, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(), group.Count(item => item.NonCompliant), (double)group.Count(item => item.NonCompliant) / group.Count()));
}
