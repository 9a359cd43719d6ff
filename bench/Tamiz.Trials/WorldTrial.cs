using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tamiz.Trials;

/// <summary>The whole pipeline on a simulated world, by the commands that an officer gives: time, items a second, peak memory of each.</summary>
public sealed class WorldTrial : Trial
{
    private const double ItemsADeclaration = 2.5;
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public override string Name => "world";

    /// <inheritdoc/>
    public override string Purpose => "a world of SIZE declarations is made, checked, assessed, imported live, verified and replayed";

    /// <inheritdoc/>
    public override long FullSize => 1_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-world-");
        try
        {
            var (world, home) = (Path.Combine(folder.FullName, "world"), Path.Combine(folder.FullName, "home"));
            var report = new StringBuilder();
            report.Append(CultureInfo.InvariantCulture, $"# The whole pipeline on a simulated world\n\nCommand: `./tamiz trial world {size}`: the pack honduras, a year. {Environment.ProcessorCount} cores, .NET {Environment.Version}.\nEach line is a process of its own; the items are those of the files that it reads or writes.\n\n");
            report.Append("| command | s | items | items a second | peak working set, MiB |\n|---|---|---|---|---|\n");
            Dictionary<string, long> items = [];
            Step("simulate", "world", "--country", "honduras", "--seed", "1", "--months", "12", "--size", Text(size), "--out", world);
            string[] months = [.. Directory.GetFiles(Path.Combine(world, "declarations"), "*.csv").Order(StringComparer.Ordinal)];
            items = months.Select(month => (month, Count: File.ReadLines(month).LongCount() - 1)).ToDictionary(pair => pair.month, pair => pair.Count);
            Step("simulate", "check", world);
            Step(["simulate", "report", world]);
            Step(["assess", .. months, "--home", Path.Combine(world, "home"), "--out", Path.Combine(folder.FullName, "lanes.csv")]);
            Step(["assess", .. months.Select(Parquet), "--home", Path.Combine(world, "home"), "--out", Path.Combine(folder.FullName, "lanes.parquet")]);
            Step("init", home, "--from", Path.Combine(world, "home"), "--simulated", "2025-01-01");
            Step(["import", .. months[..6], "--home", home]);
            Step(["import", .. months[6..], "--live", "--home", home]);
            Step("verify", "--home", home);
            Step("replay", "--home", home);
            Step("replay", "--deep", "--home", home);
            say(report.ToString());
            return report.ToString();

            void Step(params string[] arguments)
            {
                long peak = 0;
                using var process = Tool.Start([], [.. arguments, "--json"]);
                var result = Tool.Finish(process, running => peak = Watch(running));
                // A check tells by its code that a target is missed; that is not this trial's matter.
                if (result.Code != 0 && arguments is not ["simulate", "check", ..])
                {
                    throw new InvalidOperationException($"{string.Join(' ', arguments)}: {result.Errors}");
                }

                var read = Items(arguments, items, size);
                var line = string.Create(CultureInfo.InvariantCulture,
                    $"| {Shown(arguments, folder.FullName)} | {result.Took.TotalSeconds:F1} | {(read == 0 ? "–" : Text(read))} | {(read == 0 ? "–" : Text((long)(read / result.Took.TotalSeconds)))} | {peak / 1048576} |\n");
                report.Append(line);
                say(line);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Watch(Process process)
    {
        long peak = 0;
        while (!process.WaitForExit(Often))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
        }

        return peak;
    }

    private static long Items(string[] arguments, Dictionary<string, long> items, long size) => arguments[0] switch
    {
        "assess" or "import" => arguments.Sum(argument => items.GetValueOrDefault(Path.ChangeExtension(argument, ".csv"))),
        "simulate" => items.Count == 0 ? (long)(size * ItemsADeclaration) : items.Values.Sum(),
        _ => 0,
    };

    private static string Shown(string[] arguments, string folder)
    {
        var files = arguments.Count(argument => argument.Contains("/declarations/", StringComparison.Ordinal));
        var shown = arguments.Where(argument => !argument.Contains("/declarations/", StringComparison.Ordinal)).Select(argument => argument.Replace(folder + "/", "", StringComparison.Ordinal));
        var kind = arguments.Any(argument => argument.EndsWith(".parquet", StringComparison.Ordinal) && argument.Contains("/declarations/", StringComparison.Ordinal)) ? "Parquet" : "CSV";
        return $"`{string.Join(' ', shown)}`" + (files == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {files} months of {kind}"));
    }

    private static string Parquet(string csv) => Path.ChangeExtension(csv, ".parquet");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
