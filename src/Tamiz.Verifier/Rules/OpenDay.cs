using System.Buffers.Binary;

namespace Tamiz.Verifier.Rules;

/// <summary>A day of an office between its opening and its closing.</summary>
/// <param name="Number">Its number among all days, from 1.</param>
/// <param name="Date">Days since 1970.</param>
/// <param name="Ladder">Its lanes.</param>
/// <param name="Bounds">Of each lane but the releasing one: below which number drawn a declaration goes there.</param>
/// <param name="Commitment">To its seed.</param>
/// <param name="KeyMaterial">What the seed's HMAC is taken over for the draw key: the anchor and the outside contribution.</param>
internal sealed record OpenDay(int Number, long Date, Ladder Ladder, double[] Bounds, byte[] Commitment, byte[] KeyMaterial)
{
    /// <summary>Draws so far.</summary>
    public List<(byte[] Identity, UInt128 Draw, ulong Sequence)> Draws { get; } = [];

    /// <summary>How many of them have each lane, by its place from 1; those without any at 0, those with an unknown one at the end.</summary>
    public long[] Totals { get; } = new long[Ladder.Count + 2];

    /// <summary>Keeps a draw; tells the least controlling lane that it allows, 0 where it allows any.</summary>
    public int Add(ReadOnlySpan<byte> identity, ReadOnlySpan<byte> draw, ulong sequence)
    {
        var bits = BinaryPrimitives.ReadUInt128BigEndian(draw);
        Draws.Add((identity.ToArray(), bits, sequence));
        Totals[0]++;
        var number = (double)(ulong)(bits >> 75) / (1L << 53);
        return Array.FindIndex(Bounds, bound => number < bound) + 1;
    }
}
