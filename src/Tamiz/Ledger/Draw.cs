using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Ledger;

/// <summary>The draw of a declaration: the first 16 bytes of HMAC-SHA-256(draw key of its office's day, identity).</summary>
/// <param name="Value">The bytes as a number, the first the most significant.</param>
public readonly record struct Draw(UInt128 Value)
{
    /// <summary>What decides the lane, in [0, 1).</summary>
    public double Lane => Fraction((ulong)(Value >> 64));

    /// <summary>What decides the referral to post-clearance audit, in [0, 1).</summary>
    public double Referral => Fraction((ulong)(Value & ulong.MaxValue));

    /// <summary>The draw of an identity.</summary>
    /// <param name="key">The draw key of the office's day (<see cref="DaySeed.DrawKey"/>).</param>
    /// <param name="identity">office/year/number, without a version.</param>
    public static Draw Of(ReadOnlySpan<byte> key, string identity)
    {
        Span<byte> hash = stackalloc byte[Hash.Size];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(identity), hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    private static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
