using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Tamiz.Storage.Archive;

/// <summary>
/// Amounts and masses of a column as DECIMAL(38, 9): every decimal fits, with nine digits after the point (rounded half to even).
/// </summary>
internal sealed class DecimalBuffer : ColumnBuffer
{
    private const int Size = 16;
    private const int Precision = 38;
    private const int Scale = 9;
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(Size << 10, pinned: true);
    private int _count;

    public void Add(decimal? value)
    {
        if (value is not { } given)
        {
            AddMissing();
            return;
        }

        Room(1);
        BinaryPrimitives.WriteInt128BigEndian(_bytes.AsSpan(_count++ * Size), Unscaled(given));
        Mark(1);
    }

    public override void Clear()
    {
        base.Clear();
        _count = 0;
    }

    public override Node NodeOf(string name)
    {
        using var type = LogicalType.Decimal(Precision, Scale);
        return new PrimitiveNode(name, Repetition.Optional, type, PhysicalType.FixedLenByteArray, Size);
    }

    public override void Write(ColumnWriter writer, int first, int count)
    {
        var from = DefinedBefore(first);
        var values = new FixedLenByteArray[DefinedBefore(first + count) - from];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new FixedLenByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, (from + i) * Size));
        }

        ((ColumnWriter<FixedLenByteArray>)writer).WriteBatch(count, Defined(first, count), default, values);
    }

    /// <summary>The number without its point: how many 10^-9 it is.</summary>
    internal static Int128 Unscaled(decimal value)
    {
        var whole = decimal.Truncate(value);
        return ((Int128)whole * 1_000_000_000) + (Int128)decimal.Round((value - whole) * 1_000_000_000m, MidpointRounding.ToEven);
    }

    protected override int ReadSome(ColumnReader reader, int count)
    {
        var values = new FixedLenByteArray[count];
        var defined = RoomToRead(count);
        var levels = (int)((ColumnReader<FixedLenByteArray>)reader).ReadBatch(count, defined, default, values, out var read);
        Room((int)read);
        for (var i = 0; i < (int)read; i++)
        {
            Marshal.Copy(values[i].Pointer, _bytes, _count++ * Size, Size);
        }

        foreach (var one in defined.AsSpan(0, levels))
        {
            Mark(one);
        }

        return levels;
    }

    private void Room(int more)
    {
        if ((_count + more) * Size > _bytes.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(_bytes.Length * 2, (_count + more) * Size), pinned: true);
            _bytes.AsSpan(0, _count * Size).CopyTo(larger);
            _bytes = larger;
        }
    }
}
