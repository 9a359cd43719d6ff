namespace Tamiz.Tests;

/// <summary>A clock that stands still.</summary>
public sealed class FixedClock(int year, int month, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
