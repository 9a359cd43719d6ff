using System.Buffers.Binary;
using System.Text;
using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>
/// Writes canonical bytes (docs/reference/ledger-format.md, Numbers and texts) into a buffer that grows and is used again. One thread
/// at a time.
/// </summary>
public sealed class RecordWriter
{
    private const int First = 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[First];
    private int _numbers;

    /// <summary>How many bytes were written since the last <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written since the last <see cref="Clear"/>; valid until the next call.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Forgets what was written, and keeps the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Bytes as they are.</summary>
    internal void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>`u8`.</summary>
    internal void U8(byte value) => Take(1)[0] = value;

    /// <summary>`bool`.</summary>
    internal void Flag(bool value) => U8(value ? (byte)1 : (byte)0);

    /// <summary>`uvarint`.</summary>
    internal void Unsigned(ulong value)
    {
        var bytes = Room(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[length++] = (byte)((value & 0x7F) | 0x80);
        }

        bytes[length++] = (byte)value;
        Length += length;
    }

    /// <summary>`uvarint` of a count, version or year.</summary>
    internal void Count(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Unsigned((ulong)value);
    }

    /// <summary>`svarint`.</summary>
    internal void Signed(long value) => Unsigned(PackedNumber.Fold(value));

    /// <summary>`bytes`.</summary>
    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Unsigned((ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>`text`.</summary>
    /// <exception cref="ArgumentException">It is not well-formed Unicode (a surrogate stands alone).</exception>
    internal void Text(string text)
    {
        var length = Utf8.GetByteCount(text);
        Unsigned((ulong)length);
        Utf8.GetBytes(text, Take(length));
    }

    /// <summary>`hash`.</summary>
    internal void Digest(Hash hash) => hash.CopyTo(Take(Hash.Size));

    /// <summary>16 bytes, the most significant first: `pseudonym`, a draw, a ledger's id.</summary>
    internal void Fixed16(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Take(16), value);

    /// <summary>`instant`.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9999.</exception>
    internal void At(Instant instant)
    {
        if (instant < Instant.Earliest || instant > Instant.Latest)
        {
            throw new ArgumentOutOfRangeException(nameof(instant), instant.UnixMilliseconds, "an instant lies in the years 1 to 9999");
        }

        Signed(instant.UnixMilliseconds);
    }

    /// <summary>`date`.</summary>
    internal void Date(DateOnly date) => Signed(date.DayNumber - RecordReader.EpochDay);

    /// <summary>`decimal`; minus zero becomes zero.</summary>
    internal void Decimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 size = new(unchecked((uint)bits[2]), ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]));
        U8((byte)((bits[3] >> 16) & 0xFF));
        Unsigned128(bits[3] < 0 && size != 0 ? (size << 1) - 1 : size << 1);
    }

    /// <summary>`money`.</summary>
    internal void Amount(Money money)
    {
        Decimal(money.Amount);
        Text(money.Currency);
    }

    /// <summary>`code`.</summary>
    internal void Coded(Code code)
    {
        Text(code.Scheme);
        Text(code.Value);
    }

    /// <summary>`num`: a number, NaN for one that is not known.</summary>
    internal void Number(double value)
    {
        if (double.IsNaN(value))
        {
            U8(PackedNumber.Unknown);
        }
        else
        {
            Known(value);
        }
    }

    /// <summary>`numbers`: NaN for those that are not known.</summary>
    /// <exception cref="ArgumentException">More than <see cref="LedgerLimits.Numbers"/> in one record.</exception>
    internal void Numbers(ReadOnlySpan<double> values)
    {
        if (values.Length > LedgerLimits.Numbers - _numbers)
        {
            throw new ArgumentException($"more than {LedgerLimits.Numbers} numbers in a record", nameof(values));
        }

        _numbers += values.Length;
        Unsigned((ulong)values.Length);
        for (var i = 0; i < values.Length;)
        {
            if (!double.IsNaN(values[i]))
            {
                Known(values[i++]);
                continue;
            }

            var start = i;
            while (i < values.Length && double.IsNaN(values[i]))
            {
                i++;
            }

            Unsigned(((ulong)(i - start - 1) << 2) | PackedNumber.Unknown);
        }
    }

    /// <summary>`list&lt;T&gt;`.</summary>
    /// <param name="entries">At most <see cref="LedgerLimits.List"/>.</param>
    /// <param name="write">Writes one entry; a static lambda allocates nothing.</param>
    /// <exception cref="ArgumentException">Too many entries.</exception>
    internal void List<T>(IReadOnlyList<T> entries, Action<RecordWriter, T> write)
    {
        var count = entries.Count;
        if (count > LedgerLimits.List)
        {
            throw new ArgumentException($"{count} entries of a list, at most {LedgerLimits.List}", nameof(entries));
        }

        Unsigned((ulong)count);
        for (var i = 0; i < count; i++)
        {
            write(this, entries[i]);
        }
    }

    /// <summary>Says that a record begins.</summary>
    internal void Begin() => _numbers = 0;

    private void Known(double value)
    {
        var form = PackedNumber.FormOf(value, out var integer);
        if (form == PackedNumber.Bits)
        {
            U8(PackedNumber.Bits);
            BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);
        }
        else
        {
            Unsigned((PackedNumber.Fold(integer) << 2) | (uint)form);
        }
    }

    private void Unsigned128(UInt128 value)
    {
        for (; value > ulong.MaxValue; value >>= 7)
        {
            U8((byte)((ulong)(value & 0x7F) | 0x80));
        }

        Unsigned((ulong)value);
    }

    private Span<byte> Take(int length)
    {
        var bytes = Room(length)[..length];
        Length += length;
        return bytes;
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - Length < length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + length));
        }

        return _buffer.AsSpan(Length);
    }
}
