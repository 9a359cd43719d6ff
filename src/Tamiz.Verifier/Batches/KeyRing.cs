using System.Collections.Concurrent;

namespace Tamiz.Verifier.Batches;

/// <summary>The keys that the ledger has named so far, and from which batch on each is in force.</summary>
internal sealed class KeyRing(SigningKey first)
{
    private readonly ConcurrentDictionary<string, SigningKey> _byId = new([new(Convert.ToHexString(first.Id), first)], StringComparer.Ordinal);
    private readonly List<(long From, SigningKey Key)> _inForce = [(0, first)];

    /// <summary>The key that must have signed the batch that is looked at.</summary>
    public SigningKey InForce => _inForce[^1].Key;

    /// <summary>A key by its id; null where the ledger has not named it yet. May be asked on any thread.</summary>
    public SigningKey? Find(ReadOnlySpan<byte> id) => _byId.GetValueOrDefault(Convert.ToHexString(id));

    /// <summary>Puts a key into force.</summary>
    /// <param name="key">The key.</param>
    /// <param name="batch">The first batch that it signs.</param>
    public void Succeed(SigningKey key, long batch)
    {
        _byId[Convert.ToHexString(key.Id)] = key;
        _inForce.Add((batch, key));
    }

    /// <summary>Whether a key was in force at a batch; at one that names the next key, both are.</summary>
    public bool WasInForce(SigningKey key, long batch)
    {
        var serving = _inForce.FindLastIndex(entry => entry.From <= batch);
        var next = serving + 1 < _inForce.Count && _inForce[serving + 1].From == batch + 1 ? serving + 1 : serving;
        return ReferenceEquals(_inForce[serving].Key, key) || ReferenceEquals(_inForce[next].Key, key);
    }
}
