using System.Text.RegularExpressions;

namespace Tamiz.Formats.Lists;

/// <summary>
/// The legacy CSV files of the US Office of Foreign Assets Control: SDN.CSV or CONS_PRIM.CSV with ALT.CSV and ADD.CSV; no headings,
/// -0- for null, and a last line of one 0x1A byte.
/// </summary>
public static partial class OfacCsv
{
    /// <summary>Reads the entries.</summary>
    /// <param name="primary">ent_num, SDN_Name, SDN_Type, Program, Title, Call_Sign, Vess_type, Tonnage, GRT, Vess_flag, Vess_owner, Remarks.</param>
    /// <param name="aliases">ent_num, alt_num, alt_type, alt_name, alt_remarks; null where there is no such file.</param>
    /// <param name="addresses">ent_num, Add_num, Address, City/State/Province/Postal Code, Country, Add_remarks; null likewise.</param>
    /// <param name="file">Name of the primary file, for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0201 to TZ0203.</param>
    public static IReadOnlyList<ListEntry> Read(byte[] primary, byte[]? aliases, byte[]? addresses, string file, ICollection<Diagnostic> diagnostics)
    {
        var entries = new Dictionary<string, Draft>(StringComparer.Ordinal);
        foreach (var (line, fields) in DelimitedLines.Read(primary))
        {
            if (IsEndMark(fields))
            {
                continue;
            }

            if (fields.Length != 12 || !IsNumber(fields[0]) || Null(fields[1]) is null)
            {
                diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line), string.Join(',', fields), "12 columns that begin with a number and a name"));
                continue;
            }

            entries[fields[0]] = new Draft(fields);
        }

        if (entries.Count == 0)
        {
            diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
        }

        Attach(aliases, 5, file + " (alt)", entries, diagnostics, (draft, fields) => draft.Names.Add(new ListName(fields[3],
            fields[2] == "fka" ? ListNameKind.Former : ListNameKind.StrongAlias)));
        Attach(addresses, 6, file + " (add)", entries, diagnostics, (draft, fields) =>
            draft.Addresses.Add(string.Join(", ", fields[2..5].Select(Null).OfType<string>())));
        return [.. entries.Values.Select(draft => draft.ToEntry())];
    }

    private static void Attach(
        byte[]? content, int columns, string file, Dictionary<string, Draft> entries, ICollection<Diagnostic> diagnostics, Action<Draft, string[]> add)
    {
        foreach (var (line, fields) in content is null ? [] : DelimitedLines.Read(content))
        {
            if (IsEndMark(fields))
            {
                continue;
            }

            if (fields.Length != columns)
            {
                diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line), string.Join(',', fields), $"{columns} columns"));
            }
            else if (entries.TryGetValue(fields[0], out var draft))
            {
                add(draft, fields);
            }
            else
            {
                diagnostics.Add(ListDiagnostics.Orphan.At(new Place(file, line), fields[0]));
            }
        }
    }

    private static bool IsEndMark(string[] fields) => fields.Length == 1 && fields[0].Trim('\u001A', ' ').Length == 0;

    private static bool IsNumber(string text) => text.Length is > 0 and < 12 && text.All(char.IsAsciiDigit);

    private static string? Null(string text) => text.Trim() is "-0-" or "" ? null : text.Trim();

    [GeneratedRegex("a\\.k\\.a\\. ['\"]([^'\"]{2,80})['\"]", RegexOptions.CultureInvariant)]
    private static partial Regex WeakAlias();

    private sealed class Draft(string[] fields)
    {
        public List<ListName> Names { get; } = [new(fields[1], ListNameKind.Primary)];

        public List<string> Addresses { get; } = [];

        public ListEntry ToEntry()
        {
            Names.AddRange(WeakAlias().Matches(fields[11]).Select(match => new ListName(match.Groups[1].Value, ListNameKind.WeakAlias)));
            return new ListEntry(fields[0], Schema(), Names)
            {
                Programmes = Null(fields[3]) is { } programmes ? programmes.Split("] [", StringSplitOptions.TrimEntries) : [],
                Addresses = Addresses,
            };
        }

        private string Schema() => Null(fields[2]) switch
        {
            "individual" => "Person",
            "vessel" => "Vessel",
            "aircraft" => "Aircraft",
            _ => "Organization",
        };
    }
}
