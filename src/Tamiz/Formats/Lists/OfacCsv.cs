namespace Tamiz.Formats.Lists;

/// <summary>
/// The legacy CSV files of the US Office of Foreign Assets Control: SDN.CSV or CONS_PRIM.CSV with ALT.CSV and ADD.CSV; no headings,
/// a line a row, -0- for null, and a last line of one 0x1A byte.
/// </summary>
public static class OfacCsv
{
    private const int PrimaryColumns = 12;
    private const int AliasColumns = 5;
    private const int AddressColumns = 6;
    private const int MaxRemarks = 1000;

    /// <summary>Reads the entries; a line that is not one is a diagnostic, and the others stand.</summary>
    /// <param name="primary">ent_num, SDN_Name, SDN_Type, Program, Title, Call_Sign, Vess_type, Tonnage, GRT, Vess_flag, Vess_owner, Remarks.</param>
    /// <param name="aliases">ent_num, alt_num, alt_type, alt_name, alt_remarks; null where there is no such file.</param>
    /// <param name="addresses">ent_num, Add_num, Address, City/State/Province/Postal Code, Country, Add_remarks; null likewise.</param>
    /// <param name="file">Name of the primary file, for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0201 to TZ0203, TZ0206 to TZ0211 and TZ0213.</param>
    public static IReadOnlyList<ListEntry> Read(byte[] primary, byte[]? aliases, byte[]? addresses, string file, ICollection<Diagnostic> diagnostics)
    {
        var entries = new Dictionary<string, ListDraft>(StringComparer.Ordinal);
        var order = new List<ListDraft>();
        foreach (var line in Lines(primary, PrimaryColumns, file, diagnostics))
        {
            if (Null(line.Fields[1]) is null)
            {
                diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line.Number, 2, "SDN_Name"), line.Fields[1], "a name"));
            }
            else if (entries.ContainsKey(line.Fields[0]))
            {
                diagnostics.Add(ListDiagnostics.Duplicate.At(new Place(file, line.Number, 1, "ent_num"), line.Fields[0]));
            }
            else
            {
                var draft = Primary(line, file, diagnostics);
                entries.Add(draft.Id, draft);
                order.Add(draft);
            }
        }

        Attach(aliases, AliasColumns, file + " (alt)", entries, diagnostics, Alias);
        Attach(addresses, AddressColumns, file + " (add)", entries, diagnostics, Address);
        return [.. order.Select(draft => draft.ToEntry())];
    }

    private static ListDraft Primary(DelimitedLine line, string file, ICollection<Diagnostic> diagnostics)
    {
        var fields = line.Fields;
        var draft = new ListDraft(fields[0], Schema(line, file, diagnostics));
        draft.AddName(fields[1], ListNameKind.Primary);
        foreach (var programme in Null(fields[3])?.Split("] [", StringSplitOptions.TrimEntries) ?? [])
        {
            draft.AddProgramme(programme.Trim('[', ']'));
        }

        if (Null(fields[5]) is { } callSign)
        {
            draft.AddIdentifier(new ListIdentifier("Call sign", callSign));
        }

        draft.AddCountry(Null(fields[9]) is { } flag && flag != "None Identified" ? flag : null);
        if (Null(fields[11]) is { } remarks)
        {
            var cut = remarks.Length >= MaxRemarks - 10 && !remarks.EndsWith('.');
            OfacRemarks.Read(remarks, cut, draft);
            if (cut)
            {
                diagnostics.Add(ListDiagnostics.RemarksCut.At(new Place(file, line.Number, 12, "Remarks"), remarks[^40..]));
            }
        }

        return draft;
    }

    private static string Schema(DelimitedLine line, string file, ICollection<Diagnostic> diagnostics)
    {
        switch (Null(line.Fields[2])?.ToUpperInvariant())
        {
            case "INDIVIDUAL":
                return "Person";
            case "VESSEL":
                return "Vessel";
            case "AIRCRAFT":
                return "Aircraft";
            case null or "ENTITY":
                return "Organization";
            default:
                diagnostics.Add(ListDiagnostics.UnknownSchema.At(new Place(file, line.Number, 3, "SDN_Type"), line.Fields[2], "individual, vessel, aircraft or -0-"));
                return "Unknown";
        }
    }

    private static Diagnostic? Alias(ListDraft draft, DelimitedLine line, string file)
    {
        if (Null(line.Fields[3]) is not { } name)
        {
            return ListDiagnostics.BadLine.At(new Place(file, line.Number, 4, "alt_name"), line.Fields[3], "a name");
        }

        var type = Null(line.Fields[2])?.ToUpperInvariant();
        draft.AddName(name, type is "FKA" ? ListNameKind.Former : ListNameKind.StrongAlias);
        return type is "AKA" or "FKA" or "NKA" ? null
            : ListDiagnostics.UnknownAliasType.At(new Place(file, line.Number, 3, "alt_type"), line.Fields[2], "aka, fka or nka");
    }

    private static Diagnostic? Address(ListDraft draft, DelimitedLine line, string file)
    {
        draft.AddAddress(line.Fields[2..5].Select(Null));
        draft.AddCountry(Null(line.Fields[4]));
        return null;
    }

    private static void Attach(
        byte[]? content, int columns, string file, Dictionary<string, ListDraft> entries, ICollection<Diagnostic> diagnostics,
        Func<ListDraft, DelimitedLine, string, Diagnostic?> add)
    {
        foreach (var line in content is null ? [] : Lines(content, columns, file, diagnostics))
        {
            if (!entries.TryGetValue(line.Fields[0], out var draft))
            {
                diagnostics.Add(ListDiagnostics.Orphan.At(new Place(file, line.Number, 1, "ent_num"), line.Fields[0]));
            }
            else if (add(draft, line, file) is { } problem)
            {
                diagnostics.Add(problem);
            }
        }
    }

    /// <summary>The lines with the right number of columns that begin with a number; the others become diagnostics.</summary>
    private static IEnumerable<DelimitedLine> Lines(byte[] content, int columns, string file, ICollection<Diagnostic> diagnostics)
    {
        var first = true;
        foreach (var line in DelimitedLines.Read(content))
        {
            var fits = line.Broken == 0 && line.Fields.Length == columns && IsNumber(line.Fields[0]);
            if (first && !fits && (line.IsMarkup || (line.Broken == 0 && line.Fields.Length is PrimaryColumns or AliasColumns or AddressColumns)))
            {
                diagnostics.Add(ListDiagnostics.OtherFormat.At(new Place(file, line.Number), line.Text, $"{columns} columns that begin with a number"));
                yield break;
            }

            first = false;
            if (line.IsGarbled)
            {
                diagnostics.Add(ListDiagnostics.NotUtf8.At(new Place(file, line.Number), line.Text));
            }

            if (fits)
            {
                yield return line;
            }
            else
            {
                diagnostics.Add(ListDiagnostics.BadLine.At(new Place(file, line.Number, line.Broken), line.Text,
                    line.Broken > 0 ? "a quote that closes before a comma or the line's end" : $"{columns} columns that begin with a number"));
            }
        }

        foreach (var problem in Whole(content, first, file))
        {
            diagnostics.Add(problem);
        }
    }

    private static IEnumerable<Diagnostic> Whole(byte[] content, bool empty, string file)
    {
        if (empty)
        {
            yield return ListDiagnostics.NoEntries.At(new Place(file), "");
        }
        else if (content[^1] is not ((byte)'\n' or 0x1A))
        {
            yield return ListDiagnostics.CutOff.At(new Place(file, content.AsSpan().Count((byte)'\n') + 1), "");
        }
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 12 && text.All(char.IsAsciiDigit);

    private static string? Null(string text) => text is "-0-" or "" ? null : text;
}
