namespace Tamiz.Storage.Desk;

/// <summary>A day of an office, from its opening on.</summary>
/// <param name="Office">Customs office; empty where there is none.</param>
/// <param name="Date">The day.</param>
/// <param name="Opened">When it was opened.</param>
/// <param name="Commitment">That of the day's seed, in hexadecimal.</param>
public sealed record DeskDay(string Office, DateOnly Date, Instant Opened, string Commitment)
{
    /// <summary>When it was closed; null while it is open.</summary>
    public Instant? Closed { get; init; }

    /// <summary>The seed revealed, in hexadecimal; null while the day is open.</summary>
    public string? Seed { get; init; }

    /// <summary>Declarations drawn; null while the day is open.</summary>
    public long? Draws { get; init; }

    /// <summary>Draws by lane, as lane=count separated by spaces, in the order of the lanes; null while the day is open.</summary>
    public string? Totals { get; init; }
}
