namespace Tamiz.Simulation.Drawing;

/// <summary>
/// A row of random numbers that belongs to one thing: made of the world's seed, the name of what is drawn and the identities it is drawn for,
/// and of nothing else, so that the order in which things are drawn, or the thread, never matters.
/// </summary>
public struct Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong _key;
    private ulong _counter;

    private Chance(ulong key) => _key = key;

    /// <summary>The row of a thing.</summary>
    /// <param name="seed">The world's seed.</param>
    /// <param name="stream">What is drawn, like <c>trader</c>; two names give unrelated rows.</param>
    /// <param name="first">Identity of the thing.</param>
    /// <param name="second">A further identity, as a week.</param>
    /// <param name="third">A further identity.</param>
    public static Chance Of(ulong seed, string stream, long first = 0, long second = 0, long third = 0)
    {
        unchecked
        {
            var key = Mix(seed + Golden);
            foreach (var letter in stream)
            {
                key = (key ^ letter) * 0x100000001B3;
            }

            key = Mix(key ^ Mix((ulong)first + Golden));
            key = Mix(key ^ Mix((ulong)second + (2 * Golden)));
            key = Mix(key ^ Mix((ulong)third + (3 * Golden)));
            return new Chance(key);
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            return Mix(_key + (++_counter * Golden));
        }
    }

    /// <summary>A number from 0, included, to 1, excluded.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number between 0 and 1, both excluded.</summary>
    public double Open() => ((Bits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A whole number from 0 to <paramref name="count"/>, the latter excluded; 0 where there is none.</summary>
    public int Below(int count) => count <= 1 ? 0 : (int)(((UInt128)Bits() * (ulong)count) >> 64);

    /// <summary>A whole number within bounds, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Unit() < probability;

    /// <summary>One of some things, each as likely.</summary>
    public T OneOf<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
