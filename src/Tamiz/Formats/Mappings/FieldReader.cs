using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>Fills one field of a draft, from a column or with its constant.</summary>
internal sealed class FieldReader
{
    private readonly ColumnPlan _plan;
    private readonly FieldMapping _field;
    private readonly int _column;
    private readonly ValueReader _values;
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
    public FieldReader(ColumnPlan plan, FieldMapping field, int column, ValueReader values)
    {
        (_plan, _field, _column, _values, _target) = (plan, field, column, values, field.Target);
        _meant = field.Values?.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal);

        // 1.0 gives a product a decimal more than 1 does.
        _isScaled = field.Scale != 1 || field.Scale.Scale > 0;
        if (column < 0 && _target.SetNumber is not null)
        {
            _constant = values.Numbers.TryRead(Encoding.UTF8.GetBytes(field.Constant!), out var number) ? number : null;
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
        if (_meant is not null && !value.IsEmpty && _meant.TryGetValue(_values.Text(value), out var meant))
        {
            value = meant;
        }

        if (_values.IsMissing(value))
        {
            _target.SetText?.Invoke(draft, null);
            _target.SetNumber?.Invoke(draft, null);
            return _field.Required ? CsvDiagnostics.Required.At(_plan.At(row.Row, _column), "") : null;
        }

        if (_target.SetNumber is not null)
        {
            return SetNumber(draft, value, row.Row);
        }

        SetText(draft, value);
        return null;
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

    private Diagnostic? SetNumber(RowDraft draft, ReadOnlySpan<byte> value, in CsvRow row)
    {
        var isWhole = _target.Kind == TargetKind.Whole;
        if (!_values.Numbers.TryRead(value, out var number) || (isWhole && (number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue)))
        {
            return CsvDiagnostics.NotANumber.At(_plan.At(row, _column), Encoding.UTF8.GetString(value), isWhole ? "a whole number" : _values.NumberForm);
        }

        if (Math.Abs(number) > ValueReader.MaxNumber || (_isScaled && Math.Abs(number * _field.Scale) > ValueReader.MaxNumber))
        {
            return CsvDiagnostics.NotANumber.At(_plan.At(row, _column), Encoding.UTF8.GetString(value), "a number up to 10^18");
        }

        _target.SetNumber!(draft, _isScaled ? number * _field.Scale : number);
        return null;
    }

    private void SetText(RowDraft draft, ReadOnlySpan<byte> value)
    {
        if (_target.Kind == TargetKind.List)
        {
            foreach (var part in _values.Text(value).Split(_field.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                _target.SetText!(draft, part);
            }

            return;
        }

        if (_target.Kind == TargetKind.Digits && value.ContainsAny((byte)'.', (byte)' ', (byte)'-'))
        {
            value = WithoutSeparators(value);
        }

        _target.SetText!(draft, _field.Take > 0 && value.Length > _field.Take ? Taken(value) : _target.ComesOnce ? Once(value) : _values.Text(value));
    }

    private string Once(ReadOnlySpan<byte> value) => Ascii.Equals(value, _last) ? _last : _last = Encoding.UTF8.GetString(value);

    private string Taken(ReadOnlySpan<byte> value)
    {
        if (Ascii.IsValid(value))
        {
            return _values.Text(value[.._field.Take]);
        }

        var text = _values.Text(value);
        return text.Length > _field.Take ? text[.._field.Take] : text;
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
