using System.Globalization;
using System.Text;

namespace Tamiz.Trials;

/// <summary>
/// Files of declarations for a home made of samples/demo: live ones day after day, each file going on where the last one ended, with
/// amendments of declarations of the file before and with rows that are refused; and pieces of the past year.
/// </summary>
public sealed class TrialDeclarations
{
    private const int Leading = 5; // office, year, number, line, date
    private const int Findings = 3;
    private readonly string _heading;
    private readonly List<List<string[]>> _declarations;
    private readonly Dictionary<(string Office, int Year), int> _numbers = [];
    private List<(string Office, int Year, int Number, List<string[]> Lines)> _before = [];
    private DateOnly _day = new(2026, 3, 1);
    private int _made;

    public TrialDeclarations()
    {
        var lines = File.ReadAllLines(Path.Combine("samples", "demo", "history.csv"));
        _heading = lines[0] + ",versión\n";
        _declarations = [.. lines.Skip(1).Select(Cut).GroupBy(line => (line[0], line[2])).Select(static group => group.ToList())];
    }

    /// <summary>Share of live declarations that amend an earlier one.</summary>
    public double Amending { get; init; } = 0.03;

    /// <summary>Writes the mapping of the files.</summary>
    public static void WriteMapping(string path) => File.WriteAllText(path, File.ReadAllText(Path.Combine("samples", "demo", "mapping.yaml"))
        .Replace("  declaration.regime:", "  declaration.version: versión\n  declaration.regime:", StringComparison.Ordinal));

    /// <summary>Writes the next days of live declarations.</summary>
    /// <param name="path">The file.</param>
    /// <param name="days">How many days.</param>
    /// <param name="perDay">Declarations of a day, over all offices.</param>
    public void WriteLive(string path, int days, int perDay)
    {
        using var to = Begin(path);
        var made = new List<(string, int, int, List<string[]>)>();
        var amended = 0;
        for (var day = 0; day < days; day++, _day = _day.AddDays(1))
        {
            for (var n = 0; n < perDay; n++)
            {
                var lines = _declarations[(int)(_made++ * 7919L % _declarations.Count)];
                var (office, year) = (lines[0][0], _day.Year);
                var number = _numbers[(office, year)] = _numbers.GetValueOrDefault((office, year)) + 1;
                made.Add((office, year, number, lines));
                Write(to, lines, (office, $"{year}", $"{number:D6}"), version: 1);
                if (n % 97 == 50)
                {
                    Write(to, lines, (office, "20x6", $"{n:D6}"), version: 1);
                }

                if (amended < _before.Count * Amending && amended < made.Count * Amending)
                {
                    var earlier = _before[amended++ * 29 % _before.Count];
                    Write(to, [.. earlier.Lines.Select(line => (string[])[.. line[..^2], "IM7" + line[^2][3..], line[^1]])], (earlier.Office, $"{earlier.Year}", $"{earlier.Number:D6}"), version: 2);
                }
            }
        }

        _before = made;
    }

    /// <summary>Writes a piece of the past year.</summary>
    /// <param name="path">The file.</param>
    /// <param name="piece">Which, from 0.</param>
    /// <param name="count">Declarations of a piece.</param>
    /// <param name="found">Whether it says what was found.</param>
    public void WriteHistory(string path, int piece, int count, bool found)
    {
        using var to = Begin(path);
        foreach (var line in Enumerable.Range(piece * count, count).SelectMany(n => _declarations[n % _declarations.Count]))
        {
            to.Write(string.Join(',', line[..Leading]) + "," + line[^2] + (found ? line[^1] : ",,,") + ",1\n");
        }
    }

    private StreamWriter Begin(string path)
    {
        var to = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        to.Write(_heading);
        return to;
    }

    private void Write(StreamWriter to, List<string[]> lines, (string Office, string Year, string Number) identity, int version)
    {
        var date = _day.ToString("O", CultureInfo.InvariantCulture);
        foreach (var line in lines)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{identity.Office},{identity.Year},{identity.Number},{line[3]},{date},{line[^2]},,,,{version}\n"));
        }
    }

    // The five leading fields, what comes between, and the three of the finding with the comma before them.
    private static string[] Cut(string line)
    {
        var fields = line.Split(',', Leading + 1);
        var end = fields[Leading].Length;
        for (var i = 0; i < Findings; i++)
        {
            end = fields[Leading].LastIndexOf(',', end - 1);
        }

        return [.. fields[..Leading], fields[Leading][..end], fields[Leading][end..]];
    }
}
