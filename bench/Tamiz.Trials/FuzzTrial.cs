using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Formats.Mappings;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>Damaged files: whatever stands in them, assess answers, counts every row, and leaves nothing half-written.</summary>
/// <param name="carrier">csv, json or parquet.</param>
public sealed class FuzzTrial(string carrier) : Trial
{
    private static readonly string MappingPath = Path.Combine("samples", "demo", "mapping.yaml");

    private static readonly byte[][] Insertions =
    [
        "\""u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(), ","u8.ToArray(), "\0"u8.ToArray(), [0xFF, 0xFE], [0xC3], "=1+1"u8.ToArray(), "31/02/2021"u8.ToArray(),
        "-99999999999999999999"u8.ToArray(), "1e400"u8.ToArray(), "\u202E"u8.ToArray(), "🙂"u8.ToArray(), new byte[40_000], "{"u8.ToArray(), "}"u8.ToArray(), "[["u8.ToArray(), "]"u8.ToArray(), "\\ud83d"u8.ToArray(), ":null"u8.ToArray(),
    ];

    /// <inheritdoc/>
    public override string Name => "fuzz-" + carrier;

    /// <inheritdoc/>
    public override string Purpose => $"SIZE damaged files ({carrier}) are assessed: none throws, and read = taken + known + refused";

    /// <inheritdoc/>
    public override long FullSize => 20_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var healthy = Healthy(temporary);
        var watch = Stopwatch.StartNew();
        var codes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var path = temporary.Next() + "." + carrier;
        for (long seed = 0; seed < size; seed++)
        {
            File.WriteAllBytes(path, Damage(healthy, (ulong)seed));
            var outcome = Assess(path);
            codes[outcome] = codes.GetValueOrDefault(outcome) + 1;
        }

        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Damaged files\n\nCommand: `./tamiz trial {Name} {size}`. {size} files in {watch.Elapsed.TotalSeconds:F0} s; none threw, each counted its rows.\n\n| outcome | files |\n|---|---|\n");
        foreach (var (outcome, count) in codes)
        {
            report.Append(CultureInfo.InvariantCulture, $"| {outcome} | {count} |\n");
        }

        say(report.ToString());
        return report.ToString();
    }

    private byte[] Healthy(TemporaryFiles temporary)
    {
        var (csv, carried) = (temporary.Next(), temporary.Next());
        File.WriteAllText(csv, string.Join('\n', File.ReadLines(Path.Combine("samples", "demo", "march.csv")).Take(30)) + "\n");
        var rows = new CarriedRows(csv, Mapping.Read(File.ReadAllText(MappingPath), MappingPath, []));
        switch (carrier)
        {
            case "json":
                rows.WriteJson(carried);
                return File.ReadAllBytes(carried);
            case "parquet":
                rows.WriteParquet(carried);
                return File.ReadAllBytes(carried);
            default:
                return File.ReadAllBytes(csv);
        }
    }

    private static string Assess(string path)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        var lanes = path + ".out.csv";
        var code = Cli.Program.Run(
            ["assess", path, "--mapping", MappingPath, "--home", Path.Combine("samples", "demo"), "--out", lanes, "--threads", "1", "--json"],
            output, errors, TimeProvider.System);
        if (code is not (0 or 1) || File.Exists(lanes + ".part"))
        {
            throw new InvalidOperationException($"exit {code}: {errors}");
        }

        if (output.ToString().Length == 0)
        {
            return "file refused";
        }

        var report = System.Text.Json.JsonDocument.Parse(output.ToString()).RootElement;
        long Count(string name) => report.GetProperty(name).GetInt64();
        return Count("read") == Count("taken") + Count("known") + Count("refused")
            ? Count("refused") > 0 ? "rows refused" : "all taken"
            : throw new InvalidOperationException($"rows do not add up: {output}");
    }

    private static byte[] Damage(byte[] healthy, ulong seed)
    {
        var state = (seed * 0x9E3779B9) + 0x7F4A7C15;
        int Next(int below)
        {
            unchecked
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
                return (int)((state >> 33) % (ulong)below);
            }
        }

        var bytes = healthy.ToList();
        for (var wounds = 1 + Next(4); wounds > 0 && bytes.Count > 0; wounds--)
        {
            var at = Next(bytes.Count);
            switch (Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(Next(50), bytes.Count - at));
                    break;
                case 1:
                    bytes[at] = (byte)Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, Insertions[Next(Insertions.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.Add((byte)'x');
                    break;
            }
        }

        return [.. bytes];
    }
}
