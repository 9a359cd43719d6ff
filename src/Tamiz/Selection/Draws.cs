using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Selection;

/// <summary>Draws that anyone with the seed can repeat.</summary>
public static class Draws
{
    /// <summary>Two numbers in [0, 1) from HMAC-SHA256(seed, identity): the first 53 bits for the random control, bits 65 to 117 for ties at the bid price.</summary>
    public static (double Random, double Tie) Of(ReadOnlySpan<byte> seed, string identity)
    {
        Span<byte> text = identity.Length <= 200 ? stackalloc byte[600] : new byte[Encoding.UTF8.GetMaxByteCount(identity.Length)];
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(seed, text[..Encoding.UTF8.GetBytes(identity, text)], hash);
        return (Fraction(hash), Fraction(hash[8..]));
    }

    private static double Fraction(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 11) * (1.0 / (1UL << 53));
}
