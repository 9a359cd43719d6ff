using System.Globalization;
using System.Text;

namespace Tamiz.Ledger;

/// <summary>What a ledger was up to a batch, in a small signed text to be kept outside.</summary>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Batch">The last batch that it covers.</param>
/// <param name="Records">How many records up to and with that batch.</param>
/// <param name="Committed">When that batch was committed.</param>
/// <param name="BatchHash">Hash of that batch.</param>
/// <param name="Tree">Tree of the ledger over the batches up to that one.</param>
/// <param name="Key">Id of the key that signed.</param>
public sealed record Checkpoint(LedgerId Ledger, long Batch, long Records, Instant Committed, Hash BatchHash, Hash Tree, Hash Key)
{
    /// <summary>The signature over <see cref="ToSigned"/>, 64 bytes; empty where it is not signed yet.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Name of its file.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"checkpoint-{Batch:D10}.txt");

    /// <summary>Reads the text.</summary>
    /// <exception cref="LedgerFormatException">It is not word for word as docs/reference/ledger-format.md says; the signature is not checked.</exception>
    public static Checkpoint Read(string text)
    {
        var lines = new TextLines(text);
        if (lines.Value("tamiz") != "checkpoint 1")
        {
            lines.Fail("not a checkpoint of version 1");
        }

        var ledger = lines.Bytes("ledger");
        if (ledger.Length != LedgerId.Size)
        {
            lines.Fail("ledger: not 32 hexadecimal digits");
        }

        var checkpoint = new Checkpoint(LedgerId.Of(ledger), lines.Number("batch"), lines.Number("records"), new Instant(lines.Number("instant")),
            lines.Digest("hash"), lines.Digest("tree"), lines.Digest("key")) { Signature = lines.Bytes("signature") };
        if (checkpoint.Signature.Length != PublicKey.SignatureSize || checkpoint.Batch < 0 || checkpoint.Records < 1)
        {
            lines.Fail("a number or signature out of range");
        }

        lines.End();
        return checkpoint;
    }

    /// <summary>The bytes that are signed: all lines before the signature's.</summary>
    public byte[] ToSigned() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"tamiz checkpoint 1\nledger {Ledger}\nbatch {Batch}\nrecords {Records}\ninstant {Committed.UnixMilliseconds}\nhash {BatchHash}\ntree {Tree}\nkey {Key}\n"));

    /// <summary>Whether it was signed by a key.</summary>
    public bool IsSignedBy(PublicKey key) => key.Id == Key && key.HasSigned(ToSigned(), Signature.Span);

    /// <summary>The whole text.</summary>
    public override string ToString() => Encoding.ASCII.GetString(ToSigned()) + $"signature {Convert.ToHexStringLower(Signature.Span)}\n";
}
