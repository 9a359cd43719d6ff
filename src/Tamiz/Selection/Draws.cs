using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Selection;

/// <summary>Draws that anyone with the seed can repeat.</summary>
public static class Draws
{
    /// <summary>
    /// Two independent numbers in [0, 1) from HMAC-SHA256(seed, identity as UTF-8): bytes 0 to 7 decide the lane, bytes 8 to 15 the
    /// referral; each is a big-endian integer as a fraction of 2^64, cut to 53 bits.
    /// </summary>
    /// <param name="seed">The secret whose hash was published beforehand; any length, 32 bytes advised.</param>
    /// <param name="identity">The declaration's identity as text.</param>
    public static (double Lane, double Referral) Of(ReadOnlySpan<byte> seed, string identity)
    {
        Span<byte> text = identity.Length <= 200 ? stackalloc byte[600] : new byte[Encoding.UTF8.GetMaxByteCount(identity.Length)];
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(seed, text[..Encoding.UTF8.GetBytes(identity, text)], hash);
        return (Fraction(hash), Fraction(hash[8..]));
    }

    private static double Fraction(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 11) * (1.0 / (1UL << 53));
}
