namespace Tamiz.Storage.Ledger;

/// <summary>The ledger's time: the machine's clock, but never before the last batch.</summary>
internal sealed class LedgerClock(TimeProvider clock, LedgerIndex index)
{
    /// <summary>Milliseconds that a clock may lag behind, or a record run ahead, without a word.</summary>
    public const long Tolerance = 1000;

    /// <summary>What the machine's clock shows.</summary>
    public Instant Shown => Instant.FromUtc(clock.GetUtcNow().UtcDateTime);

    /// <summary>The ledger's time.</summary>
    public Instant Now => Later(Shown, Last);

    private Instant Last => index.Last.Header?.Committed ?? Instant.Earliest;

    public static Instant Later(Instant one, Instant other) => one > other ? one : other;

    /// <summary>Whether what the clock shows is more than a second before the last batch.</summary>
    public bool IsBehind(Instant shown) => shown.UnixMilliseconds < Last.UnixMilliseconds - Tolerance;
}
