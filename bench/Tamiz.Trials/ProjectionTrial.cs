using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Storage;
using Tamiz.Storage.Projections;

namespace Tamiz.Trials;

/// <summary>How long it takes to make the desk database and the archive from the ledger.</summary>
public sealed class ProjectionTrial : Trial
{
    /// <inheritdoc/>
    public override string Name => "projections";

    /// <inheritdoc/>
    public override string Purpose => "seconds to rebuild desk and archive from a ledger of SIZE decisions";

    /// <inheritdoc/>
    public override long FullSize => 1_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var home = Directory.CreateDirectory(temporary.Next()).FullName;
        string[] names = [.. Enumerable.Range(0, InventedDecisions.Facts).Select(fact => $"fact.{fact:D3}")];
        var watch = Stopwatch.StartNew();
        using var log = new InventedDecisions(size).Write(home);
        say($"{log.Records} records in {watch.Elapsed.TotalSeconds:F1} s");
        using var projections = new HomeProjections(home, _ => names) { Progress = records => Say(records, watch, say) };
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        watch.Restart();
        projections.Rebuild(log);
        var seconds = watch.Elapsed.TotalSeconds;
        var used = (process.TotalProcessorTime - cpu).TotalSeconds;
        process.Refresh();
        if (projections.Desk.Watermark != log.Records - 1 || projections.Archive.OpenMonths.Count != 1)
        {
            throw new InvalidOperationException($"record {projections.Desk.Watermark} of {log.Records}, {projections.Archive.OpenMonths.Count} open months");
        }

        watch.Restart();
        projections.CatchUp(log);
        var nothing = watch.Elapsed.TotalMilliseconds;
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Projections\n\nCommand: `./tamiz trial projections {size}`. Invented declarations of 2.5 items over a year, {InventedDecisions.Facts} stored facts an item. ");
        report.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n| what | |\n|---|---|\n");
        report.Append(CultureInfo.InvariantCulture, $"| decisions | {size} |\n| records | {log.Records} |\n| rebuild of both, s | {seconds:F1} |\n| CPU, s | {used:F1} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| for 1,000,000 decisions, s | {seconds * 1e6 / size:F0} |\n| nothing new, ms | {nothing:F1} |\n| peak working set, MiB | {process.PeakWorkingSet64 >> 20} |\n");
        foreach (var (what, path) in new[] { ("ledger", "ledger"), ("archive", "archive"), ("desk", "tamiz.db") })
        {
            report.Append(CultureInfo.InvariantCulture, $"| {what}, bytes a decision | {Bytes(Path.Combine(home, path)) / size} |\n");
        }

        say(report.ToString());
        return report.ToString();
    }

    private static long Bytes(string path) =>
        File.Exists(path) ? new FileInfo(path).Length : new DirectoryInfo(path).GetFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);

    private static void Say(long records, Stopwatch watch, Action<string> say)
    {
        if (records % 1_000_000 < 20_000)
        {
            say($"{records} records after {watch.Elapsed.TotalSeconds:F1} s");
        }
    }
}
