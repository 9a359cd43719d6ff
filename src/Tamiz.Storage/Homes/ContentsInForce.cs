using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Which contents are in force and which wait for an approval, as the ledger says.</summary>
public sealed class ContentsInForce
{
    private readonly SortedDictionary<ContentKey, Hash> _inForce = [];
    private readonly Dictionary<(ContentKey Key, Hash Digest), string> _proposed = [];

    /// <summary>Digests of what is in force.</summary>
    public IReadOnlyDictionary<ContentKey, Hash> InForce => _inForce;

    /// <summary>What waits, with who proposed it.</summary>
    public IReadOnlyDictionary<(ContentKey Key, Hash Digest), string> Proposed => _proposed;

    /// <summary>Takes note of a proposal; contents of the founding batch are in force at once.</summary>
    public void Apply(ContentProposed record, bool founding)
    {
        var key = new ContentKey(record.Kind, record.Name);
        if (founding)
        {
            _inForce[key] = record.Digest;
        }
        else
        {
            _proposed[(key, record.Digest)] = record.By;
        }
    }

    /// <summary>Takes note of a decision.</summary>
    public void Apply(ContentApproved record)
    {
        var key = new ContentKey(record.Kind, record.Name);
        _proposed.Remove((key, record.Digest));
        if (!record.Granted)
        {
            return;
        }

        if (record.Digest == default)
        {
            _inForce.Remove(key);
        }
        else
        {
            _inForce[key] = record.Digest;
        }
    }

    /// <summary>Writes all of it.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(_inForce.Count);
        foreach (var (key, digest) in _inForce)
        {
            Write(writer, key, digest);
        }

        writer.Write(_proposed.Count);
        foreach (var ((key, digest), by) in _proposed.OrderBy(pair => pair.Key.Key).ThenBy(pair => pair.Key.Digest.ToString(), StringComparer.Ordinal))
        {
            Write(writer, key, digest);
            writer.Write(by);
        }
    }

    /// <summary>Takes up what <see cref="Save"/> wrote.</summary>
    internal void Load(BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _inForce.Add(new ContentKey(reader.ReadString(), reader.ReadString()), reader.ReadHash());
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _proposed.Add((new ContentKey(reader.ReadString(), reader.ReadString()), reader.ReadHash()), reader.ReadString());
        }
    }

    private static void Write(BinaryWriter writer, ContentKey key, Hash digest)
    {
        writer.Write(key.Kind);
        writer.Write(key.Name);
        writer.Write(digest);
    }
}
