using System.Globalization;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>Reads progress.yaml.</summary>
public static class ProgressReader
{
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Reads updates. Use them only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="strategy">The strategy whose actions they are about.</param>
    /// <param name="today">No update can be later.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950, TZ2953, TZ2960 to TZ2968, TZ3010 to TZ3013.</param>
    public static Progress Read(string yaml, string file, Strategy strategy, DateOnly today, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var known = strategy.Actions.Select(action => action.Id).ToList();
        var updates = new List<ProgressUpdate>();
        foreach (var section in top.Sections("updates", required: true))
        {
            var update = Read(section, today, diagnostics);
            Ids.Demand(update.Action, known, section.PlaceOf("action"), diagnostics);
            Check(update, updates, strategy, section, diagnostics);
            updates.Add(update);
        }

        top.RejectUnknownKeys();
        return new Progress(updates);
    }

    private static ProgressUpdate Read(YamlSection section, DateOnly today, ICollection<Diagnostic> diagnostics)
    {
        var date = section.Date("date", required: true) ?? default;
        _ = section.Text("status", required: true);
        var update = new ProgressUpdate(
            section.Text("action", required: true) ?? "", date, section.Choice("status", "planned", "planned", "under-way", "done", "stopped"), section.Number("spent", 0, 0, Most),
            LocalText.Read(section, "note", diagnostics), Evidence.ReadAll(section, date == default ? null : date, diagnostics));
        section.RejectUnknownKeys();
        if (date > today)
        {
            diagnostics.Add(ProgressDiagnostics.InFuture.At(section.PlaceOf("date"), date.ToString("O", CultureInfo.InvariantCulture), $"at the latest {today:O}"));
        }

        return update;
    }

    private static void Check(ProgressUpdate update, List<ProgressUpdate> earlier, Strategy strategy, YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        if (strategy.Find(update.Action) is { } action && update.Spent > action.Budget)
        {
            diagnostics.Add(ProgressDiagnostics.OverBudget.At(section.PlaceOf("spent"), update.Spent.ToString(CultureInfo.InvariantCulture), $"{action.Budget} at most"));
        }

        if (update is { Status: "done", Evidence.Count: 0 })
        {
            diagnostics.Add(ProgressDiagnostics.DoneWithoutEvidence.At(section.PlaceOf("status"), update.Action));
        }

        if (earlier.Where(one => one.Action == update.Action && one.Date <= update.Date).MaxBy(one => one.Date) is { Status: "done" } && update.Status != "done")
        {
            diagnostics.Add(ProgressDiagnostics.NoLongerDone.At(section.PlaceOf("status"), update.Status, "done, as before"));
        }
    }
}
