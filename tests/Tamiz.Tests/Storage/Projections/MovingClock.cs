namespace Tamiz.Tests.Storage.Projections;

/// <summary>A clock that is moved by hand.</summary>
public sealed class MovingClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now.ToUtc(), TimeSpan.Zero);

    public void Move(TimeSpan by) => Now = new Instant(Now.UnixMilliseconds + (long)by.TotalMilliseconds);
}
