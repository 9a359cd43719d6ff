using System.Globalization;
using System.Text;

namespace Tamiz.Trials;

/// <summary>
/// A file of any length from a real one: its rows again and again, each time with new declaration numbers and with its dates moved on
/// by the span of the file. Uses the KCS files where TAMIZ_DATA holds them, else the samples.
/// </summary>
public static class RepeatedDeclarations
{
    private static readonly string[] KcsParts = ["train", "valid", "test"];

    /// <summary>Where the KCS files are; null where they are not.</summary>
    public static string? KcsFolder { get; } = FindKcs();

    /// <summary>The mapping of what is written.</summary>
    public static string Mapping => KcsFolder is null ? Path.Combine("samples", "demo", "mapping.yaml") : Path.Combine("samples", "mappings", "kcs.yaml");

    /// <summary>Writes a file of so many rows.</summary>
    public static void Write(string path, long rows)
    {
        var (heading, lines, number, date) = KcsFolder is { } folder
            ? Load([.. KcsParts.Select(part => Path.Combine(folder, $"df_syn_{part}_eng.csv"))], 0, 1)
            : Load([Path.Combine("samples", "demo", "history.csv")], 2, 4);
        var first = lines.Select(line => line[date]).Min(StringComparer.Ordinal)!;
        var last = lines.Select(line => line[date]).Max(StringComparer.Ordinal)!;
        var span = Day(last).DayNumber - Day(first).DayNumber + 1;
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        writer.Write(heading + "\n");
        long written = 0;
        for (var round = 0; written < rows; round++)
        {
            for (var i = 0; i < lines.Count && written < rows; i++)
            {
                Write(writer, lines[i], number, date, round, span);
                written++;
            }
        }
    }

    private static void Write(StreamWriter writer, string[] fields, int number, int date, int round, int span)
    {
        for (var f = 0; f < fields.Length; f++)
        {
            writer.Write(f == 0 ? "" : ",");
            writer.Write(f == number ? string.Create(CultureInfo.InvariantCulture, $"{round}-{fields[f]}")
                : f == date ? Day(fields[f]).AddDays(round * span).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : fields[f].Contains(',', StringComparison.Ordinal) ? $"\"{fields[f]}\"" : fields[f]);
        }

        writer.Write('\n');
    }

    private static (string Heading, List<string[]> Lines, int Number, int Date) Load(string[] files, int number, int date)
    {
        var lines = new List<string[]>();
        var heading = "";
        foreach (var file in files)
        {
            var all = File.ReadAllLines(file);
            heading = all[0].TrimStart('\uFEFF');
            lines.AddRange(all.Skip(1).Select(Split));
        }

        return (heading, lines, number, date);
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                fields.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return [.. fields];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? FindKcs()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("TAMIZ_DATA") ?? Path.Combine("..", "shared", "data"), "kcs");
        return Directory.Exists(folder) ? folder : null;
    }
}
