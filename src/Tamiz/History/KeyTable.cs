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

    /// <summary>Writes all keys with what is known under them.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="mark">That of the current instant.</param>
    public void Save(StateWriter writer, int mark)
    {
        _index.Save(writer);
        for (var slot = 0; slot < _aggregates.Count; slot++)
        {
            ref var aggregate = ref _aggregates[slot];
            aggregate.Save(writer, mark);
            if (aggregate.Controls > 0)
            {
                Controls[aggregate.Controls - 1].Save(writer);
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, into an empty table.</summary>
    /// <param name="reader">Gives it.</param>
    /// <param name="mark">That of the current instant.</param>
    public void Load(StateReader reader, int mark)
    {
        _index.Load(reader);
        while (_aggregates.Count < _index.Count)
        {
            var slot = _aggregates.Add();
            if (_aggregates[slot].Load(reader, mark))
            {
                Controls[ControlsOf(slot)].Load(reader);
            }
        }
    }

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
