using System.Text;
using Tamiz.Storage.Desk;

namespace Tamiz.Storage.Projections;

/// <summary>Compares a desk database with one that was made again.</summary>
internal static class DeskComparison
{
    /// <summary>The first row that differs, by its key and the first value that does.</summary>
    /// <param name="desk">The home's.</param>
    /// <param name="again">The one made again, up to the same record.</param>
    /// <param name="temporary">Place for both as text.</param>
    /// <returns>TZ1762, or TZ1703 where the file is damaged; null where they are the same.</returns>
    /// <exception cref="HomeException">TZ1703.</exception>
    public static Diagnostic? Compare(DeskDatabase desk, DeskDatabase again, TemporaryFiles temporary)
    {
        if (desk.Check() is { } damage)
        {
            return damage;
        }

        if (desk.Fingerprint() == again.Fingerprint())
        {
            return null;
        }

        using var ours = File.ReadLines(Dump(desk, temporary.Next())).GetEnumerator();
        using var theirs = File.ReadLines(Dump(again, temporary.Next())).GetEnumerator();
        var table = "";
        while (true)
        {
            var (found, expected) = (ours.MoveNext() ? ours.Current : "", theirs.MoveNext() ? theirs.Current : "");
            if (found != expected || found.Length == 0)
            {
                return Difference(table, found.Split('\t'), expected.Split('\t'));
            }

            // Names of tables begin with a letter; of values only bytes do, with an x.
            table = char.IsAsciiLetter(found[0]) && !found.Contains('\t', StringComparison.Ordinal) ? found : table;
        }
    }

    private static Diagnostic Difference(string table, string[] found, string[] expected)
    {
        var at = 0;
        while (at < Math.Min(found.Length, expected.Length) - 1 && found[at] == expected[at])
        {
            at++;
        }

        return ProjectionDiagnostics.DeskDiffers.At(new Place(DeskDatabase.FileName, Field: table), Shown(found, at), Shown(expected, at));
    }

    private static string Shown(string[] row, int at) => at == 0 ? (row[0].Length == 0 ? "nothing" : row[0]) : $"{row[0]}: {row[at]}";

    private static string Dump(DeskDatabase desk, string path)
    {
        using var to = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        desk.Dump(to);
        return path;
    }
}
