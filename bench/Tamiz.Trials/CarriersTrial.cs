using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Formats.Mappings;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>The same declarations read from CSV, JSON and Parquet: time an item and memory.</summary>
public sealed class CarriersTrial : Trial
{
    private const int Rounds = 5;
    private static readonly string[] Carriers = ["csv", "json", "parquet"];

    /// <inheritdoc/>
    public override string Name => "carriers";

    /// <inheritdoc/>
    public override string Purpose => "SIZE rows and a fifth of them are read from CSV, JSON lines and Parquet: microseconds an item, memory";

    /// <inheritdoc/>
    public override long FullSize => 1_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(RepeatedDeclarations.Mapping), RepeatedDeclarations.Mapping, diagnostics) with { RowIsItem = true };
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Carriers\n\nCommand: `./tamiz trial carriers {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}; best of {Rounds} rounds, in turn.\n\n");
        report.Append("| rows | carrier | MB | µs an item, 1 thread | against CSV | µs an item, all cores | against CSV | managed memory while reading, MiB |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var rows in new[] { size / 5, size })
        {
            var paths = Write(temporary, mapping, rows);
            var measured = Measure(paths, mapping, rows);
            for (var i = 0; i < Carriers.Length; i++)
            {
                var (one, all, memory) = measured[i];
                report.Append(CultureInfo.InvariantCulture,
                    $"| {rows} | {Carriers[i]} | {new FileInfo(paths[i]).Length / 1e6:F1} | {one:F2} | {one / measured[0].One:F2} | {all:F2} | {all / measured[0].All:F2} | {memory / 1048576.0:F0} |\n");
            }
        }

        say(report.ToString());
        return report.ToString();
    }

    private static string[] Write(TemporaryFiles temporary, Mapping mapping, long rows)
    {
        string[] paths = [temporary.Next(), temporary.Next(), temporary.Next()];
        RepeatedDeclarations.Write(paths[0], rows);
        var carried = new CarriedRows(paths[0], mapping);
        carried.WriteJson(paths[1]);
        carried.WriteParquet(paths[2]);
        return paths;
    }

    private static (double One, double All, long Memory)[] Measure(string[] paths, Mapping mapping, long rows)
    {
        var best = Enumerable.Repeat((One: double.MaxValue, All: double.MaxValue, Memory: 0L), paths.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < paths.Length; i++)
            {
                var (one, memory) = Read(paths[i], mapping, rows, 1);
                var (all, _) = Read(paths[i], mapping, rows, Environment.ProcessorCount);
                best[i] = (Math.Min(best[i].One, one), Math.Min(best[i].All, all), Math.Max(best[i].Memory, memory));
            }
        }

        return best;
    }

    private static (double Microseconds, long Memory) Read(string path, Mapping mapping, long rows, int threads)
    {
        GC.Collect();
        var diagnostics = new List<Diagnostic>();
        var memory = 0L;
        using var input = InputSet.Open([path], mapping, TimeZoneInfo.Utc, withGoods: false, threads, diagnostics);
        var watch = Stopwatch.StartNew();
        var tally = input.Run(
            (declarations, counted, _) =>
            {
                foreach (var lodged in declarations)
                {
                    memory = counted.Taken % 20_000 == 0 ? Math.Max(memory, GC.GetTotalMemory(false)) : memory;
                }

                return counted;
            },
            null,
            static _ => { });
        return tally.Taken == rows ? (watch.Elapsed.TotalMicroseconds / rows, memory)
            : throw new InvalidOperationException($"{path}: taken {tally.Taken}, known {tally.Known}, refused {tally.Refused} of {rows} rows; {string.Join(' ', diagnostics)}");
    }
}
