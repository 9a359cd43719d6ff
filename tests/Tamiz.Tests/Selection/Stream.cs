using Tamiz.Assessment;
using Tamiz.Selection;

namespace Tamiz.Tests.Selection;

/// <summary>A made-up stream of candidates, and the policies that the tests select it with.</summary>
internal static class Stream
{
    public static readonly DateOnly Start = new(2026, 1, 5);

    public static readonly byte[] Seed = [1, 2, 3, 5, 8, 13];

    public static Capacity Share(double share) => new(null, share);

    public static Capacity PerDay(int controls) => new(controls, 0);

    public static RiskRegister Register(decimal reserved = 0) => new([Area("revenue", 0), Area("safety", reserved)]);

    public static SelectionPolicy Policy(params LaneRule[] lanes) =>
        new(new OfficeRule(lanes, 0.02), "green", new Dictionary<string, OfficeRule>());

    public static SelectionPolicy ThreeLanes() => Policy(new LaneRule("red", Share(0.05), 0.01), new LaneRule("yellow", Share(0.10), 0.02));

    public static Selector Selector(SelectionPolicy policy, decimal reserved = 0) => new(policy, Register(reserved));

    public static LaneDecision Decide(this Selector selector, in Candidate candidate, byte[]? seed = null) =>
        selector.Select(candidate, Draws.Of(seed ?? Seed, candidate.Identity));

    public static Candidate Candidate(int number, DateOnly day, double value, string? mandatory = null, string office = "HNPCR") =>
        new($"{office}/2026/{number}", office, day, [new AreaValue("revenue", value)], mandatory);

    /// <summary>Days of about as many arrivals, with values drawn by <paramref name="value"/>.</summary>
    public static List<Candidate> Of(int seed, int days, double arrivals, Func<Random, double> value, Func<DateOnly, double>? weight = null)
    {
        var random = new Random(seed);
        var candidates = new List<Candidate>();
        for (var day = 0; day < days; day++)
        {
            var date = Start.AddDays(day);
            var mean = arrivals * (weight?.Invoke(date) ?? 1);
            var count = (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
            for (var i = 0; i < count; i++)
            {
                candidates.Add(Candidate(candidates.Count, date, value(random)));
            }
        }

        return candidates;
    }

    public static List<LaneDecision> Run(Selector selector, IEnumerable<Candidate> candidates, byte[]? seed = null) =>
        [.. candidates.Select(candidate => selector.Decide(candidate, seed))];

    /// <summary>Values by the names that theories use.</summary>
    public static Func<Random, double> Values(string kind) => kind switch
    {
        "equal" => _ => 100,
        "zero" => _ => 0,
        "heavy" => random => Elementary.Exp(4 + (2 * Normal(random))),
        _ => random => 100 * random.NextDouble(),
    };

    private static double Normal(Random random)
    {
        double sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum - 6;
    }

    private static RiskArea Area(string id, decimal reserved) =>
        new(id, new Dictionary<string, string>(), "", true, 0, 0.05m, reserved);
}
