using System.Security.Cryptography;
using Tamiz.Tests.Verifier.Maker;

namespace Tamiz.Tests.Verifier;

/// <summary>One way of tampering with a true history. Its name, words and rules stand in Tampering.cases.</summary>
internal sealed class Tampering
{
    /// <summary>The true history that is tampered with: four days, the last one open, its end not yet escrowed.</summary>
    public static readonly SampleSize True = new(7) { Days = 4 };

    /// <summary>A batch of it with a good many records.</summary>
    public const int Worked = 10;

    /// <summary>What is bent while the history is written; all after it is signed anew.</summary>
    public Func<Bending>? Bends { get; private init; }

    /// <summary>What is done to the files afterwards.</summary>
    public Action<LedgerFiles>? Edits { get; private init; }

    /// <summary>Files of the ledger as it was left, with the escrow of the true history.</summary>
    public LedgerFiles Make()
    {
        var truth = SampleHistory.Make(True);
        if (Bends is null)
        {
            Edits?.Invoke(truth);
            return truth;
        }

        var files = SampleHistory.Make(True, Bends());
        foreach (var name in files.Keys.Where(name => name.StartsWith("escrow/", StringComparison.Ordinal)).ToList())
        {
            files.Remove(name);
        }

        foreach (var (name, bytes) in truth.Where(file => file.Key.StartsWith("escrow/", StringComparison.Ordinal)))
        {
            files[name] = bytes;
        }

        Edits?.Invoke(files);
        return files;
    }

    /// <summary>Files are edited, without the key.</summary>
    public static Tampering Files(Action<LedgerFiles> edits) => new() { Edits = edits };

    /// <summary>A bit of one batch is changed.</summary>
    public static Tampering Bit(int at, byte bits = 1, int batch = 12) =>
        Files(files => files.Flip(files.Batches[batch].File, files.Batches[batch].Offset + at, bits));

    /// <summary>The first record of a kind becomes others, and all that follows is signed anew.</summary>
    public static Tampering Record<T>(Func<T, bool> which, Func<T, IEnumerable<Entry>> what)
        where T : Entry => new()
    {
        Bends = () =>
        {
            var done = false;
            return new Bending
            {
                Entry = entry =>
                {
                    if (done || entry is not T one || !which(one))
                    {
                        return [entry];
                    }

                    done = true;
                    return what(one);
                },
            };
        },
    };

    /// <summary>The first record of a kind becomes another.</summary>
    public static Tampering Record<T>(Func<T, Entry> what)
        where T : Entry => Record<T>(static _ => true, one => [what(one)]);

    /// <summary>Every record may become others, and all that follows is signed anew.</summary>
    public static Tampering Records(Func<Entry, IEnumerable<Entry>> what) => new() { Bends = () => new Bending { Entry = what } };

    /// <summary>One batch is bent before it is signed, and all that follows is signed anew.</summary>
    public static Tampering Batch(int number, Action<BatchDraft> what) => new()
    {
        Bends = () => new Bending
        {
            Batch = draft =>
            {
                if (draft.Number == (ulong)number)
                {
                    what(draft);
                }
            },
        },
    };

    /// <summary>The history is written otherwise throughout.</summary>
    public static Tampering Otherwise(Func<Bending> bends) => new() { Bends = bends };

    /// <summary>A batch's payload is written anew, its hashes too; its signature is left as it was.</summary>
    public static Tampering Payload(Func<List<byte[]>, List<byte[]>> records, ECDsa? key = null, System.IO.Compression.CompressionLevel? level = null) => Files(files =>
    {
        var old = files.Batch(Worked);
        var changed = records(BatchBytes.Records(old));
        var draft = BatchBytes.Draft(old, changed, key);
        if (level is { } other)
        {
            draft.Store(BatchBytes.Payload(old), other);
        }

        var bytes = draft.Sign();
        if (key is null)
        {
            old.AsSpan(172, 64).CopyTo(bytes.AsSpan(172));
            old.AsSpan(140, 32).CopyTo(bytes.AsSpan(140));
        }

        files.Replace(Worked, bytes);
    });
}
