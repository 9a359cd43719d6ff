using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Flow;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Which declarations a home has, in which versions and with which content, and where their records begin. Any thread.</summary>
public sealed class KnownDeclarations
{
    private readonly Dictionary<UInt128, Entry> _entries = [];
    private readonly Dictionary<(UInt128 Key, int Version), ulong> _earlier = [];
    private readonly Lock _gate = new();

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>A hash of what a declaration says, parties as pseudonyms.</summary>
    public static ulong ContentOf(DeclarationEntered record, RecordWriter scratch)
    {
        scratch.Clear();
        // Neither when it came nor how is part of what it says.
        (record with { At = default, By = "", Live = false }).Write(scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scratch.Written, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Adds a version of a declaration.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="content">See <see cref="ContentOf"/>.</param>
    /// <param name="sequence">Sequence of the record.</param>
    public void Add(DeclarationEntered record, ulong content, long sequence)
    {
        var (key, version) = (KeyOf(record.Identity), record.Declaration.Identity.Version);
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var before) && before.Version < version)
            {
                _earlier[(key, before.Version)] = before.Content;
            }

            _entries[key] = new Entry(sequence, content, version, record.Live);
        }
    }

    /// <summary>Whether a version is new, the same as one that is known, or something else under its number.</summary>
    public Sighting Sight(DeclarationEntered record, ulong content)
    {
        var (key, version) = (KeyOf(record.Identity), record.Declaration.Identity.Version);
        lock (_gate)
        {
            return !_entries.TryGetValue(key, out var known) ? Sighting.New
                : version > known.Version && known.Live == record.Live ? Sighting.New
                : version == known.Version && content == known.Content ? Sighting.Same
                : _earlier.TryGetValue((key, version), out var earlier) && content == earlier ? Sighting.Same
                : Sighting.Other;
        }
    }

    /// <summary>Where the records of the latest version of a declaration begin; null where it is not known.</summary>
    public (long Sequence, int Version, bool Live)? Find(string identity)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(KeyOf(identity), out var entry) ? (entry.Sequence, entry.Version, entry.Live) : null;
        }
    }

    /// <summary>Writes all of them, in the order of their keys.</summary>
    internal void Save(BinaryWriter writer, Action<string>? begin)
    {
        lock (_gate)
        {
            begin?.Invoke("number of declarations");
            writer.Write(_entries.Count);
            foreach (var (key, entry) in _entries.OrderBy(pair => pair.Key))
            {
                begin?.Invoke($"declaration of record {entry.Sequence}");
                writer.Write(key);
                writer.Write(entry.Sequence);
                writer.Write(entry.Content);
                writer.Write(entry.Version);
                writer.Write(entry.Live);
            }

            begin?.Invoke("number of earlier versions");
            writer.Write(_earlier.Count);
            foreach (var ((key, version), content) in _earlier.OrderBy(pair => pair.Key))
            {
                begin?.Invoke($"version {version} of the declaration of record {_entries[key].Sequence}");
                writer.Write(key);
                writer.Write(version);
                writer.Write(content);
            }
        }
    }

    /// <summary>Takes up what <see cref="Save"/> wrote.</summary>
    internal void Load(BinaryReader reader)
    {
        lock (_gate)
        {
            var count = reader.ReadInt32();
            _entries.EnsureCapacity(count);
            for (; count > 0; count--)
            {
                _entries.Add(reader.ReadUInt128(), new Entry(reader.ReadInt64(), reader.ReadUInt64(), reader.ReadInt32(), reader.ReadBoolean()));
            }

            for (count = reader.ReadInt32(); count > 0; count--)
            {
                _earlier.Add((reader.ReadUInt128(), reader.ReadInt32()), reader.ReadUInt64());
            }
        }
    }

    private static UInt128 KeyOf(string identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private readonly record struct Entry(long Sequence, ulong Content, int Version, bool Live);
}
