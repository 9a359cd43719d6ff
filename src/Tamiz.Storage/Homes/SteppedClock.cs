namespace Tamiz.Storage.Homes;

/// <summary>The clock of a simulated home: it shows the instant that it was last set to, and never goes back.</summary>
public sealed class SteppedClock : TimeProvider
{
    private long _milliseconds;

    /// <summary>A clock at an instant.</summary>
    public SteppedClock(Instant at) => _milliseconds = at.UnixMilliseconds;

    /// <summary>Moves on to an instant; an earlier one changes nothing.</summary>
    public void MoveTo(Instant at)
    {
        if (at.UnixMilliseconds > Volatile.Read(ref _milliseconds))
        {
            Volatile.Write(ref _milliseconds, at.UnixMilliseconds);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _milliseconds));
}
