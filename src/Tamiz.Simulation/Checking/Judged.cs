namespace Tamiz.Simulation.Checking;

/// <summary>The declarations of a world as first lodged, in order of time, with what they truly are.</summary>
internal sealed class Judged
{
    /// <summary>Takes them from the columns.</summary>
    public Judged(WorldColumns world)
    {
        World = world;
        var declarations = world.Declarations;
        Fraud = new bool[declarations.Count];
        Value = new double[declarations.Count];
        for (var item = 0; item < world.Items.Count; item++)
        {
            var declaration = world.Items.Declaration[item];
            Fraud[declaration] |= world.Items.Kind[item] == ItemKind.Fraud;
            Value[declaration] += world.Items.Value[item] is var value && value > 0 ? value : 0;
        }

        Order = [.. Enumerable.Range(0, declarations.Count).Where(i => declarations.Version[i] == 1)];
        Array.Sort([.. Order.Select(i => declarations.LodgedAt[i])], Order);
        StableByTime(Order, declarations.LodgedAt);
        Split = Array.FindIndex(Order, i => declarations.LodgedAt[i] >= world.Split);
        Split = Split < 0 ? Order.Length : Split;
    }

    public WorldColumns World { get; }

    /// <summary>First versions in order of lodgement, then of place.</summary>
    public int[] Order { get; }

    /// <summary>From here on in <see cref="Order"/> they are judged.</summary>
    public int Split { get; }

    /// <summary>Whether a version has an item of fraud.</summary>
    public bool[] Fraud { get; }

    /// <summary>Customs value of a version as declared, in the world's currency.</summary>
    public double[] Value { get; }

    // The sort leaves equal times in an order that is not stated.
    private static void StableByTime(int[] order, List<int> lodgedAt)
    {
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && lodgedAt[order[to]] == lodgedAt[order[from]])
            {
                to++;
            }

            Array.Sort(order, from, to - from);
            from = to;
        }
    }
}
