using System.Globalization;
using Tamiz.Declarations;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>Turns the rows of one file into declarations. Not for several threads: each has its own.</summary>
public sealed class RowReader
{
    private readonly ColumnPlan _plan;
    private readonly bool _withGoods;
    private readonly ValueReader _values;
    private readonly FieldReader[] _fields;
    private readonly FindingReader? _findings;
    private readonly int _lodgedColumn;
    private readonly Fingerprint _fingerprint = new();
    private readonly RowDraft _draft = new();
    private readonly byte[] _scratch = new byte[RowFields.MaxField];
    private (Identity Identity, UInt128 Hash)? _last;

    /// <summary>A reader of the rows of a file.</summary>
    /// <param name="plan">The file's columns.</param>
    /// <param name="zones">Time zones of offices: of a declaration's day, and of dates where the mapping names none.</param>
    /// <param name="withGoods">Whether <see cref="LodgedRow.Goods"/> is wanted.</param>
    public RowReader(ColumnPlan plan, OfficeZones zones, bool withGoods = false)
    {
        _plan = plan;
        _withGoods = withGoods && plan.Goods.Length > 0;
        _values = new ValueReader(plan.Mapping, zones);
        _fields = [.. plan.Fields.Select(one => new FieldReader(plan, one.Field, one.Column, _values))];
        _findings = plan.Finding < 0 ? null : new FindingReader(plan, plan.Mapping.Finding!, _values);
        var lodged = plan.Fields.FindIndex(one => one.Field.Target.Kind == TargetKind.Date);
        _lodgedColumn = lodged < 0 ? -1 : plan.Fields[lodged].Column;
    }

    /// <summary>Reads a row: either what was lodged, or why it was refused.</summary>
    public (LodgedRow? Lodged, RefusedRow? Refused) Read(CsvBatch batch, in CsvRow row)
    {
        var problem = RowFields.Unreadable(_plan, batch, row);
        var lodged = problem is null ? Read(batch, new RowFields(batch, row, _scratch), out problem) : null;
        return lodged is not null ? (lodged, null) : (null, new RefusedRow(row.Line, batch.Raw(row).ToArray(), problem!));
    }

    private LodgedRow? Read(CsvBatch batch, in RowFields row, out Diagnostic? problem)
    {
        _draft.Begin();
        foreach (var field in _fields)
        {
            problem = field.Fill(_draft, row);
            if (problem is not null)
            {
                return null;
            }
        }

        _values.TurnTo(_draft.Office);
        problem = ReadLodged(row.Row, out var lodgedAt, out var lodgedOn);
        List<Diagnostic>? said = null;
        var finding = problem is null ? _findings?.Read(row, lodgedAt, ref said, out problem) : null;
        if (problem is not null)
        {
            return null;
        }

        var content = _fingerprint.Of(row, _plan.Lodged);
        var (identity, hash) = Identify(content);
        var declaration = _draft.ToDeclaration(identity, new Place(_plan.File, row.Row.Line), lodgedAt, lodgedOn, finding);
        return new LodgedRow(declaration, _draft.Number is not null, hash, content)
        {
            Goods = _withGoods ? _fingerprint.Of(row, _plan.Goods) : 0,
            Raw = batch.Bytes.AsMemory(row.Row.Start, row.Row.Length),
            Diagnostics = said ?? (IReadOnlyList<Diagnostic>)[],
        };
    }

    private Diagnostic? ReadLodged(in CsvRow row, out Instant lodgedAt, out DateOnly lodgedOn)
    {
        (lodgedAt, lodgedOn) = (default, default);
        if (_draft.Lodged is { } text && _values.Dates.TryRead(text, out lodgedAt, out lodgedOn))
        {
            return null;
        }

        var place = _lodgedColumn < 0 ? new Place(_plan.File, row.Line) : _plan.At(row, _lodgedColumn);
        return _draft.Lodged is null
            ? CsvDiagnostics.Required.At(place, "", "the date of lodgement")
            : CsvDiagnostics.NotADate.At(place, _draft.Lodged, _values.DateForm);
    }

    /// <summary>The identity with its hash; that of the row before, where this one is an item of the same declaration.</summary>
    private (Identity Identity, UInt128 Hash) Identify(UInt128 content)
    {
        var number = _draft.Number ?? content.ToString("x32", CultureInfo.InvariantCulture)[..24];
        if (_last is { } last && number == last.Identity.Number && _draft.Office == last.Identity.Office
            && _draft.Year == last.Identity.Year && _draft.Version == last.Identity.Version)
        {
            return last;
        }

        var identity = new Identity(_draft.Office, _draft.Year, number, _draft.Version);
        var identified = (identity, _fingerprint.Of(identity.Text));
        _last = identified;
        return identified;
    }
}
