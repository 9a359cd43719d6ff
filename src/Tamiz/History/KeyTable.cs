using System.Runtime.InteropServices;

namespace Tamiz.History;

/// <summary>The aggregates of one kind of key.</summary>
internal sealed class KeyTable
{
    private const int ChunkBits = 10;
    private readonly Dictionary<ulong, int> _slots = [];
    private readonly List<Aggregate[]> _chunks = [];

    public int Count => _slots.Count;

    public int FindOrAdd(ulong key)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, key, out var exists);
        if (!exists)
        {
            slot = _slots.Count - 1;
            if (slot >> ChunkBits == _chunks.Count)
            {
                _chunks.Add(new Aggregate[1 << ChunkBits]);
            }
        }

        return slot;
    }

    public ref Aggregate At(int slot) => ref _chunks[slot >> ChunkBits][slot & ((1 << ChunkBits) - 1)];
}
