using System.Globalization;
using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>What is declared when, where, and of what value.</summary>
internal static class TradeFigures
{
    private const int Goods = 6;
    private const int MostSteps = 40;

    // 0.01, 0.03, 0.1, …
    private static readonly double[] Bounds = [.. Enumerable.Range(0, MostSteps).Select(step => (step % 2 == 0 ? 1.0 : 3.0) * PowerOfTen((step / 2) - 2))];

    public static IEnumerable<Figure> Of(Tally tally, Phrasebook words) =>
    [
        ByMonth(tally), ByWeek(tally), ByWeekday(tally, words), ByOffice(tally),
        RevenueByOffice(tally), RevenueByChapter(tally), ValueByOrigin(tally), ValueSpread(tally, words), UnitValues(tally, words),
    ];

    private static Figure ByMonth(Tally tally)
    {
        var counts = Tally.Sums(tally.First, tally.Months.Count, i => tally.World.MonthOf(tally.World.Declarations.LodgedAt[i]), _ => 1);
        return new Figure("byMonth", FigureKind.Columns, "declarations", tally.Months, [new("", counts)]);
    }

    private static Figure ByWeek(Tally tally)
    {
        var world = tally.World;
        var weeks = Math.Max(1, (world.End - world.Begin) / (7 * Moment.Day));
        var counts = Tally.Sums(tally.First, weeks, i => (world.Declarations.LodgedAt[i] - world.Begin) / (7 * Moment.Day) is var week && week >= 0 && week < weeks ? week : -1, _ => 1);
        var names = Enumerable.Range(0, weeks).Select(week => world.Manifest.Begin.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new Figure("byWeek", FigureKind.Lines, "declarations", [.. names], [new("", counts)]);
    }

    private static Figure ByWeekday(Tally tally, Phrasebook words)
    {
        var world = tally.World;
        var days = new double[7];
        for (var day = world.Manifest.Begin; Moment.Of(day) < world.End; day = day.AddDays(1))
        {
            days[FromMonday(day)]++;
        }

        var counts = Tally.Sums(tally.First, 7, i => FromMonday(Moment.DateOf(world.Declarations.LodgedAt[i])), _ => 1);
        var names = Enumerable.Range(0, 7).Select(day => words[$"series.day{day}"]);
        return new Figure("byWeekday", FigureKind.Columns, "declarations", [.. names], [new("", Tally.Over(counts, days))]);
    }

    private static int FromMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static Figure ByOffice(Tally tally)
    {
        var counts = Tally.Sums(tally.First, tally.World.Offices.Count, i => tally.World.Declarations.Office[i], _ => 1);
        return Bars("byOffice", "declarations", tally.World.Offices.Text, counts, Tally.Most);
    }

    private static Figure RevenueByOffice(Tally tally)
    {
        var world = tally.World;
        var sums = Shares(Tally.Sums(tally.FirstItems, world.Offices.Count, item => world.Declarations.Office[world.Items.Declaration[item]], item => world.Items.Taxes[item]));
        return Bars("revenueByOffice", "share", world.Offices.Text, sums, Tally.Most) with
        {
            Shares = new Dictionary<string, double> { ["five"] = sums.OrderDescending().Take(5).Sum() },
        };
    }

    private static Figure RevenueByChapter(Tally tally)
    {
        var world = tally.World;
        var chapters = new Codes();
        var chapterOf = Enumerable.Range(0, world.Subheadings.Count).Select(code => chapters.Add(world.Subheadings[code][..Math.Min(2, world.Subheadings[code].Length)])).ToArray();
        var sums = Shares(Tally.Sums(tally.FirstItems, chapters.Count, item => chapterOf[world.Items.Subheading[item]], item => world.Items.Taxes[item]));
        return Bars("revenueByChapter", "share", chapters.Text, sums, 15);
    }

    private static Figure ValueByOrigin(Tally tally)
    {
        var world = tally.World;
        var sums = Shares(Tally.Sums(tally.FirstItems, world.Countries.Count, item => world.Items.Origin[item], item => world.Items.Value[item]));
        return Bars("valueByOrigin", "share", world.Countries.Text, sums, 15);
    }

    // From 1 to 3, from 3 to 10, from 10 to 30, …
    private static Figure ValueSpread(Tally tally, Phrasebook words)
    {
        var values = Tally.Sums(tally.FirstItems, tally.World.Declarations.Count, item => tally.World.Items.Declaration[item], item => tally.World.Items.Value[item]);
        var steps = tally.First.Where(i => values[i] > 0).Select(i => MostSteps - Bounds.Count(bound => bound > values[i]) - 1).Where(step => step >= 0).ToList();
        var (least, count) = steps.Count == 0 ? (0, 0) : (steps.Min(), steps.Max() - steps.Min() + 1);
        var counts = Tally.Sums(steps, count, step => step - least, _ => 1);
        return new Figure("valueSpread", FigureKind.Columns, "declarations", [.. Bounds.Skip(least).Take(count).Select(words.Number)], [new("", counts)]);
    }

    private static Figure UnitValues(Tally tally, Phrasebook words)
    {
        var world = tally.World;
        var priced = tally.FirstItems.Where(item => world.Items.Value[item] > 0 && world.Items.NetMass[item] > 0).ToList();
        var main = Tally.Largest(Tally.Sums(priced, world.Subheadings.Count, item => world.Items.Subheading[item], _ => 1), Goods);
        var prices = main.Select(code => priced.Where(item => world.Items.Subheading[item] == code).Select(item => world.Items.Value[item] / world.Items.NetMass[item]).Order().ToArray()).ToArray();
        (string Name, double Share)[] marks = [("p10", 0.1), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9)];
        var series = marks.Select(mark => new Series(words["series." + mark.Name], [.. prices.Select(of => of[(int)((of.Length - 1) * mark.Share)])]));
        return new Figure("unitValues", FigureKind.Ranges, "price", [.. main.Select(world.Subheadings.Text)], [.. series]);
    }

    private static Figure Bars(string id, string unit, Func<int, string> name, double[] values, int most)
    {
        var largest = Tally.Largest(values, most);
        return new Figure(id, FigureKind.Bars, unit, [.. largest.Select(name)], [new("", [.. largest.Select(i => values[i])])]);
    }

    private static double PowerOfTen(int exponent) => exponent < 0 ? 1 / PowerOfTen(-exponent) : Enumerable.Repeat(10.0, exponent).Aggregate(1.0, (product, ten) => product * ten);

    private static double[] Shares(double[] values)
    {
        var all = values.Sum();
        return [.. values.Select(value => all > 0 ? value / all : 0)];
    }
}
