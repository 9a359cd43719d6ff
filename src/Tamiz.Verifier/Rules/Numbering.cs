using System.Globalization;
using System.Text;

namespace Tamiz.Verifier.Rules;

/// <summary>Registration numbers that are missing from the sequences of offices (N1, notes alone).</summary>
internal sealed class Numbering(Cursor cursor)
{
    private const int MostDigits = 18;

    private readonly Dictionary<string, NumberSequence> _sequences = new(StringComparer.Ordinal);
    private readonly List<Office> _offices = [];

    /// <summary>A declaration of an office; only live ones can tell of missing numbers.</summary>
    public void Register(Office office, ulong year, ReadOnlySpan<byte> number, bool live)
    {
        var digits = 0;
        while (digits < Math.Min(number.Length, MostDigits) && number[^(digits + 1)] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
        }

        if (digits == 0)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{office.Name}/{year}/{Encoding.UTF8.GetString(number[..^digits])}");
        if (!_sequences.TryGetValue(name, out var sequence))
        {
            _sequences.Add(name, sequence = new NumberSequence(name));
        }

        var last = ulong.Parse(number[^digits..], CultureInfo.InvariantCulture);
        if (!live)
        {
            sequence.See(last, digits);
            return;
        }

        if (office.Registered.Count == 0)
        {
            _offices.Add(office);
        }

        office.Registered.Add((sequence, last, digits));
    }

    /// <summary>The office's day is closed: its numbers count from now on.</summary>
    public void Close(Office office)
    {
        foreach (var (sequence, number, width) in office.Registered)
        {
            sequence.Count(number, width);
        }

        office.Registered.Clear();
        _offices.Remove(office);
    }

    /// <summary>Names what was never seen. Numbers of days that are still open, and of history, are seen but do not widen a sequence.</summary>
    public void End()
    {
        foreach (var (sequence, number, width) in _offices.SelectMany(office => office.Registered))
        {
            sequence.See(number, width);
        }

        foreach (var sequence in _sequences.Values)
        {
            foreach (var missing in sequence.IsScattered ? [] : sequence.Missing())
            {
                cursor.Note("N1", $"no declaration {missing}", "every number of the sequence");
            }
        }
    }
}
