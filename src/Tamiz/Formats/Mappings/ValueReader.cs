using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads values as a mapping writes them: texts, numbers, dates, and which of them mean that there is none.</summary>
internal sealed class ValueReader
{
    /// <summary>The largest number, by size.</summary>
    public const decimal MaxNumber = 1e18m;

    private readonly byte[][] _missing;
    private readonly TextPool _pool = new();
    private readonly OfficeDates _offices;

    public ValueReader(Mapping mapping, OfficeZones zones)
    {
        _missing = [.. mapping.Missing.Select(Encoding.UTF8.GetBytes)];
        _offices = new OfficeDates(mapping, zones);
        Dates = _offices.Of("");
        Numbers = new NumberReader(mapping.DecimalSign, mapping.ThousandsSign);
        NumberForm = $"a number with «{mapping.DecimalSign}» as its decimal sign";
        DateForm = "a date as " + string.Join(" or ", mapping.Dates);
    }

    public NumberReader Numbers { get; }

    /// <summary>Reads dates as the office turned to means them.</summary>
    public DateReader Dates { get; private set; }

    /// <summary>What a number looks like, for diagnostics.</summary>
    public string NumberForm { get; }

    /// <summary>What a date looks like, for diagnostics.</summary>
    public string DateForm { get; }

    /// <summary>Room to take signs out of a value.</summary>
    public byte[] Scratch { get; } = new byte[RowFields.MaxField];

    public void TurnTo(string office) => Dates = _offices.Of(office);

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
