using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Goods, origins, prices and money as they move from month to month.</summary>
public sealed class Market
{
    private const double Half = 0.7071067811865476;
    private const double MostDrift = 3;
    private const double MostWeight = 1e12;
    private const double LeastRate = 0.0001;
    private const double MostRate = 1e9;

    private readonly ulong _seed;
    private readonly int _first;
    private readonly double[] _weights;
    private readonly double[] _prices;
    private readonly double[] _rates;
    private readonly Dictionary<string, double[]> _baskets;
    private readonly Dictionary<string, AliasTable> _origins = new(StringComparer.Ordinal);
    private readonly int[][] _chapters;
    private readonly int[][] _siblings;

    /// <summary>A market at the world's beginning.</summary>
    public Market(Pack pack, GoodsTable table, WorldSettings settings)
    {
        Pack = pack;
        Table = table;
        _seed = settings.Seed;
        _first = settings.Begin.Month - 1;
        _weights = [.. table.Goods.Select(good => good.Weight)];
        _prices = new double[table.Goods.Count];
        _baskets = table.Baskets.ToDictionary(basket => basket.Key, basket => basket.Value.ToArray(), StringComparer.Ordinal);
        _rates = Rates(settings.Months + 2);
        var byChapter = table.Goods.Select((good, index) => (Chapter: good.Hs[..2], index)).ToLookup(pair => pair.Chapter, pair => pair.index, StringComparer.Ordinal);
        _chapters = [.. table.Goods.Select(good => byChapter[good.Hs[..2]].ToArray())];
        _siblings = [.. table.Goods.Select((good, index) => Siblings(good, _chapters[index]))];
        Preferred = [.. table.Countries.Select(country => pack.Preferences.GetValueOrDefault(country.Code))];
        Goods = new AliasTable(_weights);
        MakeTables();
    }

    /// <summary>The country.</summary>
    public Pack Pack { get; }

    /// <summary>Goods and origins.</summary>
    public GoodsTable Table { get; }

    /// <summary>Chooses among goods as they are asked for this month.</summary>
    public AliasTable Goods { get; private set; }

    /// <summary>Share of the duty that is waived, by country.</summary>
    public IReadOnlyList<double> Preferred { get; }

    /// <summary>Months gone since the beginning.</summary>
    public int Month { get; private set; }

    /// <summary>Units of the country's currency for a US dollar this month.</summary>
    public double Rate => _rates[Month];

    /// <summary>US dollars of an amount in hundredths of the country's currency.</summary>
    public double Dollars(long value) => value / 100.0 / Rate;

    /// <summary>Into how many parts an amount is cut for each to stay below the value that pays nothing.</summary>
    public int PartsOf(long value) => (int)Math.Clamp(Math.Ceiling(Dollars(value) / Math.Max(0.01, Pack.DeMinimis * 0.92)), 1, 100);

    /// <summary>Units of the country's currency for a US dollar in a month.</summary>
    public double RateOf(int month) => _rates[month];

    /// <summary>How often goods are asked for now, season and drift together, with 1 as the usual.</summary>
    public double Demand(int good) => Table.Goods[good].Weight > 0 ? _weights[good] / Table.Goods[good].Weight * SeasonOf(Table.Goods[good]) : 0;

    /// <summary>Logarithm of the ratio of the price of goods now to that at the beginning, without the season.</summary>
    public double PriceDrift(int good) => _prices[good];

    /// <summary>Goods of the same chapter.</summary>
    public IReadOnlyList<int> Chapter(int good) => _chapters[good];

    /// <summary>Goods of the same heading, or else chapter, with a lower duty.</summary>
    public IReadOnlyList<int> Siblings(int good) => _siblings[good];

    /// <summary>Chooses where goods come from.</summary>
    public int Origin(int good, ref Chance chance) => _origins[Table.Goods[good].Basket].Draw(ref chance);

    /// <summary>The duty that an origin pays, as a share of the value.</summary>
    public double Duty(int good, int origin, bool preference) => Table.Goods[good].Duty * (preference ? 1 - Preferred[origin] : 1);

    /// <summary>Duties and taxes as a share of the value.</summary>
    public double TaxShare(double duty) => duty + (Pack.Vat * (1 + duty));

    /// <summary>Goes on to a month: demand, prices and origins move.</summary>
    public void MoveTo(int month)
    {
        for (; Month < month; Month++)
        {
            for (var good = 0; good < _weights.Length; good++)
            {
                var chance = Chance.Of(_seed, "market", good, Month);
                var branch = Chance.Of(_seed, "branch", _chapters[good][0], Month);
                _weights[good] = Moved(_weights[good], Pack.Drift.Goods, ref chance, ref branch);
                _prices[good] = Math.Clamp(_prices[good] + (Pack.Drift.Prices * chance.Normal()), -MostDrift, MostDrift);
            }

            foreach (var (name, weights) in _baskets.OrderBy(basket => basket.Key, StringComparer.Ordinal))
            {
                var chance = Chance.Of(_seed, "origins " + name, Month);
                for (var country = 0; country < weights.Length; country++)
                {
                    var common = Chance.Of(_seed, "country", country, Month);
                    weights[country] = Moved(weights[country], Pack.Drift.Origins, ref chance, ref common);
                }
            }
        }

        Goods = new AliasTable(_weights);
        MakeTables();
    }

    // Half of the variance is the thing's own, half is common to its chapter or country.
    private static double Moved(double weight, double spread, ref Chance own, ref Chance common) =>
        Math.Clamp(weight * Elementary.Exp(spread * Half * (own.Normal() + common.Normal())), 0, MostWeight);

    // Goods with a season are asked for half as often again in the month of their peak, and a third less six months from it.
    private double SeasonOf(Good good)
    {
        var months = Math.Abs(((_first + Month) % 12) + 1 - good.Season);
        return good.Season == 0 ? 1 : 1.5 - (0.14 * Math.Min(months, 12 - months));
    }

    private void MakeTables()
    {
        foreach (var (name, weights) in _baskets)
        {
            _origins[name] = new AliasTable(weights);
        }
    }

    private double[] Rates(int months)
    {
        var rates = new double[months];
        rates[0] = Pack.Currency.PerDollar;
        for (var month = 1; month < months; month++)
        {
            var chance = Chance.Of(_seed, "currency", month);
            rates[month] = Math.Clamp(rates[month - 1] * Elementary.Exp(Pack.Currency.Drift + (Pack.Currency.Noise * chance.Normal())), LeastRate, MostRate);
        }

        return [.. rates.Select(rate => Math.Round(rate, 4))];
    }

    private int[] Siblings(Good good, int[] chapter)
    {
        var lower = chapter.Where(other => Table.Goods[other].Duty < good.Duty - 0.01).ToArray();
        lower = Array.Exists(lower, other => !Table.Goods[other].Rare) ? [.. lower.Where(other => !Table.Goods[other].Rare)] : lower;
        var near = lower.Where(other => Table.Goods[other].Hs.AsSpan(0, 4).SequenceEqual(good.Hs.AsSpan(0, 4))).ToArray();
        return near.Length > 0 ? near : lower;
    }
}
