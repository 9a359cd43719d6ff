using System.Security.Cryptography;

namespace Tamiz.Tests.Verifier.Maker;

/// <summary>What an insider with the signing key bends while the history is written; everything after it is signed anew.</summary>
internal sealed class Bending
{
    /// <summary>Puts any records in the place of one.</summary>
    public Func<Entry, IEnumerable<Entry>> Entry { get; init; } = static entry => [entry];

    /// <summary>Bends a batch before it is signed.</summary>
    public Action<BatchDraft>? Batch { get; init; }

    /// <summary>Another key than the one that is known outside.</summary>
    public ECDsa? FirstKey { get; init; }

    /// <summary>Goes on signing with the key that was replaced.</summary>
    public bool KeepsOldKey { get; init; }

    /// <summary>Seeds other than those of the true history.</summary>
    public int OtherSeeds { get; init; }
}
