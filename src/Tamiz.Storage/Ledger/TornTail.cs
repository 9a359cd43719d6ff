using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>Tells a batch that a power cut broke off from one that was damaged (docs/reference/ledger-format.md, Files).</summary>
internal static class TornTail
{
    private const int Sector = 512;

    /// <summary>Whether the last bytes of a ledger are an incomplete batch, with no complete one after it.</summary>
    /// <param name="rest">From the end of the last good batch to the end of the file.</param>
    /// <param name="offset">Where they begin in the file.</param>
    /// <param name="number">Number of the batch that should stand here.</param>
    /// <param name="key">The key in force; null before the first batch.</param>
    public static bool Is(ReadOnlySpan<byte> rest, long offset, long number, PublicKey? key) =>
        (EndsEarly(rest, number) || LacksSector(rest, offset)) && !IsFollowed(rest, number, key);

    private static bool EndsEarly(ReadOnlySpan<byte> rest, long number) => rest.Length < BatchHeader.Size
        ? BatchHeader.Begins(rest)
        : TryRead(rest) is { } header && header.Number == number && rest.Length - BatchHeader.Size < header.StoredLength;

    // The disk writes sectors in any order; one that it did not reach before the power went holds zeros.
    private static bool LacksSector(ReadOnlySpan<byte> rest, long offset)
    {
        for (int start = 0, end; start < rest.Length; start = end)
        {
            end = Math.Min(rest.Length, start + Sector - (int)((offset + start) % Sector));
            if (!rest[start..end].ContainsAnyExcept((byte)0))
            {
                return true;
            }
        }

        return false;
    }

    // A batch begins only once the one before was acknowledged: where one follows, this one was whole.
    private static bool IsFollowed(ReadOnlySpan<byte> rest, long number, PublicKey? key)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            var next = rest[at..].IndexOf("TZB1"u8);
            if (next < 0)
            {
                return false;
            }

            at += next;
            var bytes = rest[at..];
            if (bytes.Length >= BatchHeader.Size && TryRead(bytes) is { } header && header.Number > number && IsSigned(header, bytes, key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSigned(BatchHeader header, ReadOnlySpan<byte> bytes, PublicKey? key) => key is null || header.Key != key.Id
        || key.HasSigned(bytes[..BatchHeader.SignedSize], bytes[BatchHeader.SignedSize..BatchHeader.Size]);

    private static BatchHeader? TryRead(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return BatchHeader.Read(bytes);
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }
}
