using System.Globalization;
using System.Text;

namespace Tamiz.Verifier.Rules;

/// <summary>Registration numbers that are missing from the sequences of offices (N1, notes alone).</summary>
internal sealed class Numbering(Cursor cursor)
{
    private const int MostDigits = 18;

    private readonly Dictionary<string, NumberSequence> _sequences = new(StringComparer.Ordinal);
    private readonly List<Office> _offices = [];

    /// <summary>A live declaration of an office.</summary>
    public void Register(Office office, ulong year, ReadOnlySpan<byte> number)
    {
        var digits = 0;
        while (digits < number.Length && number[^(digits + 1)] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
        }

        if (digits is 0 or > MostDigits)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{office.Name}/{year}/{Encoding.UTF8.GetString(number[..^digits])}");
        if (!_sequences.TryGetValue(name, out var sequence))
        {
            _sequences.Add(name, sequence = new NumberSequence(name));
        }

        if (office.Registered.Count == 0)
        {
            _offices.Add(office);
        }

        office.Registered.Add((sequence, ulong.Parse(number[^digits..], CultureInfo.InvariantCulture), digits));
    }

    /// <summary>The office's day is closed: its numbers count from now on.</summary>
    public void Close(Office office)
    {
        foreach (var (sequence, number, width) in office.Registered)
        {
            sequence.Add(number, width);
        }

        office.Registered.Clear();
        _offices.Remove(office);
    }

    /// <summary>Names what was never seen. Numbers of days that are still open count as seen, but do not widen a sequence.</summary>
    public void End()
    {
        var bounds = _sequences.Values.ToDictionary(sequence => sequence, sequence => sequence.Greatest);
        foreach (var office in _offices.ToList())
        {
            Close(office);
        }

        foreach (var (sequence, greatest) in bounds)
        {
            foreach (var missing in sequence.IsScattered ? [] : sequence.Missing(greatest))
            {
                cursor.Note("N1", $"no declaration {missing}", "every number of the sequence");
            }
        }
    }
}
