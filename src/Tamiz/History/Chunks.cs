namespace Tamiz.History;

/// <summary>Elements that stay where they are while more are added, in arrays of 1,024.</summary>
internal sealed class Chunks<T>
{
    private const int Bits = 10;
    private T[][] _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> Bits][index & ((1 << Bits) - 1)];

    /// <summary>Adds an element that is empty; its index is the number of those before it.</summary>
    public int Add()
    {
        if (Count >> Bits == _chunks.Length)
        {
            _chunks = [.. _chunks, new T[1 << Bits]];
        }

        return Count++;
    }
}
