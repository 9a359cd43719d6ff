using Tamiz.Verifier.Batches;

namespace Tamiz.Verifier.Escrow;

/// <summary>A checkpoint, as its file says.</summary>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Batch">The latest batch that it covers.</param>
/// <param name="Records">How many records there are up to and with that batch.</param>
/// <param name="Instant">The batch's, in milliseconds since 1970.</param>
/// <param name="Hash">Hash of that batch.</param>
/// <param name="Tree">The tree of the ledger up to that batch.</param>
/// <param name="KeyId">Id of the key that signed.</param>
/// <param name="Signature">The signature, r and s.</param>
/// <param name="SignedHash">SHA-256 of what was signed.</param>
internal sealed record Checkpoint(
    byte[] Ledger, ulong Batch, ulong Records, long Instant, byte[] Hash, byte[] Tree, byte[] KeyId, byte[] Signature, byte[] SignedHash)
{
    private const int LongestFile = 4096;

    /// <summary>Reads a file; null where it is not well-formed.</summary>
    public static Checkpoint? ReadFile(string path) => ShortText.Read(path, LongestFile) is { } text ? Read(text) : null;

    /// <summary>Reads a text; null where it is not well-formed.</summary>
    public static Checkpoint? Read(string text)
    {
        var lines = new SignedLines(text);
        if (lines.Next("tamiz checkpoint 1").Length > 0)
        {
            return null;
        }

        var checkpoint = new Checkpoint(
            lines.Hex("ledger", 16), lines.Number("batch"), lines.Number("records"), lines.Signed("instant"),
            lines.Hex("hash", 32), lines.Hex("tree", 32), lines.Hex("key", 32), [], lines.HashSoFar());
        checkpoint = checkpoint with { Signature = lines.Hex("signature", 64) };
        return lines.Failed || !lines.Ended ? null : checkpoint;
    }

    /// <summary>Whether a key signed it.</summary>
    public bool IsSignedBy(SigningKey key) => key.Id.AsSpan().SequenceEqual(KeyId) && key.Signed(SignedHash, Signature);
}
