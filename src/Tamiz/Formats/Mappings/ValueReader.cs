using System.Text;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads values as a mapping writes them: texts, numbers, dates, and which of them mean that there is none.</summary>
internal sealed class ValueReader
{
    /// <summary>The largest number, by size.</summary>
    public const decimal MaxNumber = 1e18m;

    private readonly byte[][] _missing;
    private readonly TextPool _pool = new();
    private readonly NumberReader _numbers;
    private readonly NumberReader _typedNumbers = new('.', null);
    private readonly OfficeDates _offices;
    private readonly OfficeDates _typedOffices;
    private DateReader _dates;
    private DateReader _typedDates;

    public ValueReader(Mapping mapping, OfficeZones zones)
    {
        _missing = [.. mapping.Missing.Select(Encoding.UTF8.GetBytes)];
        _numbers = new NumberReader(mapping.DecimalSign, mapping.ThousandsSign);
        _offices = new OfficeDates(mapping.Dates, mapping.TimeZone, zones);
        _typedOffices = new OfficeDates(TypedDates, mapping.TimeZone, zones);
        (_dates, _typedDates) = (_offices.Of(""), _typedOffices.Of(""));
        NumberForm = $"a number with «{mapping.DecimalSign}» as its decimal sign";
        DateForm = "a date as " + string.Join(" or ", mapping.Dates);
    }

    private static IReadOnlyList<string> TypedDates => ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>What a number looks like, for diagnostics.</summary>
    public string NumberForm { get; }

    /// <summary>What a date looks like, for diagnostics.</summary>
    public string DateForm { get; }

    /// <summary>Room to take signs out of a value.</summary>
    public byte[] Scratch { get; } = new byte[RowFields.MaxField];

    public void TurnTo(string office) => (_dates, _typedDates) = (_offices.Of(office), _typedOffices.Of(office));

    /// <summary>Reads numbers of a kind of field.</summary>
    public NumberReader NumbersOf(RawKind kind) => kind == RawKind.Number ? _typedNumbers : _numbers;

    /// <summary>Reads dates of a kind of field as the office turned to means them.</summary>
    public DateReader DatesOf(RawKind kind) => kind == RawKind.Moment ? _typedDates : _dates;

    public string Text(ReadOnlySpan<byte> value) => _pool.Get(value);

    public bool IsMissing(ReadOnlySpan<byte> value)
    {
        foreach (var text in _missing)
        {
            if (value.SequenceEqual(text))
            {
                return true;
            }
        }

        return value.IsEmpty;
    }
}
