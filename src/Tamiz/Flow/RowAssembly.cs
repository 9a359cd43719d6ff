using Tamiz.Declarations;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;

namespace Tamiz.Flow;

/// <summary>
/// Makes declarations of rows in order: rows of one number and instant are the items of one declaration, unless each has its own in a
/// document; rows without a number are told apart by their ordinal among equal ones; a number that comes again is known, or refused.
/// </summary>
public sealed class RowAssembly
{
    private readonly SeenIdentities _seen = new();
    private readonly Tally _tally;
    private readonly Action<LodgedRow, Diagnostic> _refuse;
    private readonly Action<Diagnostic> _say;
    private readonly Func<Declaration, Sighting>? _known;

    /// <summary>An assembly with nothing seen.</summary>
    /// <param name="tally">Counts what becomes of the rows.</param>
    /// <param name="refuse">Receives a row that is refused here, with the reason.</param>
    /// <param name="say">Receives what is worth saying about rows that are taken.</param>
    /// <param name="known">Says of a declaration that is new to these files whether it is known from elsewhere; null where nothing is.</param>
    public RowAssembly(Tally tally, Action<LodgedRow, Diagnostic> refuse, Action<Diagnostic> say, Func<Declaration, Sighting>? known = null)
    {
        _tally = tally;
        _refuse = refuse;
        _say = say;
        _known = known;
    }

    /// <summary>The declarations of the rows.</summary>
    /// <param name="rows">In the order of (instant, identity).</param>
    /// <param name="rowIsItem">Whether rows of one number are items of one declaration, by file.</param>
    public IEnumerable<LodgedDeclaration> Assemble(IEnumerable<InputRow> rows, IReadOnlyList<bool> rowIsItem)
    {
        var group = new List<InputRow>();
        var made = new List<LodgedDeclaration>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && !SameDeclaration(group[0], row))
            {
                Close(group, rowIsItem, made);
                foreach (var declaration in made)
                {
                    yield return declaration;
                }

                group.Clear();
                made.Clear();
            }

            group.Add(row);
        }

        Close(group, rowIsItem, made);
        foreach (var declaration in made)
        {
            yield return declaration;
        }
    }

    private static bool SameDeclaration(InputRow a, InputRow b) =>
        a.Row.IdentityHash == b.Row.IdentityHash && a.Row.Declaration.LodgedAt == b.Row.Declaration.LodgedAt
        && (!a.Row.HasNumber || (a.Row.Document == b.Row.Document && (a.Row.Document == 0 || a.File == b.File)));

    /// <summary>Adds what the rows of one identity and instant make.</summary>
    private void Close(List<InputRow> group, IReadOnlyList<bool> rowIsItem, List<LodgedDeclaration> made)
    {
        foreach (var row in group)
        {
            Say(row.Row.Diagnostics);
        }

        if (group.Count > 0 && group[0].Row.HasNumber && rowIsItem[group[0].File])
        {
            CloseItems(group, made);
            return;
        }

        for (var i = 0; i < group.Count; i++)
        {
            var row = group[i];
            var declaration = row.Row.Declaration;
            declaration = row.Row.HasNumber || i == 0 ? declaration : declaration with { Identity = Numbered(declaration.Identity, i + 1) };
            var sighting = row.Row.HasNumber ? _seen.Add(row.Row.IdentityHash, row.Row.ContentHash) : Sighting.New;
            sighting = sighting == Sighting.New ? Elsewhere(declaration) : sighting;
            if (sighting == Sighting.New)
            {
                made.Add(Take(row, declaration));
            }
            else
            {
                Leave(row.Row, sighting);
            }
        }
    }

    private void CloseItems(List<InputRow> group, List<LodgedDeclaration> made)
    {
        DropCopies(group);
        var content = UInt128.Zero;
        foreach (var row in group)
        {
            content = unchecked(content + row.Row.ContentHash);
        }

        var sighting = _seen.Add(group[0].Row.IdentityHash, content);
        if (sighting == Sighting.New)
        {
            var declaration = group.Count == 1 ? group[0].Row.Declaration : Join(group);
            sighting = Elsewhere(declaration);
            if (sighting == Sighting.New)
            {
                made.Add(group.Count == 1 ? Take(group[0], declaration) : Take(group, declaration));
                return;
            }
        }

        foreach (var row in group)
        {
            Leave(row.Row, sighting);
        }
    }

    private Sighting Elsewhere(Declaration declaration) => _known?.Invoke(declaration) ?? Sighting.New;

    private void Say(IReadOnlyList<Diagnostic> diagnostics)
    {
        for (var i = 0; i < diagnostics.Count; i++)
        {
            _say(diagnostics[i]);
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

    /// <summary>Counts a row whose declaration was seen before, and refuses it where its content is another.</summary>
    private void Leave(LodgedRow row, Sighting sighting)
    {
        if (sighting == Sighting.Same)
        {
            _tally.Known++;
            return;
        }

        _tally.Refused++;
        _refuse(row, CsvDiagnostics.DuplicateDeclaration.At(row.Declaration.Source with { Field = "declaration.number" }, row.Declaration.Identity.Text));
    }

    private LodgedDeclaration Take(InputRow row, Declaration declaration)
    {
        Count(1, declaration);
        return new LodgedDeclaration(declaration, row.File, row.Row.Goods == 0 ? [] : [row.Row.Goods]);
    }

    private LodgedDeclaration Take(List<InputRow> rows, Declaration declaration)
    {
        Count(rows.Count, declaration);
        return new LodgedDeclaration(declaration, rows[0].File, rows[0].Row.Goods == 0 ? [] : [.. rows.Select(row => row.Row.Goods)]);
    }

    private void Count(int rows, Declaration declaration)
    {
        _tally.Taken += rows;
        _tally.Declarations++;
        _tally.Items += declaration.Items.Count;
    }

    private Declaration Join(List<InputRow> group)
    {
        // Rows that were read in the file's order keep it.
        group.Sort((a, b) => a.File != b.File ? a.File.CompareTo(b.File) : a.Row.Ordinal.CompareTo(b.Row.Ordinal));
        var first = group[0].Row.Declaration;
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
