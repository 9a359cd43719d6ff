using Tamiz.Declarations;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;

namespace Tamiz.Flow;

/// <summary>
/// Makes declarations of rows in order: rows of one number and instant are the items of one declaration; rows without a number are
/// told apart by their ordinal among equal ones; a number that comes again is known, or refused.
/// </summary>
public sealed class RowAssembly
{
    private readonly SeenIdentities _seen = new();
    private readonly Tally _tally;
    private readonly Action<LodgedRow, Diagnostic> _refuse;
    private readonly Action<Diagnostic> _say;

    /// <summary>An assembly with nothing seen.</summary>
    /// <param name="tally">Counts what becomes of the rows.</param>
    /// <param name="refuse">Receives a row that is refused here, with the reason.</param>
    /// <param name="say">Receives what is worth saying about rows that are taken.</param>
    public RowAssembly(Tally tally, Action<LodgedRow, Diagnostic> refuse, Action<Diagnostic> say)
    {
        _tally = tally;
        _refuse = refuse;
        _say = say;
    }

    /// <summary>The declarations of the rows.</summary>
    /// <param name="rows">In the order of (instant, identity).</param>
    /// <param name="rowIsItem">Whether rows of one number are items of one declaration, by file.</param>
    public IEnumerable<LodgedDeclaration> Assemble(IEnumerable<InputRow> rows, IReadOnlyList<bool> rowIsItem)
    {
        var group = new List<InputRow>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && !SameDeclaration(group[0], row))
            {
                foreach (var declaration in Close(group, rowIsItem))
                {
                    yield return declaration;
                }

                group.Clear();
            }

            group.Add(row);
        }

        foreach (var declaration in Close(group, rowIsItem))
        {
            yield return declaration;
        }
    }

    private static bool SameDeclaration(InputRow a, InputRow b) =>
        a.Row.IdentityHash == b.Row.IdentityHash && a.Row.Declaration.LodgedAt == b.Row.Declaration.LodgedAt;

    private IEnumerable<LodgedDeclaration> Close(List<InputRow> group, IReadOnlyList<bool> rowIsItem)
    {
        if (group.Count == 0)
        {
            yield break;
        }

        var first = group[0];
        foreach (var row in group)
        {
            foreach (var diagnostic in row.Row.Diagnostics)
            {
                _say(diagnostic);
            }
        }

        if (!first.Row.HasNumber)
        {
            for (var i = 0; i < group.Count; i++)
            {
                var row = group[i];
                var identity = row.Row.Declaration.Identity;
                yield return Take([row], i == 0 ? row.Row.Declaration : row.Row.Declaration with { Identity = Numbered(identity, i + 1) });
            }
        }
        else if (rowIsItem[first.File])
        {
            DropCopies(group);
            if (Sight(group, group.Aggregate(UInt128.Zero, (sum, row) => unchecked(sum + row.Row.ContentHash))))
            {
                yield return Take(group, Join(group));
            }
        }
        else
        {
            foreach (var row in group)
            {
                if (Sight([row], row.Row.ContentHash))
                {
                    yield return Take([row], row.Row.Declaration);
                }
            }
        }
    }

    /// <summary>Takes out the rows of a file that an earlier file has too: overlapping exports are no further items.</summary>
    private void DropCopies(List<InputRow> group)
    {
        if (group[0].File == group[^1].File)
        {
            return;
        }

        var firstIn = new Dictionary<UInt128, int>();
        foreach (var row in group)
        {
            firstIn.TryAdd(row.Row.ContentHash, row.File);
        }

        _tally.Known += group.RemoveAll(row => firstIn[row.Row.ContentHash] < row.File);
    }

    // A copy made by with would keep the text of the first.
    private static Identity Numbered(Identity identity, int ordinal) => new(identity.Office, identity.Year, $"{identity.Number}-{ordinal}", identity.Version);

    private bool Sight(IReadOnlyList<InputRow> group, UInt128 content)
    {
        var sighting = _seen.Add(group[0].Row.IdentityHash, content);
        if (sighting == Sighting.Same)
        {
            _tally.Known += group.Count;
        }

        foreach (var row in sighting == Sighting.Other ? group : [])
        {
            _tally.Refused++;
            _refuse(row.Row, CsvDiagnostics.DuplicateDeclaration.At(
                row.Row.Declaration.Source with { Field = "declaration.number" }, row.Row.Declaration.Identity.Text));
        }

        return sighting == Sighting.New;
    }

    private LodgedDeclaration Take(IReadOnlyList<InputRow> rows, Declaration declaration)
    {
        _tally.Taken += rows.Count;
        _tally.Declarations++;
        _tally.Items += declaration.Items.Count;
        var goods = rows[0].Row.Goods == 0 ? (IReadOnlyList<UInt128>)[] : [.. rows.Select(row => row.Row.Goods)];
        return new LodgedDeclaration(declaration, rows[0].File, goods);
    }

    private Declaration Join(List<InputRow> group)
    {
        var first = group[0].Row.Declaration;
        if (group.Count == 1)
        {
            return first;
        }

        // Rows that were read in the file's order keep it.
        group.Sort((a, b) => a.File != b.File ? a.File.CompareTo(b.File) : a.Row.Declaration.Source.Line.CompareTo(b.Row.Declaration.Source.Line));
        first = group[0].Row.Declaration;
        var items = new Item[group.Count];
        var numbered = group.Select(row => row.Row.Declaration.Items[0].Sequence).Distinct().Count() == group.Count;
        for (var i = 0; i < items.Length; i++)
        {
            var declaration = group[i].Row.Declaration;
            items[i] = numbered ? declaration.Items[0] : declaration.Items[0] with { Sequence = i + 1 };
            if (!SameHeader(first, declaration))
            {
                _say(CsvDiagnostics.RowsDisagree.At(declaration.Source, declaration.Identity.Text, $"what line {first.Source.Line} says"));
            }
        }

        return first with { Items = items };
    }

    private static bool SameHeader(Declaration a, Declaration b) =>
        a.Importer == b.Importer && a.Declarant == b.Declarant && a.Exporter == b.Exporter && a.Regime == b.Regime
        && a.CountryOfExport == b.CountryOfExport && a.TransportMode == b.TransportMode && a.Invoice == b.Invoice && a.TotalGrossMass == b.TotalGrossMass;
}
