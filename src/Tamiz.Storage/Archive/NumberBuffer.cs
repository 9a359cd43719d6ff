using ParquetSharp;
using ParquetSharp.Schema;

namespace Tamiz.Storage.Archive;

/// <summary>Values of a column of a fixed size that the format knows.</summary>
internal sealed class NumberBuffer<T>(PhysicalType physical, Func<LogicalType> logical) : ColumnBuffer
    where T : unmanaged
{
    private T[] _values = new T[1024];
    private int _count;

    public void Add(T? value)
    {
        if (value is { } given)
        {
            Add(given);
        }
        else
        {
            AddMissing();
        }
    }

    public void Add(T value)
    {
        Room(1);
        _values[_count++] = value;
        Mark(1);
    }

    /// <summary>The values that are there, without the missing ones.</summary>
    public ReadOnlySpan<T> Values => _values.AsSpan(0, _count);

    public override void Clear()
    {
        base.Clear();
        _count = 0;
    }

    public override Node NodeOf(string name)
    {
        using var type = logical();
        return new PrimitiveNode(name, Repetition.Optional, type, physical);
    }

    public override void Write(ColumnWriter writer, int first, int count)
    {
        var from = DefinedBefore(first);
        ((ColumnWriter<T>)writer).WriteBatch(count, Defined(first, count), default, _values.AsSpan(from, DefinedBefore(first + count) - from));
    }

    protected override int ReadSome(ColumnReader reader, int count)
    {
        Room(count);
        var defined = RoomToRead(count);
        var levels = (int)((ColumnReader<T>)reader).ReadBatch(count, defined, default, _values.AsSpan(_count), out var values);
        _count += (int)values;
        foreach (var one in defined.AsSpan(0, levels))
        {
            Mark(one);
        }

        return levels;
    }

    private void Room(int more)
    {
        if (_count + more > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(_values.Length * 2, _count + more));
        }
    }
}
