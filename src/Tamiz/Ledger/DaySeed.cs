using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Ledger;

/// <summary>The secret of an office's day, from which its draws follow: committed to before the day before it closes, revealed when it closes.</summary>
public static class DaySeed
{
    /// <summary>Bytes of a seed.</summary>
    public const int Size = 32;

    /// <summary>What is published beforehand: SHA-256 over "tamiz seed", the ledger's id, the office and the seed.</summary>
    /// <param name="ledger">The ledger that the day belongs to.</param>
    /// <param name="office">The customs office.</param>
    /// <param name="seed">32 bytes from a cryptographic source.</param>
    /// <exception cref="ArgumentException">The seed has another length, or the office is not well-formed Unicode.</exception>
    public static Hash Commitment(LedgerId ledger, string office, ReadOnlySpan<byte> seed)
    {
        CheckSize(seed);
        var writer = new RecordWriter();
        writer.Raw("tamiz seed"u8);
        writer.Fixed16(ledger.Value);
        writer.Text(office);
        writer.Raw(seed);
        return Hash.Of(writer.Written);
    }

    /// <summary>The key of the day's draws: HMAC-SHA-256 with the seed as key over the anchor and the outside contribution.</summary>
    /// <param name="seed">32 bytes, secret until the day closes.</param>
    /// <param name="anchor">Hash of the batch with the office's day closed before, or with its first commitment.</param>
    /// <param name="outside">A public beacon's or a custodian's contribution; empty for none.</param>
    /// <returns>32 bytes, as secret as the seed.</returns>
    /// <exception cref="ArgumentException">The seed has another length.</exception>
    public static byte[] DrawKey(ReadOnlySpan<byte> seed, Hash anchor, string outside)
    {
        CheckSize(seed);
        var text = Encoding.UTF8.GetBytes(outside);
        var data = new byte[Hash.Size + text.Length];
        anchor.CopyTo(data);
        text.CopyTo(data, Hash.Size);
        return HMACSHA256.HashData(seed, data);
    }

    private static void CheckSize(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Size)
        {
            throw new ArgumentException($"a seed has {Size} bytes, not {seed.Length}", nameof(seed));
        }
    }
}
