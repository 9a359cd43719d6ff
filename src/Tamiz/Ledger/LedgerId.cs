using System.Buffers.Binary;
using System.Globalization;

namespace Tamiz.Ledger;

/// <summary>The 16 bytes that tell one ledger from every other, drawn at random when it is founded.</summary>
/// <param name="Value">The bytes as a number, the first the most significant.</param>
public readonly record struct LedgerId(UInt128 Value)
{
    /// <summary>Bytes of an id.</summary>
    public const int Size = 16;

    /// <summary>The id whose bytes these are.</summary>
    /// <param name="bytes">At least 16 bytes; those after them are ignored.</param>
    public static LedgerId Of(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Writes the 16 bytes to the beginning of a span.</summary>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
