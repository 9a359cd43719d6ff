using System.Text;

namespace Tamiz.Verifier.Rules;

/// <summary>The lanes of a day, from the most to the least controlling; the last releases.</summary>
internal sealed class Ladder(byte[][] lanes)
{
    /// <summary>No day has more lanes beside the releasing one.</summary>
    public const int MostBounds = 250;

    public int Count => lanes.Length;

    /// <summary>A lane's place from 1, the most controlling; one above <see cref="Count"/> where it is none of these.</summary>
    public int RankOf(ReadOnlySpan<byte> lane)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            if (lane.SequenceEqual(lanes[i]))
            {
                return i + 1;
            }
        }

        return lanes.Length + 1;
    }

    /// <summary>The lane at a place.</summary>
    public string NameOf(int rank) => rank == 0 ? "none" : rank > lanes.Length ? "a lane unknown" : Encoding.UTF8.GetString(lanes[rank - 1]);

    /// <summary>All of them.</summary>
    public override string ToString() => string.Join(", ", lanes.Select(Encoding.UTF8.GetString));

    /// <summary>Whether another has the same lanes.</summary>
    public bool IsLike(byte[][] others) => lanes.Length == others.Length && lanes.Zip(others).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
