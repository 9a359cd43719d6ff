namespace Tamiz.History;

/// <summary>The aggregates of one kind of key.</summary>
internal sealed class KeyTable
{
    private readonly KeyIndex _index = new();
    private readonly Chunks<Aggregate> _aggregates = new();

    public int Count => _index.Count;

    public Chunks<Controls> Controls { get; } = new();

    public int FindOrAdd(ulong key)
    {
        var slot = _index.FindOrAdd(key);
        if (slot == _aggregates.Count)
        {
            _aggregates.Add();
        }

        return slot;
    }

    public ref Aggregate At(int slot) => ref _aggregates[slot];

    /// <summary>Where the controls of a key are, made where it has none yet; its next reading decays them again.</summary>
    public int ControlsOf(int slot)
    {
        ref var aggregate = ref _aggregates[slot];
        aggregate.Stale();
        if (aggregate.Controls == 0)
        {
            aggregate.Controls = Controls.Add() + 1;
        }

        return aggregate.Controls - 1;
    }
}
