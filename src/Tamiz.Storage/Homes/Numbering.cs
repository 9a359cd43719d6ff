using System.Globalization;

namespace Tamiz.Storage.Homes;

/// <summary>
/// The registration numbers of an office and year that came, as runs without a gap: a number that never came between the least and
/// the greatest is missing. Numbers form a sequence where they are the same text but for a run of digits at the end.
/// </summary>
public sealed class Numbering
{
    private const int MostDigits = 18;
    private const int MostNamed = 1000;

    // By year and what stands before the digits: the first number of each run, and its last.
    private readonly SortedDictionary<string, SortedList<long, long>> _sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _widths = new(StringComparer.Ordinal);

    /// <summary>Takes note of a number.</summary>
    public void Add(int year, string number)
    {
        if (Split(year, number) is not var (sequence, value, width))
        {
            return;
        }

        if (!_sequences.TryGetValue(sequence, out var runs))
        {
            _sequences.Add(sequence, runs = []);
        }

        _widths[sequence] = width;
        Add(runs, value);
    }

    /// <summary>The numbers that never came, as they would be written; a thousand at most.</summary>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        foreach (var (sequence, runs) in _sequences)
        {
            for (var i = 1; i < runs.Count; i++)
            {
                for (var value = runs.Values[i - 1] + 1; value < runs.Keys[i] && missing.Count < MostNamed; value++)
                {
                    missing.Add(sequence + value.ToString("D" + _widths[sequence].ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                }
            }
        }

        return missing;
    }

    /// <summary>Writes all runs.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(_sequences.Count);
        foreach (var (sequence, runs) in _sequences)
        {
            writer.Write(sequence);
            writer.Write(_widths[sequence]);
            writer.Write(runs.Count);
            foreach (var (first, last) in runs)
            {
                writer.Write(first);
                writer.Write(last);
            }
        }
    }

    /// <summary>Takes up what <see cref="Save"/> wrote.</summary>
    internal void Load(BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var (sequence, width, runs) = (reader.ReadString(), reader.ReadInt32(), new SortedList<long, long>());
            for (var run = reader.ReadInt32(); run > 0; run--)
            {
                runs.Add(reader.ReadInt64(), reader.ReadInt64());
            }

            _sequences.Add(sequence, runs);
            _widths.Add(sequence, width);
        }
    }

    private static (string Sequence, long Value, int Width)? Split(int year, string number)
    {
        var digits = number.Length;
        while (digits > 0 && char.IsAsciiDigit(number[digits - 1]))
        {
            digits--;
        }

        return digits == number.Length || number.Length - digits > MostDigits ? null
            : ((year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture) + "/") + number[..digits],
                long.Parse(number.AsSpan(digits), CultureInfo.InvariantCulture), number.Length - digits);
    }

    private static void Add(SortedList<long, long> runs, long value)
    {
        var at = FirstAfter(runs, value);
        var before = at - 1;
        if (before >= 0 && runs.Values[before] >= value)
        {
            return;
        }

        var joinsNext = at < runs.Count && runs.Keys[at] == value + 1;
        var last = joinsNext ? runs.Values[at] : value;
        if (joinsNext)
        {
            runs.RemoveAt(at);
        }

        if (before >= 0 && runs.Values[before] == value - 1)
        {
            runs.SetValueAtIndex(before, last);
        }
        else
        {
            runs.Add(value, last);
        }
    }

    private static int FirstAfter(SortedList<long, long> runs, long value)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs.Keys[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
