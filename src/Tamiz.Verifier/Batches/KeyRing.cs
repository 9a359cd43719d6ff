using System.Collections.Concurrent;

namespace Tamiz.Verifier.Batches;

/// <summary>The keys that the ledger has named so far, and the one in force.</summary>
internal sealed class KeyRing(SigningKey first)
{
    private readonly ConcurrentDictionary<string, SigningKey> _byId = new([new(Convert.ToHexString(first.Id), first)], StringComparer.Ordinal);

    /// <summary>The key that must have signed the batch that is looked at.</summary>
    public SigningKey InForce { get; private set; } = first;

    /// <summary>A key by its id; null where the ledger has not named it yet. May be asked on any thread.</summary>
    public SigningKey? Find(ReadOnlySpan<byte> id) => _byId.GetValueOrDefault(Convert.ToHexString(id));

    /// <summary>Puts a key into force, from the next batch on.</summary>
    public void Succeed(SigningKey key)
    {
        _byId[Convert.ToHexString(key.Id)] = key;
        InForce = key;
    }
}
