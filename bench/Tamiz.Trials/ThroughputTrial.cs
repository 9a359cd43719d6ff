using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>The whole way of many declarations: items a second, memory, and what each stage takes.</summary>
public sealed class ThroughputTrial : Trial
{
    /// <inheritdoc/>
    public override string Name => "throughput";

    /// <inheritdoc/>
    public override string Purpose => "items a second and memory over a file of SIZE rows and a fifth of it, reasons and output written";

    /// <inheritdoc/>
    public override long FullSize => 5_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var path = temporary.Next();
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Throughput\n\nCommand: `./tamiz trial throughput {size}`. Data: {(RepeatedDeclarations.KcsFolder is null ? "samples" : "KCS, repeated")}. ");
        report.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n");
        report.Append("| rows | s | items a second | CPU s | peak working set, MiB | managed after, MiB | collections, gen 0/1/2 |\n|---|---|---|---|---|---|---|\n");
        foreach (var rows in new[] { size / 5, size })
        {
            RepeatedDeclarations.Write(path, rows);
            report.Append(Measure(path, rows, temporary.Next() + ".csv", say));
        }

        report.Append("\nOne thread, one stage more on each line, over a fifth of a fifth of the rows:\n\n| up to | µs an item |\n|---|---|\n");
        RepeatedDeclarations.Write(path, Math.Max(1000, size / 25));
        foreach (var stage in new[] { "read", "gather", "assess", "select", "write" })
        {
            report.Append(CultureInfo.InvariantCulture, $"| {stage} | {Stage(path, stage, temporary.Next() + ".csv"):F2} |\n");
        }

        say(report.ToString());
        return report.ToString();
    }

    private static (InputSet Input, AssessmentRun Run) Open(string path, int threads)
    {
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(RepeatedDeclarations.Mapping), RepeatedDeclarations.Mapping, diagnostics);
        var received = Instant.FromDate(new DateOnly(9000, 1, 1));
        var home = RepeatedDeclarations.KcsFolder is null ? HomeFolder.Read(Path.Combine("samples", "demo"), received, diagnostics) : HomeFolder.Read(null, received, diagnostics);
        home = mapping.Currency is null ? home : home with { Currency = mapping.Currency, Knowledge = home.Knowledge with { Rates = new(mapping.Currency, null) } };
        var keys = KeySet.Create(mapping.Keys, "", diagnostics);
        var input = InputSet.Open([path], mapping, home.TimeZone, withGoods: false, threads, diagnostics);
        return diagnostics.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error)
            ? throw new InvalidOperationException(diagnostics[0].ToString())
            : (input, new AssessmentRun(home, keys, [1], threads));
    }

    private static string Measure(string path, long rows, string output, Action<string> say)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var before = (Zero: GC.CollectionCount(0), One: GC.CollectionCount(1), Two: GC.CollectionCount(2));
        var watch = Stopwatch.StartNew();
        long peak = 0;
        var (input, run) = Open(path, Environment.ProcessorCount);
        using (input)
        {
            var summary = new AssessmentSummary();
            run = run with
            {
                Progress = count =>
                {
                    if (count % 51_200 == 0)
                    {
                        process.Refresh();
                        peak = Math.Max(peak, process.WorkingSet64);
                    }
                },
            };
            var tally = input.Run(
                (declarations, counted, _) =>
                {
                    run.Write(declarations, output, Phrasebook.Of(Language.Es), summary);
                    return counted;
                },
                null,
                static _ => { });
            if (tally.Read != rows || tally.Taken != rows)
            {
                throw new InvalidOperationException($"read {tally.Read}, taken {tally.Taken} of {rows} rows");
            }
        }

        watch.Stop();
        process.Refresh();
        var line = string.Create(CultureInfo.InvariantCulture,
            $"| {rows} | {watch.Elapsed.TotalSeconds:F1} | {rows / watch.Elapsed.TotalSeconds:F0} | {(process.TotalProcessorTime - cpu).TotalSeconds:F1} | {peak / 1048576.0:F0} | {GC.GetTotalMemory(false) / 1048576.0:F0} | {GC.CollectionCount(0) - before.Zero}/{GC.CollectionCount(1) - before.One}/{GC.CollectionCount(2) - before.Two} |\n");
        File.Delete(output);
        say(line);
        return line;
    }

    private static double Stage(string path, string stage, string output)
    {
        var (input, run) = Open(path, 1);
        using (input)
        {
            var watch = Stopwatch.StartNew();
            var items = input.Run((declarations, tally, _) => Drive(declarations, tally, run, stage, output), null, static _ => { });
            return watch.Elapsed.TotalMicroseconds / items;
        }
    }

    private static long Drive(IEnumerable<LodgedDeclaration> declarations, Tally tally, AssessmentRun run, string stage, string output)
    {
        if (stage == "write")
        {
            run.Write(declarations, output, Phrasebook.Of(Language.Es), new AssessmentSummary());
            return tally.Items;
        }

        var course = new Course(run.Home, run.Keys, null, run.Seed);
        foreach (var lodged in declarations)
        {
            if (stage == "read")
            {
                continue;
            }

            var gathered = course.Gather(lodged.Declaration, learn: true);
            if (stage == "gather")
            {
                continue;
            }

            var assessed = course.Assessor.Assess(gathered);
            _ = stage == "assess" ? null : course.Select(assessed, course.Draw(lodged.Declaration));
        }

        return tally.Items;
    }
}
