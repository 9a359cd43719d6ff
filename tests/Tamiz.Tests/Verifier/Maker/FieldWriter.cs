using System.Buffers.Binary;
using System.Text;

namespace Tamiz.Tests.Verifier.Maker;

/// <summary>Writes fields as the page says under "Numbers and texts".</summary>
internal sealed class FieldWriter
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public FieldWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public FieldWriter Unsigned(UInt128 value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)((value & 0x7F) | 0x80));
        }

        _bytes.Add((byte)value);
        return this;
    }

    public FieldWriter Signed(long value) => Unsigned(Fold(value));

    public FieldWriter Flag(bool value) => Raw(value ? (byte)1 : (byte)0);

    public FieldWriter Bytes(ReadOnlySpan<byte> bytes) => Unsigned((UInt128)bytes.Length).Raw(bytes);

    public FieldWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public FieldWriter Texts(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Text(text);
        }

        return this;
    }

    public FieldWriter Decimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        var size = new UInt128(unchecked((uint)bits[2]), (ulong)unchecked((uint)bits[1]) << 32 | unchecked((uint)bits[0]));
        return Raw((byte)(bits[3] >> 16 & 0xFF)).Unsigned(value < 0 ? (2 * size) - 1 : 2 * size);
    }

    public FieldWriter Money(decimal amount, string currency) => Decimal(amount).Text(currency);

    public FieldWriter Number(double value)
    {
        const double Limit = 1L << 53;
        if (double.IsNaN(value))
        {
            return Unsigned(3);
        }

        var minusZero = value == 0 && double.IsNegative(value);
        if (!minusZero && Math.Floor(value) == value && Math.Abs(value) < Limit)
        {
            return Unsigned(Fold((long)value) << 2);
        }

        var scaled = value * 1024;
        if (!minusZero && Math.Floor(scaled) == scaled && Math.Abs(scaled) < Limit)
        {
            return Unsigned((Fold((long)scaled) << 2) | 1);
        }

        Span<byte> bits = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bits, value);
        return Unsigned(2).Raw(bits);
    }

    public FieldWriter Numbers(IReadOnlyList<double> values)
    {
        Unsigned((UInt128)values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            var run = 0;
            while (i + run < values.Count && double.IsNaN(values[i + run]))
            {
                run++;
            }

            if (run > 0)
            {
                Unsigned(((UInt128)(run - 1) << 2) | 3);
                i += run - 1;
            }
            else
            {
                Number(values[i]);
            }
        }

        return this;
    }

    public FieldWriter List<T>(IReadOnlyCollection<T> things, Action<FieldWriter, T> write)
    {
        Unsigned((UInt128)things.Count);
        foreach (var thing in things)
        {
            write(this, thing);
        }

        return this;
    }

    public FieldWriter Optional<T>(T? thing, Action<FieldWriter, T> write)
        where T : class
    {
        if (thing is null)
        {
            return Raw(0);
        }

        Raw(1);
        write(this, thing);
        return this;
    }

    // Fields whose bit is set; a null one is not there.
    public FieldWriter Masked(params ReadOnlySpan<Action<FieldWriter>?> fields)
    {
        ulong mask = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            mask |= fields[i] is null ? 0 : 1UL << i;
        }

        Unsigned(mask);
        foreach (var field in fields)
        {
            field?.Invoke(this);
        }

        return this;
    }

    private static UInt128 Fold(long value) => value >= 0 ? 2 * (UInt128)value : (2 * (UInt128)(-(Int128)value)) - 1;
}
