using System.Globalization;

namespace Tamiz.Formats.Lists;

/// <summary>A list of the administration's own as CSV with the headings id, schema, name, aliases (separated by ;), listed_on, programme.</summary>
public static class PlainList
{
    private static readonly string[] Headings = ["id", "schema", "name", "aliases", "listed_on", "programme"];

    /// <summary>Reads the entries, a line each; a line that is not one is a diagnostic, and the others stand.</summary>
    /// <param name="content">The file's bytes, UTF-8.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0201, TZ0202, TZ0206, TZ0209, TZ0210 and TZ0213.</param>
    public static IReadOnlyList<ListEntry> Read(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        var entries = new List<ListEntry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var first = true;
        foreach (var line in DelimitedLines.Read(content))
        {
            if (first && !line.Fields.SequenceEqual(Headings))
            {
                diagnostics.Add(ListDiagnostics.OtherFormat.At(new Place(file, line.Number), line.Text, string.Join(',', Headings)));
                return [];
            }

            if (!first && Entry(line, file, diagnostics) is { } entry)
            {
                if (ids.Add(entry.Id))
                {
                    entries.Add(entry);
                }
                else
                {
                    diagnostics.Add(ListDiagnostics.Duplicate.At(new Place(file, line.Number, 1, "id"), entry.Id));
                }
            }

            first = false;
        }

        if (entries.Count == 0)
        {
            diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
        }

        return entries;
    }

    private static ListEntry? Entry(DelimitedLine line, string file, ICollection<Diagnostic> diagnostics)
    {
        var fields = line.Fields;
        if (Problem(line, out var listed) is var (column, expected))
        {
            diagnostics.Add(ListDiagnostics.BadLine.At(
                new Place(file, line.Number, column, column == 0 ? "" : Headings[column - 1]), column == 0 ? line.Text : fields[column - 1], expected));
            return null;
        }

        if (line.IsGarbled)
        {
            diagnostics.Add(ListDiagnostics.NotUtf8.At(new Place(file, line.Number), line.Text));
        }

        var schema = Schema(fields[1]);
        if (schema is null)
        {
            diagnostics.Add(ListDiagnostics.UnknownSchema.At(new Place(file, line.Number, 2, Headings[1]), fields[1]));
        }

        var draft = new ListDraft(fields[0], schema ?? "Unknown") { ListedOn = listed };
        draft.AddName(fields[2], ListNameKind.Primary);
        foreach (var alias in fields[3].Split(';', StringSplitOptions.TrimEntries))
        {
            draft.AddName(alias, ListNameKind.StrongAlias);
        }

        draft.AddProgramme(fields[5]);
        return draft.ToEntry();
    }

    private static (int Column, string Expected)? Problem(DelimitedLine line, out DateOnly? listed)
    {
        listed = null;
        var fields = line.Fields;
        return fields.Length != Headings.Length ? (0, $"{Headings.Length} columns: {string.Join(',', Headings)}")
            : line.Broken > 0 ? (line.Broken, "a quote that closes before a comma or the line's end")
            : fields[0].Length == 0 ? (1, "an id")
            : fields[2].Length == 0 ? (3, "a name")
            : !TryDate(fields[4], out listed) ? (5, "a date as YYYY-MM-DD, or none")
            : null;
    }

    private static string? Schema(string text) => text.ToUpperInvariant() switch
    {
        "PERSON" => "Person",
        "ORGANIZATION" or "ORGANISATION" or "COMPANY" => "Organization",
        "VESSEL" => "Vessel",
        "AIRCRAFT" => "Aircraft",
        "" or "UNKNOWN" => "Unknown",
        _ => null,
    };

    private static bool TryDate(string text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return date is not null || text.Length == 0;
    }
}
