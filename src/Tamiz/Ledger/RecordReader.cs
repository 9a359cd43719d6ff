using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>Reads one entry of a list.</summary>
internal delegate T ReadOne<out T>(ref RecordReader reader);

/// <summary>
/// Reads canonical bytes (docs/reference/ledger-format.md, Numbers and texts). Each method throws a <see cref="LedgerFormatException"/>
/// where the bytes end too early or another form of the same value is the canonical one, and nothing else.
/// </summary>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>1970-01-01 as a day number of <see cref="DateOnly"/>.</summary>
    public const int EpochDay = 719_162;

    private const int MaxScale = 28;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _numbers;

    /// <summary>Bytes that were read.</summary>
    public readonly int Position => _at;

    /// <summary>Throws unless all bytes were read.</summary>
    public readonly void End()
    {
        if (_at != _bytes.Length)
        {
            Fail("bytes are left over");
        }
    }

    [DoesNotReturn]
    public readonly void Fail(string reason) => throw new LedgerFormatException(reason, _at);

    public byte U8() => Raw(1)[0];

    public ReadOnlySpan<byte> Raw(int length)
    {
        if (length > _bytes.Length - _at)
        {
            Fail("the bytes end too early");
        }

        var taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }

    public bool Flag()
    {
        var value = U8();
        if (value > 1)
        {
            Fail("neither 0 nor 1");
        }

        return value == 1;
    }

    public ulong Unsigned()
    {
        var value = Varying(64);
        return (ulong)value;
    }

    /// <summary>`uvarint` that fits a signed integer of 64 bits.</summary>
    public long Count()
    {
        var value = Unsigned();
        if (value > long.MaxValue)
        {
            Fail("more than 64 bits with a sign hold");
        }

        return (long)value;
    }

    /// <summary>`uvarint` that fits a signed integer of 32 bits.</summary>
    public int Count32()
    {
        var value = Unsigned();
        if (value > int.MaxValue)
        {
            Fail("more than 32 bits with a sign hold");
        }

        return (int)value;
    }

    public long Signed() => PackedNumber.Unfold(Unsigned());

    /// <summary>`svarint` that fits 32 bits.</summary>
    public int Signed32()
    {
        var value = Signed();
        if (value is < int.MinValue or > int.MaxValue)
        {
            Fail("more than 32 bits with a sign hold");
        }

        return (int)value;
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Unsigned();
        if (length > (ulong)(_bytes.Length - _at))
        {
            Fail("a length beyond the end");
        }

        return Raw((int)length);
    }

    public string Text()
    {
        var bytes = Bytes();
        if (!Utf8.IsValid(bytes))
        {
            Fail("not UTF-8");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    public Hash Digest() => new(Raw(Hash.Size));

    public UInt128 Fixed16() => BinaryPrimitives.ReadUInt128BigEndian(Raw(16));

    public Instant At()
    {
        var instant = new Instant(Signed());
        if (instant < Instant.Earliest || instant > Instant.Latest)
        {
            Fail("an instant outside the years 1 to 9999");
        }

        return instant;
    }

    public DateOnly Date()
    {
        var days = Signed();
        if (days < -EpochDay || days > DateOnly.MaxValue.DayNumber - EpochDay)
        {
            Fail("a date outside the years 1 to 9999");
        }

        return DateOnly.FromDayNumber((int)days + EpochDay);
    }

    public decimal Decimal()
    {
        var scale = U8();
        var folded = Varying(128);
        var negative = (folded & 1) == 1;
        var size = (folded >> 1) + (negative ? UInt128.One : UInt128.Zero);
        if (scale > MaxScale || size >> 96 != 0)
        {
            Fail("a decimal out of range");
        }

        return unchecked(new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), negative, scale));
    }

    public Money Amount()
    {
        var amount = Decimal();
        return new(amount, Text());
    }

    public Code Coded()
    {
        var scheme = Text();
        return new(scheme, Text());
    }

    /// <summary>A `u8` that is one of the first values of an enumeration.</summary>
    public byte OneOf(int values)
    {
        var value = U8();
        if (value >= values)
        {
            Fail("an unknown value");
        }

        return value;
    }

    public double Number()
    {
        var head = Unsigned();
        if ((head & 3) != PackedNumber.Unknown)
        {
            return Known(head);
        }

        if (head != PackedNumber.Unknown)
        {
            Fail("a run of unknown numbers where one number stands");
        }

        return double.NaN;
    }

    public double[] Numbers()
    {
        var count = Unsigned();
        if (count > (ulong)(LedgerLimits.Numbers - _numbers))
        {
            Fail("too many numbers");
        }

        _numbers += (int)count;
        var values = new double[(int)count];
        var ran = false;
        for (var i = 0; i < values.Length;)
        {
            var head = Unsigned();
            if ((head & 3) != PackedNumber.Unknown)
            {
                values[i++] = Known(head);
                ran = false;
                continue;
            }

            if (ran || head >> 2 >= (ulong)(values.Length - i))
            {
                Fail("a run of unknown numbers is cut in two or too long");
            }

            var run = (int)(head >> 2) + 1;
            values.AsSpan(i, run).Fill(double.NaN);
            i += run;
            ran = true;
        }

        return values;
    }

    public List<T> List<T>(ReadOne<T> read)
    {
        var count = Unsigned();
        if (count > LedgerLimits.List || count > (ulong)(_bytes.Length - _at))
        {
            Fail("a list that is too long");
        }

        var entries = new List<T>((int)count);
        for (var i = 0; i < (int)count; i++)
        {
            entries.Add(read(ref this));
        }

        return entries;
    }

    private double Known(ulong head)
    {
        var form = (int)(head & 3);
        var integer = PackedNumber.Unfold(head >> 2);
        if (form == PackedNumber.Bits)
        {
            return ByBits(head);
        }

        if (!PackedNumber.IsInRange(integer) || (form == PackedNumber.Fraction && integer % (long)PackedNumber.Denominator == 0))
        {
            Fail("a number in another form than its own");
        }

        return form == PackedNumber.Whole ? integer : integer / PackedNumber.Denominator;
    }

    private double ByBits(ulong head)
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Raw(8));
        if (head != PackedNumber.Bits || double.IsNaN(value) || PackedNumber.FormOf(value, out _) != PackedNumber.Bits)
        {
            Fail("a number in another form than its own");
        }

        return value;
    }

    private UInt128 Varying(int bits)
    {
        ulong low = 0;
        UInt128 value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = U8();
            if (shift < 63)
            {
                low |= (ulong)(next & 0x7F) << shift;
            }
            else
            {
                Overflow(next, bits - shift);
                value |= (UInt128)(uint)(next & 0x7F) << shift;
            }

            if (next < 0x80)
            {
                if (next == 0 && shift > 0)
                {
                    Fail("a number in more bytes than it needs");
                }

                return value | low;
            }
        }
    }

    // With `room` bits left, a byte may use no more of them, nor say that another follows.
    private readonly void Overflow(byte next, int room)
    {
        if (room <= 0 || (room < 7 && next >> room != 0))
        {
            Fail("a number of too many bits");
        }
    }
}
