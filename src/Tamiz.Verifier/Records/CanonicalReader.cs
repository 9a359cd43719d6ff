using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Tamiz.Verifier.Records;

/// <summary>
/// Reads fields in their one canonical form. The first thing that is not so becomes the fault; from then on everything reads as zero or
/// empty, and nothing ever throws.
/// </summary>
/// <param name="bytes">The bytes.</param>
/// <param name="at">Where to begin.</param>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes, int at = 0)
{
    private const double Integers = 1L << 53;
    private const ulong MostEntries = 65_536;
    private const ulong MostNumbers = 4_194_304;
    private const long FirstDay = -719_162;
    private const long LastDay = 2_932_896;
    private const long Day = 86_400_000;
    private const int DecimalBits = 97;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private ulong _told;

    /// <summary>The next byte's place.</summary>
    public int At { get; private set; } = at;

    /// <summary>What is not canonical; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public readonly bool Ended => At >= _bytes.Length;

    /// <summary>Notes the first fault and stops the reading.</summary>
    public void Fail(string fault)
    {
        Fault ??= fault;
        At = _bytes.Length;
    }

    public byte Byte()
    {
        if (At < _bytes.Length)
        {
            return _bytes[At++];
        }

        Fail("the end in the middle of a field");
        return 0;
    }

    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_bytes.Length - At))
        {
            Fail("the end in the middle of a field");
            return default;
        }

        var taken = _bytes.Slice(At, (int)count);
        At += taken.Length;
        return taken;
    }

    /// <summary>uvarint.</summary>
    public ulong Unsigned()
    {
        var at = At;
        if ((uint)at < (uint)_bytes.Length && _bytes[at] is < 0x80 and var one)
        {
            At = at + 1;
            return one;
        }

        return Long(64, out _);
    }

    /// <summary>uvarint of at most so many bits.</summary>
    public ulong Unsigned(int bits)
    {
        var value = Unsigned();
        return value >> bits == 0 ? value : Beyond<ulong>();
    }

    /// <summary>How many entries a list has.</summary>
    public ulong Entries()
    {
        var count = Unsigned();
        return count <= MostEntries ? count : Beyond<ulong>();
    }

    /// <summary>svarint.</summary>
    public long Signed() => Unfold(Unsigned());

    /// <summary>svarint of 32 bits.</summary>
    public long Signed32() => Signed() is >= int.MinValue and <= int.MaxValue and var value ? value : Beyond<long>();

    /// <summary>instant.</summary>
    public long Instant() => Signed() is >= FirstDay * Day and < (LastDay + 1) * Day and var value ? value : Beyond<long>();

    /// <summary>date.</summary>
    public long Date() => Signed() is >= FirstDay and <= LastDay and var value ? value : Beyond<long>();

    /// <summary>bytes.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Unsigned());

    /// <summary>text, as its bytes.</summary>
    public ReadOnlySpan<byte> Text()
    {
        var text = Bytes();
        if (!Utf8.IsValid(text))
        {
            Fail("a text that is not UTF-8");
        }

        return text;
    }

    /// <summary>text.</summary>
    public string String() => Encoding.UTF8.GetString(Text());

    /// <summary>decimal; only its form matters here.</summary>
    public void Decimal()
    {
        if (Byte() > 28)
        {
            Fail("a scale above 28");
        }

        // Its value, which would not fit, is never needed: 2m or -2m - 1 of an m below 2^96.
        var low = Long(128, out var high);
        if (high >> (DecimalBits - 64) != 0 || (high == (1UL << (DecimalBits - 64)) - 1 && low == ulong.MaxValue))
        {
            Beyond<ulong>();
        }
    }

    /// <summary>num; NaN where it is not known.</summary>
    public double Number()
    {
        var head = Unsigned();
        if ((head & 3) == 3 && head != 3)
        {
            Fail("a run of unknown numbers in the place of one");
        }

        return Number(head);
    }

    /// <summary>numbers; only their form matters here.</summary>
    public void Numbers()
    {
        var left = Unsigned();
        if (left > MostNumbers - _told)
        {
            Beyond<ulong>();
            return;
        }

        _told += left;
        var wasUnknown = false;
        while (left > 0 && Fault is null)
        {
            var head = Unsigned();
            var unknown = (head & 3) == 3;
            var run = unknown ? (head >> 2) + 1 : 1;
            if (run > left || (unknown && wasUnknown))
            {
                Fail(run > left ? "a run of unknown numbers beyond their count" : "a run of unknown numbers in two parts");
                return;
            }

            Number(head);
            left -= run;
            wasUnknown = unknown;
        }
    }

    private double Number(ulong head)
    {
        var k = head >> 2;
        var integer = Unfold(k);
        switch (head & 3)
        {
            case 0 when Math.Abs(integer) < Integers:
                return integer;
            case 1 when Math.Abs(integer) < Integers && integer % 1024 != 0:
                return integer / 1024.0;
            case 2 when k == 0:
                return Double();
            case 3:
                return double.NaN;
            default:
                Fail("a number not in its first form");
                return 0;
        }
    }

    private double Double()
    {
        var bits = Take(8);
        if (bits.IsEmpty)
        {
            return 0;
        }

        var value = BinaryPrimitives.ReadDoubleLittleEndian(bits);
        var minusZero = value == 0 && double.IsNegative(value);
        if (double.IsNaN(value) || (!minusZero && (IsShort(value) || IsShort(value * 1024))))
        {
            Fail("a number not in its first form");
        }

        return value;
    }

    private static bool IsShort(double value) => Math.Abs(value) < Integers && value == Math.Truncate(value);

    private static long Unfold(ulong folded) => (long)(folded >> 1) ^ -(long)(folded & 1);

    private T Beyond<T>()
        where T : struct
    {
        Fail("a number beyond what the page allows");
        return default;
    }

    // The lower and the upper 64 bits.
    private ulong Long(int bits, out ulong high)
    {
        ulong value = 0;
        high = 0;
        var left = _bytes[At..];
        for (int i = 0, shift = 0; i < left.Length && shift < bits; i++, shift += 7)
        {
            var next = left[i];
            value |= shift < 64 ? (next & 0x7FUL) << shift : 0;
            high |= shift >= 64 ? (next & 0x7FUL) << (shift - 64) : shift > 57 ? (next & 0x7FUL) >> (64 - shift) : 0;
            if (next >= 0x80)
            {
                continue;
            }

            var tooLong = bits - shift < 7 && next >> (bits - shift) != 0;
            if (tooLong || (next == 0 && i > 0))
            {
                break;
            }

            At += i + 1;
            return value;
        }

        Fail("an integer that is cut off, too long, or not in its shortest form");
        return 0;
    }
}
