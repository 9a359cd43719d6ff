using ParquetSharp;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>The values of a column in some successive rows, written one after the other as texts.</summary>
internal abstract class ParquetValues
{
    /// <summary>How the texts are written.</summary>
    public required RawKind Kind { get; init; }

    /// <summary>Definition level of a value; a lower one is none.</summary>
    public required short Defined { get; init; }

    /// <summary>Takes the values of the next rows.</summary>
    /// <exception cref="ParquetException">The column is damaged.</exception>
    /// <exception cref="InvalidDataException">It ends early.</exception>
    public abstract void Read(ColumnReader reader, int rows);

    /// <summary>Writes the value of the next row; nothing where it has none.</summary>
    public abstract void WriteNext(Utf8Text to);
}

/// <summary>Values of one stored type.</summary>
internal abstract class ParquetValues<TStored> : ParquetValues
    where TStored : unmanaged
{
    private TStored[] _stored = [];
    private short[] _levels = [];
    private int _row;
    private int _next;

    public override void Read(ColumnReader reader, int rows)
    {
        if (_stored.Length < rows)
        {
            (_stored, _levels) = (new TStored[rows], new short[rows]);
        }

        (_row, _next) = (0, 0);
        Begin(rows);
        for (var done = 0; done < rows;)
        {
            var levels = Defined == 0 ? [] : _levels.AsSpan(done, rows - done);
            var read = ((ColumnReader<TStored>)reader).ReadBatch(rows - done, levels, default, _stored, out var count);
            if (read <= 0)
            {
                throw new InvalidDataException("the column ends before its rows do");
            }

            for (var i = 0; i < count; i++)
            {
                Take(_stored[i]);
            }

            done += (int)read;
        }
    }

    public override void WriteNext(Utf8Text to)
    {
        if (Defined == 0 || _levels[_row] == Defined)
        {
            Write(_next++, to);
        }

        _row++;
    }

    /// <summary>Forgets the values taken, and makes room for others.</summary>
    protected abstract void Begin(int rows);

    /// <summary>Takes a value; what it points to is gone with the next one.</summary>
    protected abstract void Take(TStored value);

    /// <summary>Writes a value that was taken.</summary>
    protected abstract void Write(int value, Utf8Text to);
}

/// <summary>Values that are kept as they are meant.</summary>
internal sealed class ParquetScalars<TStored, TValue>(Func<TStored, TValue> take, Action<TValue, Utf8Text> write) : ParquetValues<TStored>
    where TStored : unmanaged
{
    private TValue[] _values = [];
    private int _count;

    protected override void Begin(int rows)
    {
        _count = 0;
        _values = _values.Length < rows ? new TValue[rows] : _values;
    }

    protected override void Take(TStored value) => _values[_count++] = take(value);

    protected override void Write(int value, Utf8Text to) => write(_values[value], to);
}
