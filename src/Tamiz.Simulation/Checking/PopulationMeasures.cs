namespace Tamiz.Simulation.Checking;

/// <summary>How many there are of whom: fraud, importers, their births, and who is riskier.</summary>
internal static class PopulationMeasures
{
    private const int Experienced = 250;
    private const double Tail = 0.05;
    private const double Steady = 6;
    private const int FewestDeclarations = 300;
    private const int FewestMonths = 6;
    private const int FewestImporters = 200;
    private const int FewestFrauds = 100;
    private const int FewestInGroup = 10;

    /// <summary>Share of declarations with an item of fraud.</summary>
    public static Measured FraudRate(Judged judged)
    {
        var sums = new Jackknife(2);
        foreach (var i in judged.Order)
        {
            var block = sums.Of(judged.World.Declarations.Importer[i]);
            block[0]++;
            block[1] += judged.Fraud[i] ? 1 : 0;
        }

        return sums.Measure(total => total[1] / total[0]).Unless(judged.Order.Length, FewestDeclarations);
    }

    /// <summary>Declarations a year of an importer that declares in it; of less than a year as much as a year would have.</summary>
    public static Measured DeclarationsPerImporter(Judged judged)
    {
        var years = Math.Max(1, judged.World.Manifest.Months / 12);
        var scale = 12.0 / Math.Min(12, judged.World.Manifest.Months);
        var sums = new Jackknife(2);
        foreach (var (key, count) in CountsBy(judged, i => ((long)judged.World.Declarations.Importer[i] * years) + Math.Min(years - 1, judged.World.MonthOf(judged.World.Declarations.LodgedAt[i]) / 12)))
        {
            var block = sums.Of((int)(key / years));
            block[0]++;
            block[1] += count;
        }

        // A part of a year after whole ones is counted with the last one and taken off in proportion.
        var excess = judged.World.Manifest.Months <= 12 ? 1.0 : judged.World.Manifest.Months / (12.0 * years);
        return sums.Measure(total => total[1] / total[0] * scale / excess).Unless(judged.World.Manifest.Months, FewestMonths);
    }

    /// <summary>Share of all declarations that the largest hundredth of importers lodged.</summary>
    public static Measured TopImporters(Judged judged) => Tails.TopShare(Sizes(judged), 0.01).Unless(judged.World.Importers.Count, FewestImporters);

    /// <summary>Tail index of the declarations an importer.</summary>
    public static Measured TailIndex(Judged judged) => Tails.Hill(Sizes(judged), Tail);

    /// <summary>Months of the world in which no trader was born; with fewer than six births a month some are expected, and say nothing.</summary>
    public static Measured MonthsWithoutBirth(IReadOnlyList<int> births)
    {
        var without = births.Count(count => count == 0);
        return births.Count > 0 && births.Average() >= Steady ? Measured.Counted(without) : new Measured(without, 0, without);
    }

    /// <summary>How much the births of a month differ beyond chance: what the variance has above that of Poisson's law, as a share of the mean.</summary>
    public static Measured BirthSpread(IReadOnlyList<int> births)
    {
        if (births.Count < 3 || births.Sum() == 0)
        {
            return Measured.None;
        }

        var mean = births.Average();
        var variance = births.Sum(count => (count - mean) * (count - mean)) / (births.Count - 1);
        // By chance alone the variance over the mean is one, give or take the root of two over the months.
        var give = 1.959964 * Math.Sqrt(2.0 / (births.Count - 1)) * Math.Max(variance, mean);
        return new Measured(Beyond(variance), Beyond(variance - give), Beyond(variance + give));

        double Beyond(double spread) => Math.Sqrt(Math.Max(0, spread - mean)) / mean;
    }

    /// <summary>Fraud rate of judged declarations of importers that lodged none before, over that of importers with more than 250.</summary>
    public static Measured NewImporters(Judged judged)
    {
        var importer = judged.World.Declarations.Importer;
        var past = new int[judged.World.Importers.Count];
        foreach (var i in judged.Order.AsSpan(0, judged.Split))
        {
            past[importer[i]]++;
        }

        var sums = new Jackknife(4);
        foreach (var i in judged.Order.AsSpan(judged.Split))
        {
            Count(sums, importer[i], past[importer[i]] == 0 ? 0 : past[importer[i]] > Experienced ? 2 : -1, judged.Fraud[i]);
        }

        return RatioOfRates(sums);
    }

    /// <summary>Fraud rate of judged items whose subheadings hold the last twentieth of the items learnt from, over that of those that hold the first half.</summary>
    public static Measured RareGoods(Judged judged)
    {
        var (items, declarations) = (judged.World.Items, judged.World.Declarations);
        var past = new long[judged.World.Subheadings.Count];
        for (var item = 0; item < items.Count; item++)
        {
            past[items.Subheading[item]] += declarations.LodgedAt[items.Declaration[item]] < judged.World.Split ? 1 : 0;
        }

        var group = GroupsBySize(past);
        var sums = new Jackknife(4);
        for (var item = 0; item < items.Count; item++)
        {
            var declaration = items.Declaration[item];
            if (declarations.Version[declaration] == 1 && declarations.LodgedAt[declaration] >= judged.World.Split)
            {
                Count(sums, declarations.Importer[declaration], group[items.Subheading[item]], items.Kind[item] == ItemKind.Fraud);
            }
        }

        return RatioOfRates(sums);
    }

    /// <summary>How alike the declarations of one importer are.</summary>
    public static Measured Intraclass(Judged judged)
    {
        var (sizes, hits) = (new int[judged.World.Importers.Count], new int[judged.World.Importers.Count]);
        foreach (var i in judged.Order)
        {
            sizes[judged.World.Declarations.Importer[i]]++;
            hits[judged.World.Declarations.Importer[i]] += judged.Fraud[i] ? 1 : 0;
        }

        return IntraclassCorrelation.Of(sizes, hits).Unless(hits.Sum(), FewestFrauds);
    }

    // 0 for the rare ones, 2 for the common ones, -1 for those between.
    private static int[] GroupsBySize(long[] sizes)
    {
        var total = sizes.Sum();
        var group = new int[sizes.Length];
        long before = 0;
        foreach (var code in Enumerable.Range(0, sizes.Length).OrderByDescending(code => sizes[code]).ThenBy(code => code))
        {
            group[code] = before * 2 < total ? 2 : before * 20 >= total * 19 ? 0 : -1;
            before += sizes[code];
        }

        return group;
    }

    private static void Count(Jackknife sums, int cluster, int group, bool fraud)
    {
        if (group >= 0)
        {
            var block = sums.Of(cluster);
            block[group]++;
            block[group + 1] += fraud ? 1 : 0;
        }
    }

    // As many as there are in the smaller of the two groups.
    private static Measured RatioOfRates(Jackknife sums) =>
        sums.MeasureRatio(total => total[1] / total[0] / (total[3] / total[2])).Unless(Math.Min(sums.Total(1), sums.Total(3)), FewestInGroup);

    private static double[] Sizes(Judged judged) => [.. CountsBy(judged, i => judged.World.Declarations.Importer[i]).OrderBy(pair => pair.Key).Select(pair => (double)pair.Value)];

    private static Dictionary<long, int> CountsBy(Judged judged, Func<int, long> key)
    {
        var counts = new Dictionary<long, int>();
        foreach (var i in judged.Order)
        {
            var of = key(i);
            counts[of] = counts.GetValueOrDefault(of) + 1;
        }

        return counts;
    }
}
