namespace Tamiz.Flow;

/// <summary>
/// Which declarations have been seen, and with what content: 16 bytes each (96 bits of the identity's hash, 32 of the content's),
/// in a table that is at least 57 % full.
/// </summary>
public sealed class SeenIdentities
{
    private UInt128[] _slots = new UInt128[64];
    private int _limit = 54;

    /// <summary>Declarations seen.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the table takes.</summary>
    public long Bytes => (long)_slots.Length * 16;

    /// <summary>Adds a declaration; or says whether it was seen with the same content, or with another.</summary>
    public Sighting Add(UInt128 identity, UInt128 content)
    {
        if (Count >= _limit)
        {
            Grow();
        }

        var entry = ((identity >> 32) << 32) | (uint)(content >> 96);
        entry = entry == 0 ? 1 : entry;
        ref var slot = ref Find(_slots, entry);
        if (slot == 0)
        {
            slot = entry;
            Count++;
            return Sighting.New;
        }

        return slot == entry ? Sighting.Same : Sighting.Other;
    }

    private static ref UInt128 Find(UInt128[] slots, UInt128 entry)
    {
        var at = (int)Math.BigMul((ulong)(entry >> 64), (ulong)slots.Length, out _);
        while (slots[at] != 0 && (slots[at] >> 32) != (entry >> 32))
        {
            at = at + 1 == slots.Length ? 0 : at + 1;
        }

        return ref slots[at];
    }

    private void Grow()
    {
        var larger = new UInt128[_slots.Length + (_slots.Length / 2)];
        foreach (var entry in _slots)
        {
            if (entry != 0)
            {
                Find(larger, entry) = entry;
            }
        }

        _slots = larger;
        _limit = (int)(larger.Length * 0.85);
    }
}
