using System.Globalization;

namespace Tamiz.Formats.Lists;

/// <summary>A list of the administration's own as CSV with the headings id, schema, name, aliases (separated by ;), listed_on, programme.</summary>
public static class PlainList
{
    private static readonly string[] Headings = ["id", "schema", "name", "aliases", "listed_on", "programme"];

    /// <summary>Reads the entries; a line that is not one is a diagnostic (TZ0202), and the others stand.</summary>
    public static IReadOnlyList<ListEntry> Read(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        var entries = new List<ListEntry>();
        var first = true;
        foreach (var (line, fields) in DelimitedLines.Read(content))
        {
            if (first)
            {
                first = false;
                if (!fields.SequenceEqual(Headings))
                {
                    diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line), string.Join(',', fields), string.Join(',', Headings)));
                    return [];
                }

                continue;
            }

            if (fields.Length != Headings.Length || fields[0].Length == 0 || fields[2].Length == 0 || !TryDate(fields[4], out var listed))
            {
                diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line), string.Join(',', fields), "an id, a name, and a date as YYYY-MM-DD or none"));
                continue;
            }

            var aliases = fields[3].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            entries.Add(new ListEntry(fields[0], fields[1], [new(fields[2], ListNameKind.Primary), .. aliases.Select(alias => new ListName(alias, ListNameKind.StrongAlias))])
            {
                ListedOn = listed,
                Programmes = fields[5].Length > 0 ? [fields[5]] : [],
            });
        }

        if (entries.Count == 0)
        {
            diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
        }

        return entries;
    }

    private static bool TryDate(string text, out DateOnly? date)
    {
        date = null;
        if (text.Length == 0)
        {
            return true;
        }

        var fits = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = day;
        return fits;
    }
}
