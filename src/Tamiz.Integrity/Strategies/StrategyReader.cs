using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>Reads integrity/strategy.yaml.</summary>
public static class StrategyReader
{
    /// <summary>Reads a strategy. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953, TZ2985 to TZ2995.</param>
    public static Strategy Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var (objectives, actions, indicators) = (new Ids(diagnostics), new Ids(diagnostics), new Ids(diagnostics));
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var strategy = new Strategy(
            top.Text("version", required: true) ?? "",
            LocalText.Read(top, "title", diagnostics, required: true),
            LocalText.Read(top, "vision", diagnostics, required: true),
            top.Date("from", required: true) ?? DateOnly.MinValue,
            top.Date("to", required: true) ?? DateOnly.MaxValue,
            top.Text("currency", required: true) ?? "",
            [.. top.Sections("objectives", required: true).Select(section => ReadObjective(section, objectives, diagnostics)).OfType<Objective>()],
            [.. top.Sections("actions", required: true).Select(section => ReadAction(section, actions, places, diagnostics))],
            [.. top.Sections("indicators").Select(section => ReadIndicator(section, indicators, diagnostics))]);
        top.RejectUnknownKeys();
        if (strategy.Currency.Length > 0 && (strategy.Currency.Length != 3 || !strategy.Currency.All(char.IsAsciiLetterUpper)))
        {
            diagnostics.Add(StrategyDiagnostics.NoCurrency.At(top.PlaceOf("currency"), strategy.Currency));
        }

        foreach (var (section, id) in Naming(top))
        {
            Ids.Demand(id, objectives.Taken, section.PlaceOf("objective"), diagnostics);
        }

        StrategyChecks.Check(strategy, key => places.TryGetValue(key, out var place) ? place : top.PlaceOf(key), diagnostics);
        return strategy;
    }

    private static IEnumerable<(YamlSection Section, string Id)> Naming(YamlSection top) =>
        top.Sections("actions").Concat(top.Sections("indicators")).Select(section => (section, section.Text("objective") ?? ""));

    private static Objective? ReadObjective(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var (id, title) = (ids.Read(section), LocalText.Read(section, "title", diagnostics, required: true));
        var factor = FactorReading.Find(section.Text("factor", required: true) ?? "", section.PlaceOf("factor"), diagnostics);
        section.RejectUnknownKeys();
        return factor is null ? null : new Objective(id, factor, title);
    }

    private static StrategyAction ReadAction(YamlSection section, Ids ids, Dictionary<string, Place> places, ICollection<Diagnostic> diagnostics)
    {
        const decimal Most = 1_000_000_000_000m;
        var action = new StrategyAction(
            ids.Read(section),
            section.Text("objective", required: true) ?? "",
            LocalText.Read(section, "title", diagnostics, required: true),
            LocalText.Read(section, "owner", diagnostics),
            section.Date("begin", required: true) ?? DateOnly.MinValue,
            section.Date("due", required: true) ?? DateOnly.MaxValue,
            section.Number("budget", 0, 0, Most),
            section.Texts("after"));
        foreach (var key in new[] { "begin", "due", "after", "owner" })
        {
            places.TryAdd($"{action.Id}.{key}", section.PlaceOf(key));
        }

        section.RejectUnknownKeys();
        return action;
    }

    private static StrategyIndicator ReadIndicator(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var indicator = new StrategyIndicator(
            ids.Read(section),
            section.Text("objective", required: true) ?? "",
            LocalText.Read(section, "title", diagnostics, required: true),
            LocalText.Read(section, "unit", diagnostics),
            section.Choice("source", "manual", "platform", "survey", "manual"),
            section.Text("measure") ?? "",
            section.Choice("better", "up", "up", "down") == "up",
            ReadValue(section, "baseline"),
            ReadValue(section, "target"));
        StrategyChecks.Check(indicator, section, diagnostics);
        section.RejectUnknownKeys();
        return indicator;
    }

    private static DatedValue? ReadValue(YamlSection section, string key)
    {
        if (!section.Has(key))
        {
            return null;
        }

        var value = section.Section(key);
        _ = value.Text("value", required: section.IsSection(key));
        var read = new DatedValue(value.Number("value", 0), value.Date("date", required: section.IsSection(key)) ?? default);
        value.RejectUnknownKeys();
        return read;
    }
}
