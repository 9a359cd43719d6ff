using System.Globalization;
using System.Text;
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
    public override string Purpose => "SIZE rows and a fifth of them are read from CSV, JSON lines and Parquet: items a second, memory";

    /// <inheritdoc/>
    public override long FullSize => 1_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Carriers\n\nCommand: `./tamiz trial carriers {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}; best of {Rounds} rounds, in turn.\n\n");
        report.Append("| rows | carrier | MB | µs an item, 1 thread | against CSV | items a second, all cores | against CSV | peak working set, MiB |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var rows in new[] { size / 5, size })
        {
            var paths = Write(temporary, rows);
            var measured = Measure(paths, rows);
            for (var i = 0; i < Carriers.Length; i++)
            {
                var (one, all) = measured[i];
                report.Append(CultureInfo.InvariantCulture,
                    $"| {rows} | {Carriers[i]} | {new FileInfo(paths[i]).Length / 1e6:F1} | {one:F2} | {one / measured[0].One:F2} | {1e6 / all:F0} | {all / measured[0].All:F2} | {CarrierReading.PeakMemory(paths[i], rows) / 1048576.0:F0} |\n");
            }
        }

        say(report.ToString());
        return report.ToString();
    }

    private static string[] Write(TemporaryFiles temporary, long rows)
    {
        string[] paths = [temporary.Next(), temporary.Next(), temporary.Next()];
        RepeatedDeclarations.Write(paths[0], rows);
        var carried = new CarriedRows(paths[0], CarrierReading.Mapping);
        carried.WriteJson(paths[1]);
        carried.WriteParquet(paths[2]);
        return paths;
    }

    private static (double One, double All)[] Measure(string[] paths, long rows)
    {
        var best = Enumerable.Repeat((One: double.MaxValue, All: double.MaxValue), paths.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < paths.Length; i++)
            {
                GC.Collect();
                best[i].One = Math.Min(best[i].One, CarrierReading.Run(paths[i], rows, 1));
                best[i].All = Math.Min(best[i].All, CarrierReading.Run(paths[i], rows, Environment.ProcessorCount));
            }
        }

        return best;
    }
}
