using System.Globalization;
using Tamiz.Declarations;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

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
    private readonly (int Column, bool IsNumber)[] _goods;
    private readonly Fingerprint _content = new();
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
        _fields = [.. plan.Fields.OrderBy(one => one.Field.Target.Id, StringComparer.Ordinal)
            .Select(one => new FieldReader(plan, one.Field, one.Column, _values, _content))];
        _goods = [.. plan.Goods.Select(column => (column, plan.IsNumber(column)))];
        _findings = plan.Finding < 0 ? null : new FindingReader(plan, plan.Mapping.Finding!, _values);
        var lodged = plan.Fields.FindIndex(one => one.Field.Target.Kind == TargetKind.Date);
        _lodgedColumn = lodged < 0 ? -1 : plan.Fields[lodged].Column;
    }

    /// <summary>Reads a row: either what was lodged, or why it was refused.</summary>
    public (LodgedRow? Lodged, RefusedRow? Refused) Read(RawBatch batch, in RawRow row)
    {
        var problem = RowFields.Unreadable(_plan, batch, row);
        var lodged = problem is null ? Read(batch, new RowFields(batch, row, _scratch), out problem) : null;
        return lodged is not null ? (lodged, null) : (null, new RefusedRow(row.Line, batch.Text(row).ToArray(), problem!) { Rows = row.Origin?.Rows ?? 1 });
    }

    private LodgedRow? Read(RawBatch batch, in RowFields row, out Diagnostic? problem)
    {
        _draft.Begin();
        _content.Begin();
        foreach (var field in _fields)
        {
            problem = field.Fill(_draft, row);
            if (problem is not null)
            {
                return null;
            }
        }

        _values.TurnTo(_draft.Office);
        problem = ReadLodged(row, out var lodgedAt, out var lodgedOn);
        List<Diagnostic>? said = null;
        var finding = problem is null ? _findings?.Read(row, lodgedAt, ref said, out problem) : null;
        if (problem is not null)
        {
            return null;
        }

        _content.Add(lodgedAt.UnixMilliseconds);
        var content = _content.OfAdded();
        var (identity, hash) = Identify(content);
        var declaration = _draft.ToDeclaration(identity, new Place(_plan.File, row.Row.Line), lodgedAt, lodgedOn, finding);
        return new LodgedRow(declaration, _draft.Number is not null, hash, content)
        {
            Goods = _withGoods ? GoodsOf(row) : 0,
            Raw = batch.Text(row.Row),
            Diagnostics = said ?? (IReadOnlyList<Diagnostic>)[],
        };
    }

    private UInt128 GoodsOf(in RowFields row)
    {
        _content.Begin();
        foreach (var (column, isNumber) in _goods)
        {
            var value = row[column];
            if (isNumber && _values.NumbersOf(row.KindOf(column)).TryRead(value, out var number))
            {
                _content.Add(number);
            }
            else
            {
                _content.Add(value);
            }
        }

        return _content.OfAdded();
    }

    private Diagnostic? ReadLodged(in RowFields row, out Instant lodgedAt, out DateOnly lodgedOn)
    {
        (lodgedAt, lodgedOn) = (default, default);
        if (_draft.Lodged is { } text && _values.DatesOf(_draft.LodgedKind).TryRead(text, out lodgedAt, out lodgedOn))
        {
            return null;
        }

        var place = _lodgedColumn < 0 ? new Place(_plan.File, row.Row.Line) : _plan.At(row, _lodgedColumn);
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
