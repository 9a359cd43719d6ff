namespace Tamiz.Integrity.Assessments;

/// <summary>What a host counted in the ledger, from which the platform's evidence is worked out.</summary>
public sealed record PlatformCounts
{
    /// <summary>Contents that came into force, and those of them that a second person approved.</summary>
    public (long Approved, long BySecond) Contents { get; init; }

    /// <summary>Days that were opened, and those of them that were closed, their seed revealed.</summary>
    public (long Opened, long Closed) Days { get; init; }

    /// <summary>Lanes that were given.</summary>
    public long Lanes { get; init; }

    /// <summary>Lanes that a person changed.</summary>
    public long Overrides { get; init; }

    /// <summary>Declarations whose lane stands as the system gave it, without an override and without a mandatory order.</summary>
    public long Automated { get; init; }

    /// <summary>Records, and whether all of them verify.</summary>
    public (long Records, bool Verified) Log { get; init; }

    /// <summary>Declarations selected for a control on any lane but the last, and those of them with a finding.</summary>
    public (long Selected, long WithResult) Controls { get; init; }

    /// <summary>Findings, and those of them that were appealed or overturned.</summary>
    public (long All, long Appealed, long Overturned) Findings { get; init; }

    /// <summary>Sign-ins, and those of them that were refused.</summary>
    public (long All, long Refused) SignIns { get; init; }

    /// <summary>Controls by inspector, where inspectors were assigned.</summary>
    public IReadOnlyCollection<long> Workload { get; init; } = [];

    /// <summary>The platform's evidence.</summary>
    /// <param name="date">When it was counted.</param>
    /// <param name="source">The ledger it was counted in.</param>
    public IReadOnlyList<PlatformEvidence> Evidence(DateOnly date, string source) =>
        [.. PlatformIndicator.All.Select(indicator => Measure(indicator.Id) switch
        {
            null => new PlatformEvidence(indicator, date, null, 0, "not-recorded"),
            (_, 0) => new PlatformEvidence(indicator, date, null, 0, "no-cases"),
            var (value, n) => new PlatformEvidence(indicator, date, value, n, source),
        })];

    /// <summary>How unequally work is spread: 0 where all have the same, towards 1 where one has it all (Gini).</summary>
    public static double Spread(IEnumerable<long> work)
    {
        var sorted = work.Order().ToList();
        double total = sorted.Sum();
        var ranked = sorted.Select((one, index) => (2.0 * (index + 1) - sorted.Count - 1) * one).Sum();
        return total == 0 ? 0 : ranked / (sorted.Count * total);
    }

    private (double Value, long N)? Measure(string indicator) => indicator switch
    {
        "second-person" => Share(Contents.BySecond, Contents.Approved),
        "days-closed" => Share(Days.Closed, Days.Opened),
        "appeals" => Share(Findings.Appealed, Findings.All),
        "overturned" => Share(Findings.Overturned, Findings.All),
        "automated" => Share(Automated, Lanes),
        "overrides" => Share(Overrides, Lanes),
        "log-verified" => (Log.Verified ? 1 : 0, Log.Records),
        "controls-with-result" => Share(Controls.WithResult, Controls.Selected),
        "sign-ins-refused" => Share(SignIns.Refused, SignIns.All),
        "workload-spread" => (Spread(Workload), Workload.Sum()),
        _ => null,
    };

    private static (double Value, long N) Share(long part, long whole) => (whole == 0 ? 0 : (double)part / whole, whole);
}
