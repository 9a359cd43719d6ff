using System.Text;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Json;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>Fills one field of a draft, from a column or with its constant.</summary>
internal sealed class FieldReader
{
    private readonly ColumnPlan _plan;
    private readonly FieldMapping _field;
    private readonly int _column;
    private readonly ValueReader _values;
    private readonly Fingerprint _content;
    private readonly MappingTarget _target;
    private readonly Dictionary<string, byte[]>? _meant;
    private readonly bool _isScaled;
    private readonly decimal? _constant;
    private readonly Diagnostic? _problem;
    private string _last = "";

    /// <summary>A reader of a field.</summary>
    /// <param name="plan">The file's columns.</param>
    /// <param name="field">The field.</param>
    /// <param name="column">Its column, from 0; -1 for a constant.</param>
    /// <param name="values">Reads values.</param>
    /// <param name="content">Receives what a column says, as meant.</param>
    public FieldReader(ColumnPlan plan, FieldMapping field, int column, ValueReader values, Fingerprint content)
    {
        (_plan, _field, _column, _values, _content, _target) = (plan, field, column, values, content, field.Target);
        _meant = field.Values?.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal);

        // 1.0 gives a product a decimal more than 1 does.
        _isScaled = field.Scale != 1 || field.Scale.Scale > 0;
        if (column < 0 && _target.SetNumber is not null)
        {
            _constant = values.NumbersOf(RawKind.Plain).TryRead(Encoding.UTF8.GetBytes(field.Constant!), out var number) ? number : null;
            _problem = _constant is null ? CsvDiagnostics.NotANumber.At(new Place(plan.Mapping.Name, 0, 0, _target.Id), field.Constant!) : null;
        }
    }

    /// <summary>Sets the field; null, or why the row is refused.</summary>
    public Diagnostic? Fill(RowDraft draft, in RowFields row)
    {
        if (_column < 0)
        {
            return SetConstant(draft);
        }

        var value = row[_column];
        var kind = row.KindOf(_column);
        if (kind == RawKind.JsonList)
        {
            return SetList(draft, row, JsonText.Values(value));
        }

        if (_meant is not null && !value.IsEmpty && _meant.TryGetValue(_values.Text(value), out var meant))
        {
            value = meant;
        }

        if (_values.IsMissing(value))
        {
            return SetMissing(draft, row);
        }

        if (_target.SetNumber is not null)
        {
            return SetNumber(draft, value, row);
        }

        if (_target.Kind == TargetKind.List)
        {
            return SetList(draft, row, _values.Text(value).Split(_field.Separator));
        }

        value = WithoutSigns(value);
        if (_target.Kind == TargetKind.Date)
        {
            draft.LodgedKind = kind;
        }
        else
        {
            _content.Add(value);
        }

        _target.SetText!(draft, _target.ComesOnce ? Once(value) : _values.Text(value));
        return null;
    }

    private Diagnostic? SetMissing(RowDraft draft, in RowFields row)
    {
        _content.AddMissing();
        _target.SetText?.Invoke(draft, null);
        _target.SetNumber?.Invoke(draft, null);
        return _field.Required ? CsvDiagnostics.Required.At(_plan.At(row, _column), "") : null;
    }

    private Diagnostic? SetConstant(RowDraft draft)
    {
        if (_problem is null)
        {
            _target.SetText?.Invoke(draft, _field.Constant);
            _target.SetNumber?.Invoke(draft, _constant);
        }

        return _problem;
    }

    private Diagnostic? SetNumber(RowDraft draft, ReadOnlySpan<byte> value, in RowFields row)
    {
        var isWhole = _target.Kind == TargetKind.Whole;
        if (!_values.NumbersOf(row.KindOf(_column)).TryRead(value, out var number) || (isWhole && (number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue)))
        {
            return CsvDiagnostics.NotANumber.At(_plan.At(row, _column), Encoding.UTF8.GetString(value), isWhole ? "a whole number" : _values.NumberForm);
        }

        if (Math.Abs(number) > ValueReader.MaxNumber || (_isScaled && Math.Abs(number * _field.Scale) > ValueReader.MaxNumber))
        {
            return CsvDiagnostics.NotANumber.At(_plan.At(row, _column), Encoding.UTF8.GetString(value), "a number up to 10^18");
        }

        number = _isScaled ? number * _field.Scale : number;
        _content.Add(number);
        _target.SetNumber!(draft, number);
        return null;
    }

    private Diagnostic? SetList(RowDraft draft, in RowFields row, IEnumerable<string> values)
    {
        var isMissing = true;
        foreach (var value in values.Select(value => value.Trim()).Where(value => value.Length > 0))
        {
            isMissing = false;
            _content.Add(Encoding.UTF8.GetBytes(value));
            _target.SetText!(draft, value);
        }

        return isMissing ? SetMissing(draft, row) : null;
    }

    private string Once(ReadOnlySpan<byte> value) => Ascii.Equals(value, _last) ? _last : _last = Encoding.UTF8.GetString(value);

    /// <summary>The value without the signs that its kind of code is written with, cut to what is to be taken.</summary>
    private ReadOnlySpan<byte> WithoutSigns(ReadOnlySpan<byte> value)
    {
        if (_target.Kind == TargetKind.Digits && value.ContainsAny((byte)'.', (byte)' ', (byte)'-'))
        {
            value = WithoutSeparators(value);
        }

        if (_field.Take == 0 || value.Length <= _field.Take || Ascii.IsValid(value))
        {
            return _field.Take == 0 || value.Length <= _field.Take ? value : value[.._field.Take];
        }

        var text = _values.Text(value);
        return text.Length > _field.Take ? Encoding.UTF8.GetBytes(text[.._field.Take]) : value;
    }

    private ReadOnlySpan<byte> WithoutSeparators(ReadOnlySpan<byte> value)
    {
        var length = 0;
        foreach (var b in value)
        {
            if (b is not ((byte)'.' or (byte)' ' or (byte)'-'))
            {
                _values.Scratch[length++] = b;
            }
        }

        return _values.Scratch.AsSpan(0, length);
    }
}
