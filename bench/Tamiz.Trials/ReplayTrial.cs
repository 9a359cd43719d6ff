using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;

namespace Tamiz.Trials;

/// <summary>Replays every decision of a month, and says how fast.</summary>
public sealed class ReplayTrial : Trial
{
    private const int Days = 31;

    /// <inheritdoc/>
    public override string Name => "replay";

    /// <inheritdoc/>
    public override string Purpose => "replays the decisions of a month of SIZE declarations: the same bytes, and decisions a second";

    /// <inheritdoc/>
    public override long FullSize => 100_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var folder = Directory.CreateDirectory(temporary.Next()).FullName;
        var line = new HomeLine(folder, "month", 1);
        line.Found();
        var (file, mapping) = (Path.Combine(folder, "month.csv"), Path.Combine(folder, "mapping.yaml"));
        new TrialDeclarations().WriteLive(file, Days, (int)(size / Days));
        TrialDeclarations.WriteMapping(mapping);
        var imported = Tool.Within("import", file, "--live", "--mapping", mapping, "--home", line.Home, "--json");
        say($"imported in {imported.Took.TotalSeconds:F1} s");
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Replay of a month\n\nCommand: `./tamiz trial {Name} {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}. Live declarations of {Days} days");
        report.Append(CultureInfo.InvariantCulture, $" at five offices, imported with desk and archive in {imported.Took.TotalSeconds:F1} s.\n\n| replay | threads | decisions | differing | s | decisions a second | CPU s |\n|---|---|---|---|---|---|---|\n");
        Hash? digest = null;
        foreach (var (deep, threads) in new[] { (false, 1), (false, Environment.ProcessorCount), (true, 1), (true, Environment.ProcessorCount) })
        {
            var (row, made) = Measure(line.Home, deep, threads);
            report.Append(row);
            say(row.TrimEnd());
            digest = (digest ?? made) == made ? made : throw new InvalidOperationException($"{made} where the first replay gave {digest}");
        }

        report.Append(CultureInfo.InvariantCulture, $"\nAll four give the digest of what is stored, {digest}.\n");
        return report.ToString();
    }

    private static (string Row, Hash Digest) Measure(string folder, bool deep, int threads)
    {
        using var home = LiveHome.Open(folder, TimeProvider.System, []);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var outcome = new HomeReplay(home, deep, threads).Run(null);
        var seconds = watch.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        if (outcome.Differing > 0 || outcome.Decisions == 0)
        {
            throw new InvalidOperationException($"{outcome.Differing} of {outcome.Decisions} decisions differ: {(outcome.Differences is [var first, ..] ? first : null)}");
        }

        return (string.Create(CultureInfo.InvariantCulture, $"| {(deep ? "deep" : "from stored facts")} | {threads} | {outcome.Decisions} | 0 | {seconds:F1} | {outcome.Decisions / seconds:F0} | {used:F1} |\n"), outcome.Digest);
    }
}
