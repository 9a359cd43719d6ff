namespace Tamiz.Simulation.Reporting;

/// <summary>How large importers are, and how traders come and go.</summary>
internal static class TraderFigures
{
    private const int Points = 20;

    public static IEnumerable<Figure> Of(Tally tally, Phrasebook words, (int[] Born, int[] Died) lives)
    {
        var sizes = Tally.Sums(tally.First, tally.World.Importers.Count, i => tally.World.Declarations.Importer[i], _ => 1).Where(size => size > 0).Order().ToArray();
        return
        [
            Sizes(sizes),
            Lorenz(sizes, words),
            new Figure("lives", FigureKind.Lines, "traders", tally.Months,
                [new(words["series.born"], [.. lives.Born.Select(count => (double)count)]), new(words["series.died"], [.. lives.Died.Select(count => (double)count)])]) { IsTruth = true },
        ];
    }

    // Classes that double: 1, 2 to 3, 4 to 7, …
    private static Figure Sizes(double[] sizes)
    {
        var counts = new List<double>();
        var names = new List<string>();
        for (long from = 1; sizes.Length > 0 && from <= sizes[^1]; from *= 2)
        {
            var to = (from * 2) - 1;
            counts.Add(sizes.Count(size => size >= from && size <= to));
            names.Add(from == to ? $"{from}" : $"{from}–{to}");
        }

        return new Figure("importerSizes", FigureKind.Columns, "importers", names, [new("", counts)]);
    }

    private static Figure Lorenz(double[] sizes, Phrasebook words)
    {
        var all = sizes.Sum();
        var held = Enumerable.Range(0, Points + 1).Select(point => all > 0 ? sizes.Take(sizes.Length * point / Points).Sum() / all : 0);
        return new Figure("lorenz", FigureKind.Lines, "share", [.. Enumerable.Range(0, Points + 1).Select(point => words.Percent((double)point / Points))], [new("", [.. held])]);
    }
}
