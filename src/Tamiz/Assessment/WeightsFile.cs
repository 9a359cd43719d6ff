using System.Globalization;
using System.Text;
using Tamiz.Formats;
using Tamiz.Models;

namespace Tamiz.Assessment;

/// <summary>
/// Weights as a file of the home: a text that officers can read and approve, from which the very same snapshot comes back, with the same hash.
/// </summary>
public static class WeightsFile
{
    /// <summary>Path of the file within a home.</summary>
    public const string Path = "models/weights.yaml";

    /// <summary>The text of weights.</summary>
    public static string Write(AdditiveModel model)
    {
        var text = new StringBuilder()
            .Append("# Weights of the risk assessment: log-odds for each unit of a signal.\n")
            .Append(CultureInfo.InvariantCulture, $"# Snapshot {model.Hash}\n")
            .Append(CultureInfo.InvariantCulture, $"area: {model.Area}\nbase: {model.Base:R}\n");
        if (model.Training is { } training)
        {
            text.Append(CultureInfo.InvariantCulture, $"training: {{items: {training.Items}, hits: {training.Hits}, from: {training.From:yyyy-MM-dd}, ")
                .Append(CultureInfo.InvariantCulture, $"to: {training.To:yyyy-MM-dd}, calibratedFrom: {training.CalibratedFrom:yyyy-MM-dd}}}\n");
        }

        text.Append("weights:\n");
        for (var i = 0; i < model.Signals.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {model.Signals[i]}: {model.Weights[i]:R}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads weights.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="indicators">The indicators that they must be of, each once, in any order.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ0521 and TZ0522.</param>
    /// <returns>Null where something is wrong.</returns>
    public static AdditiveModel? Read(string yaml, string file, IReadOnlyList<Indicator> indicators, ICollection<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>();
        var top = YamlSection.Parse(yaml, file, found);
        var area = top.Text("area", required: true) ?? "";
        var start = Number(top, "base", found);
        var training = top.Has("training") ? ReadTraining(top.Section("training")) : null;
        var section = top.Section("weights", required: true);
        string[] codes = [.. indicators.Select(indicator => indicator.Code)];
        foreach (var other in section.Keys.Where(key => !codes.Contains(key, StringComparer.Ordinal)))
        {
            found.Add(WeightsDiagnostics.OtherIndicator.At(section.PlaceOf(other), other));
        }

        double[] weights = [.. codes.Select(code => Number(section, code, found))];
        top.RejectUnknownKeys();
        found.ForEach(diagnostics.Add);
        return found.Count == 0 ? new AdditiveModel(area, codes, weights, start, Calibration.None, training) : null;
    }

    private static TrainingSummary ReadTraining(YamlSection section)
    {
        var summary = new TrainingSummary(
            section.Whole("items", 0, 0),
            section.Whole("hits", 0, 0),
            section.Date("from", required: true) ?? default,
            section.Date("to", required: true) ?? default,
            section.Date("calibratedFrom", required: true) ?? default);
        section.RejectUnknownKeys();
        return summary;
    }

    // A decimal does not hold every weight.
    private static double Number(YamlSection section, string key, List<Diagnostic> diagnostics)
    {
        if (!section.Has(key))
        {
            diagnostics.Add(WeightsDiagnostics.MissingIndicator.At(section.Place with { Field = key }, ""));
            return 0;
        }

        var text = section.Text(key) ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        section.Report(key, text, "a number");
        return 0;
    }
}
