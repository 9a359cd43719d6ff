using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>A mapping applied to the headings of one file: which column fills which field.</summary>
public sealed class ColumnPlan
{
    private ColumnPlan(Mapping mapping, string file, IReadOnlyList<string> headings)
    {
        Mapping = mapping;
        File = file;
        Headings = headings;
    }

    /// <summary>The mapping.</summary>
    public Mapping Mapping { get; }

    /// <summary>The file's name, for diagnostics.</summary>
    public string File { get; }

    /// <summary>The headings, trimmed.</summary>
    public IReadOnlyList<string> Headings { get; }

    internal List<(FieldMapping Field, int Column)> Fields { get; } = [];

    internal int Finding { get; private set; } = -1;

    internal int Known { get; private set; } = -1;

    internal int Recovered { get; private set; } = -1;

    /// <summary>Whether a column, by its number from 0, was there at lodgement.</summary>
    internal bool[] Lodged { get; private set; } = [];

    internal int[] Goods { get; private set; } = [];

    /// <summary>Finds the mapping's columns among the headings of a file; null, with diagnostics, where one is missing or stands twice.</summary>
    public static ColumnPlan? Create(Mapping mapping, string file, CsvBatch batch, in CsvRow headings, ICollection<Diagnostic> diagnostics)
    {
        var names = new List<string>();
        for (var i = 0; i < headings.FieldCount; i++)
        {
            names.Add(Encoding.UTF8.GetString(batch.Raw(batch.Field(headings, i))).Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
        }

        var plan = new ColumnPlan(mapping, file, names);
        var before = diagnostics.Count;
        foreach (var field in mapping.Fields)
        {
            plan.Fields.Add((field, field.Column is null ? -1 : plan.Find(field.Column, headings.Line, diagnostics)));
        }

        if (mapping.Finding is { } finding && plan.Has(finding.Column))
        {
            plan.Finding = plan.Find(finding.Column, headings.Line, diagnostics);
            plan.Known = finding.KnownColumn is null ? -1 : plan.Find(finding.KnownColumn, headings.Line, diagnostics);
            plan.Recovered = finding.RecoveredColumn is null ? -1 : plan.Find(finding.RecoveredColumn, headings.Line, diagnostics);
        }

        var line = headings.Line;
        plan.Goods = [.. mapping.Goods.Select(column => plan.Find(column, line, diagnostics))];
        var after = mapping.ColumnsAfterLodgement.Select(column => column.Trim()).ToHashSet(StringComparer.Ordinal);
        plan.Lodged = [.. names.Select(name => !after.Contains(name))];
        return diagnostics.Count == before ? plan : null;
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
}
