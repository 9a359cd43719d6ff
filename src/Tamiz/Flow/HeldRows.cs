using Tamiz.Formats.Mappings;

namespace Tamiz.Flow;

/// <summary>The rows of one instant of a file, with what they are sorted by beside them: a sort looks at no row.</summary>
internal sealed class HeldRows
{
    private ulong[] _keys = new ulong[64];
    private LodgedRow[] _rows = new LodgedRow[64];

    public int Count { get; private set; }

    /// <summary>The instant of the rows.</summary>
    public Instant At { get; private set; }

    public LodgedRow this[int index] => _rows[index];

    public void Add(LodgedRow row)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _rows, Count * 2);
        }

        At = row.Declaration.LodgedAt;
        _keys[Count] = (ulong)(row.IdentityHash >> 64);
        _rows[Count++] = row;
    }

    /// <summary>By identity, then place.</summary>
    public void Sort()
    {
        Array.Sort(_keys, _rows, 0, Count);
        for (var start = 0; start < Count;)
        {
            var end = start + 1;
            while (end < Count && _keys[end] == _keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(_rows, start, end - start, ByIdentityAndPlace.Instance);
            }

            start = end;
        }
    }

    public void Clear()
    {
        Array.Clear(_rows, 0, Count);
        Count = 0;
    }

    private sealed class ByIdentityAndPlace : IComparer<LodgedRow>
    {
        public static readonly ByIdentityAndPlace Instance = new();

        public int Compare(LodgedRow? x, LodgedRow? y)
        {
            var order = x!.IdentityHash.CompareTo(y!.IdentityHash);
            return order != 0 ? order : x.Ordinal.CompareTo(y.Ordinal);
        }
    }
}
