using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tamiz.Verifier.Batches;

/// <summary>
/// Identities in 122 bits: twice a polynomial over the integers modulo 2^61 - 1, each at a point that nobody knows (Carter and Wegman).
/// Whoever wrote the ledger cannot choose two identities that collide; that two of a thousand million do has less than one chance in 2^50.
/// </summary>
internal sealed class IdentityHash
{
    private const ulong Prime = (1UL << 61) - 1;
    private const int Chunk = 7;

    private readonly ulong _first = SecretPoint();
    private readonly ulong _second = SecretPoint();

    /// <summary>The hash of an identity.</summary>
    public UInt128 Of(ReadOnlySpan<byte> identity)
    {
        var (first, second) = ((ulong)identity.Length, (ulong)identity.Length);
        Span<byte> chunk = stackalloc byte[8];
        for (; !identity.IsEmpty; identity = identity[Math.Min(Chunk, identity.Length)..])
        {
            chunk.Clear();
            identity[..Math.Min(Chunk, identity.Length)].CopyTo(chunk);
            var number = BinaryPrimitives.ReadUInt64LittleEndian(chunk);
            first = Step(first, _first, number);
            second = Step(second, _second, number);
        }

        // One step more, so that the last chunk is not merely added.
        return new UInt128(Step(first, _first, 0), Step(second, _second, 0));
    }

    private static ulong Step(ulong hash, ulong point, ulong number)
    {
        var high = Math.BigMul(hash, point, out var low);
        var sum = (low & Prime) + (low >> 61 | high << 3) + number;
        sum = (sum & Prime) + (sum >> 61);
        return sum >= Prime ? sum - Prime : sum;
    }

    private static ulong SecretPoint() => (BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) % (Prime - 2)) + 2;
}
