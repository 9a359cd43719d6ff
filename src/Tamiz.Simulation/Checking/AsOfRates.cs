namespace Tamiz.Simulation.Checking;

/// <summary>
/// What was known about a declaration's parties and goods when it was lodged: smoothed rates of fraud among earlier ones whose result was
/// known by then, and what needs no result. A row for each declaration, in order of lodgement.
/// </summary>
internal sealed class AsOfRates
{
    /// <summary>Features of a row: log of rate over overall rate by importer, declarant, office, subheading, origin, both; then past declarations, value, price, duty.</summary>
    public const int Width = 10;

    private const double Strength = 12;
    private const int Pairs = 5;

    private readonly Judged _judged;
    private readonly LabelSet _labels;
    private readonly int[] _pairs;
    private readonly (int[] Checked, int[] Hits)[] _counts;
    private readonly int[] _past;
    private readonly (double Sum, int Count)[] _prices;
    private int _checked;
    private int _hits;

    private AsOfRates(Judged judged, LabelSet labels)
    {
        (_judged, _labels) = (judged, labels);
        var world = judged.World;
        _pairs = PairsOf(world.Items, out var pairs);
        int[] sizes = [world.Importers.Count, world.Declarants.Count, world.Offices.Count, world.Subheadings.Count, world.Countries.Count, pairs];
        _counts = [.. sizes.Select(size => (new int[size], new int[size]))];
        _past = new int[world.Importers.Count];
        _prices = new (double, int)[world.Subheadings.Count];
    }

    /// <summary>The rows, in the order of <see cref="Judged.Order"/>.</summary>
    public static float[][] Of(Judged judged, LabelSet labels)
    {
        var rates = new AsOfRates(judged, labels);
        var known = judged.Order.Where(i => labels.KnownAt[i] < int.MaxValue).OrderBy(i => labels.KnownAt[i]).ThenBy(i => i).ToArray();
        var next = 0;
        var rows = new float[judged.Order.Length][];
        for (var place = 0; place < rows.Length; place++)
        {
            var declaration = judged.Order[place];
            for (; next < known.Length && labels.KnownAt[known[next]] <= judged.World.Declarations.LodgedAt[declaration]; next++)
            {
                rates.Learn(known[next]);
            }

            rows[place] = rates.Row(declaration);
            rates.Observe(declaration);
        }

        return rows;
    }

    private float[] Row(int declaration)
    {
        var (world, row) = (_judged.World, new float[Width]);
        row[0] = Lift(0, world.Declarations.Importer[declaration]);
        row[1] = Lift(1, world.Declarations.Declarant[declaration]);
        row[2] = Lift(2, world.Declarations.Office[declaration]);
        row.AsSpan(3, 3).Fill(-10);
        row[6] = (float)Elementary.Log(1 + _past[world.Declarations.Importer[declaration]]);
        row[7] = (float)Elementary.Log(1 + _judged.Value[declaration]);
        for (var item = world.Declarations.LastItem[declaration]; item != WorldColumns.None; item = world.Items.Before[item])
        {
            row[3] = Math.Max(row[3], Lift(3, world.Items.Subheading[item]));
            row[4] = Math.Max(row[4], Lift(4, world.Items.Origin[item]));
            row[5] = Math.Max(row[5], Lift(Pairs, _pairs[item]));
            row[8] = Math.Min(row[8], PriceOf(item));
            row[9] = Math.Max(row[9], float.IsNaN(world.Items.Rate[item]) ? 0 : world.Items.Rate[item] / 100);
        }

        return row;
    }

    private void Learn(int declaration)
    {
        var (world, hit) = (_judged.World, _labels.Irregular[declaration] ? 1 : 0);
        _checked++;
        _hits += hit;
        Count(0, world.Declarations.Importer[declaration], hit);
        Count(1, world.Declarations.Declarant[declaration], hit);
        Count(2, world.Declarations.Office[declaration], hit);
        for (var item = world.Declarations.LastItem[declaration]; item != WorldColumns.None; item = world.Items.Before[item])
        {
            Count(3, world.Items.Subheading[item], hit);
            Count(4, world.Items.Origin[item], hit);
            Count(Pairs, _pairs[item], hit);
        }
    }

    private void Observe(int declaration)
    {
        var world = _judged.World;
        _past[world.Declarations.Importer[declaration]]++;
        for (var item = world.Declarations.LastItem[declaration]; item != WorldColumns.None; item = world.Items.Before[item])
        {
            if (LogPrice(item) is var price && !double.IsNaN(price))
            {
                ref var seen = ref _prices[world.Items.Subheading[item]];
                seen = (seen.Sum + price, seen.Count + 1);
            }
        }
    }

    private void Count(int key, int value, int hit)
    {
        _counts[key].Checked[value]++;
        _counts[key].Hits[value] += hit;
    }

    // How far the smoothed rate lies above or below the overall one, as a logarithm; what has no result stands at 0.
    private float Lift(int key, int value)
    {
        var overall = (_hits + 0.5) / (_checked + 1.0);
        var rate = (_counts[key].Hits[value] + (Strength * overall)) / (_counts[key].Checked[value] + Strength);
        return (float)Elementary.Log(rate / overall);
    }

    // Logarithm of the price per kilogram below the mean of like goods; 0 where it is not below, or where fewer than five are known.
    private float PriceOf(int item)
    {
        var (sum, count) = _prices[_judged.World.Items.Subheading[item]];
        var price = LogPrice(item);
        return count < 5 || double.IsNaN(price) ? 0 : (float)Math.Clamp(price - (sum / count), -5, 0);
    }

    private double LogPrice(int item)
    {
        var (value, mass) = (_judged.World.Items.Value[item], _judged.World.Items.NetMass[item]);
        return value > 0 && mass > 0 ? Elementary.Log(value / mass) : double.NaN;
    }

    private static int[] PairsOf(ItemColumns items, out int count)
    {
        var numbers = new Dictionary<long, int>();
        var pairs = new int[items.Count];
        for (var item = 0; item < pairs.Length; item++)
        {
            var key = ((long)items.Subheading[item] << 32) | (uint)items.Origin[item];
            if (!numbers.TryGetValue(key, out pairs[item]))
            {
                pairs[item] = numbers.Count;
                numbers.Add(key, pairs[item]);
            }
        }

        count = numbers.Count;
        return pairs;
    }
}
