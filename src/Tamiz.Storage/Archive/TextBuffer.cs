using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.Schema;
using Encoding = System.Text.Encoding;

namespace Tamiz.Storage.Archive;

/// <summary>Texts of a column, one after the other in memory that does not move, since the format's library reads them by address.</summary>
internal sealed class TextBuffer : ColumnBuffer
{
    private readonly List<(int Offset, int Length)> _texts = [];
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1 << 14, pinned: true);
    private int _used;

    public void Add(string? text)
    {
        if (text is null)
        {
            AddMissing();
            return;
        }

        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        Keep(Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used)));
    }

    /// <summary>The texts as read, missing ones as null.</summary>
    public IEnumerable<string?> Texts()
    {
        var next = 0;
        for (var i = 0; i < Count; i++)
        {
            yield return IsDefined(i) ? Encoding.UTF8.GetString(_bytes, _texts[next].Offset, _texts[next++].Length) : null;
        }
    }

    public override void Clear()
    {
        base.Clear();
        _texts.Clear();
        _used = 0;
    }

    public override Node NodeOf(string name)
    {
        using var type = LogicalType.String();
        return new PrimitiveNode(name, Repetition.Optional, type, PhysicalType.ByteArray);
    }

    public override void Write(ColumnWriter writer, int first, int count)
    {
        var from = DefinedBefore(first);
        var values = new ByteArray[DefinedBefore(first + count) - from];
        for (var i = 0; i < values.Length; i++)
        {
            var (offset, length) = _texts[from + i];
            values[i] = new ByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, offset), length);
        }

        ((ColumnWriter<ByteArray>)writer).WriteBatch(count, Defined(first, count), default, values);
    }

    protected override int ReadSome(ColumnReader reader, int count)
    {
        var values = new ByteArray[count];
        var defined = RoomToRead(count);
        var levels = (int)((ColumnReader<ByteArray>)reader).ReadBatch(count, defined, default, values, out _);
        var next = 0;
        for (var i = 0; i < levels; i++)
        {
            if (defined[i] == 0)
            {
                AddMissing();
                continue;
            }

            var value = values[next++];
            Room(value.Length);
            Marshal.Copy(value.Pointer, _bytes, _used, value.Length);
            Keep(value.Length);
        }

        return levels;
    }

    private void Keep(int length)
    {
        _texts.Add((_used, length));
        _used += length;
        Mark(1);
    }

    private void Room(int more)
    {
        if (_used + more > _bytes.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(_bytes.Length * 2, _used + more), pinned: true);
            _bytes.AsSpan(0, _used).CopyTo(larger);
            _bytes = larger;
        }
    }
}
