namespace Tamiz.Reference;

/// <summary>A set of small whole numbers.</summary>
/// <param name="capacity">One more than the largest number.</param>
internal sealed class Bits(int capacity)
{
    private readonly ulong[] _words = new ulong[(capacity + 63) / 64];

    internal int Count { get; private set; }

    internal bool this[int number] => (_words[number >> 6] & (1UL << (number & 63))) != 0;

    internal void Add(int number)
    {
        if (!this[number])
        {
            _words[number >> 6] |= 1UL << (number & 63);
            Count++;
        }
    }
}
