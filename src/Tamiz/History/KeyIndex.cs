namespace Tamiz.History;

/// <summary>Numbers keys in the order in which they come: open addressing with linear probing, so that a key costs one cache line.</summary>
internal sealed class KeyIndex
{
    private Entry[] _entries = new Entry[64];

    public int Count { get; private set; }

    /// <summary>The number of a key, from 0.</summary>
    /// <param name="key">Spread over all bits; not 0.</param>
    public int FindOrAdd(ulong key)
    {
        var at = Find(_entries, key);
        if (_entries[at].Key == key)
        {
            return _entries[at].Slot;
        }

        if (IsFull(Count))
        {
            Grow();
            at = Find(_entries, key);
        }

        _entries[at] = new Entry(key, Count);
        return Count++;
    }

    public void Save(StateWriter writer)
    {
        var keys = new ulong[Count];
        foreach (var entry in _entries)
        {
            if (entry.Key != 0)
            {
                keys[entry.Slot] = entry.Key;
            }
        }

        writer.Count(keys.Length);
        foreach (var key in keys)
        {
            writer.Fixed(key);
        }
    }

    public void Load(StateReader reader)
    {
        var count = reader.Count();
        while (IsFull(count))
        {
            Grow();
        }

        for (var i = 0; i < count; i++)
        {
            FindOrAdd(reader.Fixed());
        }
    }

    private static int Find(Entry[] entries, ulong key)
    {
        var mask = entries.Length - 1;
        var at = unchecked((int)key) & mask;
        while (entries[at].Key != key && entries[at].Key != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private bool IsFull(int count) => count * 5L > _entries.Length * 3L;

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 2];
        foreach (var entry in _entries)
        {
            if (entry.Key != 0)
            {
                larger[Find(larger, entry.Key)] = entry;
            }
        }

        _entries = larger;
    }

    private readonly record struct Entry(ulong Key, int Slot);
}
