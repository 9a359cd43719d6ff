using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tamiz.Verifier.Rules;

/// <summary>Checks draws against the key of their day.</summary>
internal static class DrawKey
{
    /// <summary>Sequences of the draws that are not the HMAC of their identity.</summary>
    public static List<ulong> Wrong(byte[] key, IEnumerable<(byte[] Identity, UInt128 Draw, ulong Sequence)> draws)
    {
        var wrong = new List<ulong>();
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> hash = stackalloc byte[32];
        foreach (var (identity, draw, sequence) in draws)
        {
            hmac.AppendData(identity);
            hmac.GetHashAndReset(hash);
            if (BinaryPrimitives.ReadUInt128BigEndian(hash) != draw)
            {
                wrong.Add(sequence);
            }
        }

        return wrong;
    }
}
