using ParquetSharp;
using ParquetSharp.Schema;

namespace Tamiz.Storage.Archive;

/// <summary>Values of one column, on their way into a row group or out of one.</summary>
internal abstract class ColumnBuffer
{
    private short[] _defined = new short[1024];
    private short[] _read = [];

    /// <summary>How many values there are, missing ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all values, and keeps the room.</summary>
    public virtual void Clear() => Count = 0;

    /// <summary>Adds a value that is missing, so many times.</summary>
    public void AddMissing(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Mark(0);
        }
    }

    /// <summary>The column's place in a file's schema.</summary>
    public abstract Node NodeOf(string name);

    /// <summary>Writes some of the values as a column of a row group.</summary>
    public abstract void Write(ColumnWriter writer, int first, int count);

    /// <summary>Adds values of a column of a row group.</summary>
    public void Read(ColumnReader reader, int skip, int count)
    {
        reader.Skip(skip);
        var last = Count + count;
        while (Count < last)
        {
            if (ReadSome(reader, last - Count) == 0)
            {
                throw new InvalidDataException($"{last - Count} values fewer than rows");
            }
        }
    }

    /// <summary>Whether a value is there.</summary>
    protected bool IsDefined(int index) => _defined[index] != 0;

    /// <summary>Of some values, whether each is there.</summary>
    protected ReadOnlySpan<short> Defined(int first, int count) => _defined.AsSpan(first, count);

    /// <summary>Values that are there before an index.</summary>
    protected int DefinedBefore(int index)
    {
        var count = 0;
        foreach (var defined in _defined.AsSpan(0, index))
        {
            count += defined;
        }

        return count;
    }

    /// <summary>Counts a value as there (1) or missing (0).</summary>
    protected void Mark(short defined)
    {
        if (Count == _defined.Length)
        {
            Array.Resize(ref _defined, Count * 2);
        }

        _defined[Count++] = defined;
    }

    /// <summary>Room for what a reader says of each value: 1 where it is there.</summary>
    protected short[] RoomToRead(int count) => _read.Length >= count ? _read : _read = new short[count];

    protected abstract int ReadSome(ColumnReader reader, int count);
}
