using System.Runtime.InteropServices;

namespace Tamiz.Storage.Carriers;

/// <summary>Texts, one after the other.</summary>
/// <param name="bytesOf">Where a stored text lies.</param>
internal sealed class ParquetTexts<TStored>(Func<TStored, (IntPtr Pointer, int Length)> bytesOf) : ParquetValues<TStored>
    where TStored : unmanaged
{
    private byte[] _bytes = new byte[4096];
    private int[] _ends = [];
    private int _count;
    private int _used;

    protected override void Begin(int rows)
    {
        (_count, _used) = (0, 0);
        _ends = _ends.Length < rows ? new int[rows] : _ends;
    }

    protected override void Take(TStored value)
    {
        var (pointer, length) = bytesOf(value);
        if (_bytes.Length < _used + length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + length));
        }

        if (length > 0)
        {
            Marshal.Copy(pointer, _bytes, _used, length);
        }

        _used += length;
        _ends[_count++] = _used;
    }

    protected override void Write(int value, Utf8Text to)
    {
        var start = value == 0 ? 0 : _ends[value - 1];
        to.Append(_bytes.AsSpan(start, _ends[value] - start));
    }
}
