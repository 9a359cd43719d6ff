using System.Text;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>A mapping applied to the headings of one file: which column fills which field.</summary>
public sealed class ColumnPlan
{
    private ColumnPlan(Mapping mapping, string file, IReadOnlyList<string> headings, IReadOnlyList<int> numbers)
    {
        Mapping = mapping;
        File = file;
        Headings = headings;
        Numbers = numbers;
    }

    /// <summary>The mapping.</summary>
    public Mapping Mapping { get; }

    /// <summary>The file's name, for diagnostics.</summary>
    public string File { get; }

    /// <summary>The headings, trimmed: all of a CSV file, those that the mapping names of others.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Number in the file, from 1, of the column of each heading; 0 where columns have none.</summary>
    public IReadOnlyList<int> Numbers { get; }

    internal List<(FieldMapping Field, int Column)> Fields { get; } = [];

    internal int Finding { get; private set; } = -1;

    internal int Known { get; private set; } = -1;

    internal int Recovered { get; private set; } = -1;

    internal int[] Goods { get; private set; } = [];

    /// <summary>Finds the mapping's columns among the headings of a CSV file; null, with diagnostics, where one is missing or stands twice, or the headings cannot be read.</summary>
    public static ColumnPlan? Create(Mapping mapping, string file, RawBatch batch, in RawRow headings, ICollection<Diagnostic> diagnostics)
    {
        if (Broken(file, mapping.Delimiter, batch, headings) is { } broken)
        {
            diagnostics.Add(broken);
            return null;
        }

        var names = new List<string>();
        for (var i = 0; i < headings.FieldCount; i++)
        {
            names.Add(Encoding.UTF8.GetString(batch.Raw(batch.Field(headings, i))).Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
        }

        var plan = new ColumnPlan(mapping, file, names, [.. Enumerable.Range(1, names.Count)]);
        return plan.Fits(headings.Line, diagnostics) ? plan : null;
    }

    /// <summary>Finds the mapping's columns among the names of a file's columns, and plans with those alone; null, with diagnostics, where one is missing or stands twice.</summary>
    public static ColumnPlan? Create(Mapping mapping, string file, IReadOnlyList<string> names, ICollection<Diagnostic> diagnostics)
    {
        string[] trimmed = [.. names.Select(name => name.Trim())];
        var all = new ColumnPlan(mapping, file, trimmed, [.. Enumerable.Range(1, names.Count)]);
        if (!all.Fits(0, diagnostics))
        {
            return null;
        }

        int[] used = [.. all.Used.Where(column => column >= 0).Distinct().Order()];
        var plan = new ColumnPlan(mapping, file, [.. used.Select(column => trimmed[column])], [.. used.Select(column => column + 1)]);
        return plan.Fits(0, diagnostics) ? plan : null;
    }

    /// <summary>A plan for a file whose values stand under paths (JSON): any of them may be absent.</summary>
    public static ColumnPlan OfPaths(Mapping mapping, string file)
    {
        string[] paths = [.. mapping.Headings.Select(heading => heading.Trim()).Distinct(StringComparer.Ordinal)];
        var plan = new ColumnPlan(mapping, file, paths, new int[paths.Length]);
        plan.Fits(0, []);
        return plan;
    }

    /// <summary>Whether a column takes several values.</summary>
    internal bool IsList(int column) => Fields.Exists(one => one.Column == column && one.Field.Target.Kind == TargetKind.List);

    /// <summary>Whether a column holds numbers.</summary>
    internal bool IsNumber(int column) => Fields.Exists(one => one.Column == column && one.Field.Target.SetNumber is not null);

    /// <summary>The place of a field of a row.</summary>
    internal Place At(in RowFields row, int column)
    {
        var (line, place) = row.Row.Origin is { Column: > 0 } ? row.PositionOf(column) : (row.Row.Line, Numbers[column]);
        return new Place(File, line, place, Headings[column]);
    }

    private IEnumerable<int> Used => [.. Fields.Select(one => one.Column), Finding, Known, Recovered, .. Goods];

    /// <summary>Finds the mapping's columns; false, with diagnostics, where one is missing or stands twice.</summary>
    private bool Fits(long line, ICollection<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        foreach (var field in Mapping.Fields)
        {
            Fields.Add((field, field.Column is null ? -1 : Find(field.Column, line, diagnostics)));
        }

        if (Mapping.Finding is { } finding && Has(finding.Column))
        {
            Finding = Find(finding.Column, line, diagnostics);
            Known = finding.KnownColumn is null ? -1 : Find(finding.KnownColumn, line, diagnostics);
            Recovered = finding.RecoveredColumn is null ? -1 : Find(finding.RecoveredColumn, line, diagnostics);
        }

        Goods = [.. Mapping.Goods.Select(column => Find(column, line, diagnostics))];
        return diagnostics.Count == before;
    }

    private bool Has(string column) => Headings.Contains(column.Trim(), StringComparer.Ordinal);

    private int Find(string column, long line, ICollection<Diagnostic> diagnostics)
    {
        var name = column.Trim();
        var found = -1;
        for (var i = 0; i < Headings.Count; i++)
        {
            if (!string.Equals(Headings[i], name, StringComparison.Ordinal))
            {
                continue;
            }

            if (found >= 0)
            {
                diagnostics.Add(CsvDiagnostics.DuplicateColumn.At(new Place(File, line, i + 1, name), name));
                return found;
            }

            found = i;
        }

        if (found < 0)
        {
            var near = Nearest.To(name, Headings);
            diagnostics.Add(CsvDiagnostics.MissingColumn.At(new Place(File, line, 0, name), string.Join(Mapping.Delimiter, Headings.Take(60)),
                near is null ? $"a column «{name}»" : $"a column «{name}» (is it «{near}»?)"));
        }

        return found;
    }

    /// <summary>What is wrong with the headings as text; null where nothing is.</summary>
    private static Diagnostic? Broken(string file, char delimiter, RawBatch batch, in RawRow headings)
    {
        if (headings.TooLong)
        {
            var line = batch.Raw(headings);
            var (column, start) = OpenQuote(line, (byte)delimiter);
            var shown = line.Slice(start, Math.Min(line.Length - start, 80));
            return (column == 0 ? CsvDiagnostics.RowTooLong : CsvDiagnostics.BadQuotes).At(new Place(file, headings.Line, column), Encoding.UTF8.GetString(shown));
        }

        for (var i = 0; i < headings.FieldCount; i++)
        {
            if (RowFields.Unreadable(batch, batch.Field(headings, i), new Place(file, headings.Line, i + 1)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>The field, from 1, whose quote does not close on the line, and where it begins; 0 where there is none.</summary>
    private static (int Column, int Start) OpenQuote(ReadOnlySpan<byte> line, byte delimiter)
    {
        var start = 0;
        for (var column = 1; start < line.Length; column++)
        {
            var end = start;
            while (end < line.Length && line[end] == '"')
            {
                // The opening quote, or the second of a doubled one: on to the next.
                var closing = line[(end + 1)..].IndexOf((byte)'"');
                if (closing < 0)
                {
                    return (column, start);
                }

                end += closing + 2;
            }

            var next = line[end..].IndexOf(delimiter);
            start = next < 0 ? line.Length : end + next + 1;
        }

        return (0, 0);
    }
}
