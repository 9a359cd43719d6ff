namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>Independent vectors over the whole numbers modulo 2³¹-1: exact where floating numbers would leave doubt.</summary>
/// <param name="width">Length of the vectors.</param>
internal sealed class FieldBasis(int width)
{
    private const long Prime = int.MaxValue;

    // By position of the leading 1.
    private readonly long[]?[] _rows = new long[width][];

    /// <summary>How many there are.</summary>
    public int Rank { get; private set; }

    /// <summary>A basis that can grow by itself.</summary>
    public FieldBasis Copy()
    {
        var copy = new FieldBasis(width) { Rank = Rank };
        _rows.CopyTo(copy._rows, 0);
        return copy;
    }

    /// <summary>Adds a vector; false where it follows from those there are.</summary>
    public bool Add(ReadOnlySpan<long> vector)
    {
        Span<long> rest = width <= 256 ? stackalloc long[width] : new long[width];
        vector.CopyTo(rest);
        for (var i = 0; i < width; i++)
        {
            if (rest[i] == 0)
            {
                continue;
            }

            if (_rows[i] is not { } row)
            {
                Scale(rest[i..], Inverse(rest[i]));
                _rows[i] = rest.ToArray();
                Rank++;
                return true;
            }

            Subtract(rest[i..], row.AsSpan(i), rest[i]);
        }

        return false;
    }

    private static void Scale(Span<long> vector, long by)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = vector[i] * by % Prime;
        }
    }

    private static void Subtract(Span<long> from, ReadOnlySpan<long> row, long times)
    {
        for (var i = 0; i < from.Length; i++)
        {
            if (row[i] != 0)
            {
                from[i] = (from[i] + ((Prime - times) * row[i])) % Prime;
            }
        }
    }

    // By Fermat: the power of the prime less two.
    private static long Inverse(long value)
    {
        long result = 1;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * value % Prime : result;
            value = value * value % Prime;
        }

        return result;
    }
}
