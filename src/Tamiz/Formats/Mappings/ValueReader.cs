using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads values as a mapping writes them: texts, numbers, dates, and which of them mean that there is none.</summary>
internal sealed class ValueReader(Mapping mapping, TimeZoneInfo zone)
{
    /// <summary>The largest number, by size.</summary>
    public const decimal MaxNumber = 1e18m;

    private readonly byte[][] _missing = [.. mapping.Missing.Select(Encoding.UTF8.GetBytes)];
    private readonly TextPool _pool = new();

    public NumberReader Numbers { get; } = new(mapping.DecimalSign, mapping.ThousandsSign);

    public DateReader Dates { get; } = new(mapping.Dates, mapping.TimeZone ?? zone);

    /// <summary>What a number looks like, for diagnostics.</summary>
    public string NumberForm { get; } = $"a number with «{mapping.DecimalSign}» as its decimal sign";

    /// <summary>What a date looks like, for diagnostics.</summary>
    public string DateForm { get; } = "a date as " + string.Join(" or ", mapping.Dates);

    /// <summary>Room to take signs out of a value.</summary>
    public byte[] Scratch { get; } = new byte[RowFields.MaxField];

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
