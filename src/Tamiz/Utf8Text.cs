using System.Globalization;
using System.Text;

namespace Tamiz;

/// <summary>A growing text in UTF-8, used again and again: what is written often is written into one. Not for several threads.</summary>
public sealed class Utf8Text
{
    private const int MaxDecimals = 6;

    // Below it every half of a whole number has a double of its own.
    private const double MaxScaled = 1L << 52;

    private byte[] _bytes;
    private int _length;

    /// <summary>An empty text.</summary>
    /// <param name="room">Bytes that it holds before it grows.</param>
    public Utf8Text(int room = 256) => _bytes = new byte[room];

    private static ReadOnlySpan<double> Scales => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>What was written; good until the text is changed.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Keeps the first bytes and drops the rest.</summary>
    public void CutTo(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length, nameof(length));
        _length = length;
    }

    /// <summary>Adds bytes that are UTF-8 already.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _length += utf8.Length;
    }

    /// <summary>Adds bytes that are UTF-8 already before a byte written earlier.</summary>
    /// <param name="at">Index of that byte; 0 to <see cref="Length"/>.</param>
    /// <param name="utf8">What is added.</param>
    public void Insert(int at, ReadOnlySpan<byte> utf8)
    {
        var moved = _length - at;
        _ = Room(utf8.Length);
        _bytes.AsSpan(at, moved).CopyTo(_bytes.AsSpan(at + utf8.Length));
        utf8.CopyTo(_bytes.AsSpan(at));
        _length += utf8.Length;
    }

    /// <summary>Writes an ASCII sign twice wherever it stands from a place on.</summary>
    public void Twice(byte sign, int start)
    {
        var from = _length - 1;
        var added = Written[start..].Count(sign);
        _ = Room(added);
        _length += added;
        for (var to = _length - 1; to > from; from--)
        {
            _bytes[to--] = _bytes[from];
            if (_bytes[from] == sign)
            {
                _bytes[to--] = sign;
            }
        }
    }

    /// <summary>Adds a text; nothing for null. A half surrogate becomes U+FFFD.</summary>
    public void Append(string? text)
    {
        if (text is not null)
        {
            _length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        }
    }

    /// <summary>Adds a value as the invariant culture writes it; a double in the fewest digits that read back to the same bits.</summary>
    public void Append<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int written;
        for (var room = 32; !value.TryFormat(Room(room), out written, format, CultureInfo.InvariantCulture); room *= 2)
        {
        }

        _length += written;
    }

    /// <summary>Adds a number with a fixed count of decimals, its exact value rounded half to even.</summary>
    /// <param name="value">Not a number and infinity are written in words.</param>
    /// <param name="decimals">0 to 6.</param>
    public void AppendFixed(double value, int decimals) => AppendFixed(value, decimals, "."u8, []);

    /// <summary>Adds a number with a fixed count of decimals, its exact value rounded half to even, in the signs of a language.</summary>
    /// <param name="value">Not a number and infinity are written in words.</param>
    /// <param name="decimals">0 to 6.</param>
    /// <param name="point">Stands before the decimals; at most 3 bytes.</param>
    /// <param name="group">Stands between thousands; at most 3 bytes, none for no groups.</param>
    public void AppendFixed(double value, int decimals, ReadOnlySpan<byte> point, ReadOnlySpan<byte> group)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)decimals, (uint)MaxDecimals, nameof(decimals));
        var size = Math.Abs(value);
        var scaled = size * Scales[decimals];
        if (!(scaled < MaxScaled))
        {
            AppendLarge(value, decimals, point, group);
            return;
        }

        var whole = (long)scaled;
        var rest = scaled - whole;
        // The product was rounded: where it seems to lie half-way, what the rounding took away says on which side it is.
        var taken = rest == 0.5 ? Math.FusedMultiplyAdd(size, Scales[decimals], -scaled) : 0;
        if (rest > 0.5 || (rest == 0.5 && (taken > 0 || (taken == 0 && long.IsOddInteger(whole)))))
        {
            whole++;
        }

        if (double.IsNegative(value))
        {
            Append("-"u8);
        }

        AppendDigits((ulong)whole, decimals, point, group);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void AppendDigits(ulong digits, int decimals, ReadOnlySpan<byte> point, ReadOnlySpan<byte> group)
    {
        Span<byte> number = stackalloc byte[48];
        var start = number.Length;
        for (var place = 0; place <= decimals || digits > 0; place++)
        {
            var mark = place == 0 || place < decimals ? [] : place == decimals ? point : (place - decimals) % 3 == 0 ? group : [];
            start -= mark.Length;
            mark.CopyTo(number[start..]);
            number[--start] = (byte)('0' + (digits % 10));
            digits /= 10;
        }

        Append(number[start..]);
    }

    private void AppendLarge(double value, int decimals, ReadOnlySpan<byte> point, ReadOnlySpan<byte> group)
    {
        foreach (var sign in value.ToString($"N{decimals}", CultureInfo.InvariantCulture))
        {
            Append(sign == '.' ? point : sign == ',' ? group : [(byte)sign]);
        }
    }

    private Span<byte> Room(int needed)
    {
        if (_bytes.Length - _length < needed)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + needed));
        }

        return _bytes.AsSpan(_length);
    }
}
