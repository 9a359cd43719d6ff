using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Opens and closes the days of offices: seeds are committed to beforehand, and revealed when the day is over.</summary>
public sealed class OfficeDays(LiveHome home)
{
    private readonly Dictionary<string, (DateOnly Day, byte[] Key)> _keys = new(StringComparer.Ordinal);

    /// <summary>The office's date at an instant.</summary>
    public DateOnly DateOf(string office, Instant at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at.ToUtc(), ZoneOf(office)));

    /// <summary>The date of the day that an office opens next: that of an instant, or the one after a day that was closed before it was over.</summary>
    public DateOnly NextOf(string office, Instant at)
    {
        var date = DateOf(office, at);
        return home.State.Books.GetValueOrDefault(office)?.Last is { } last && last >= date ? last.AddDays(1) : date;
    }

    /// <summary>Whether the office's day of an instant, or a later one, is open.</summary>
    public bool IsOpen(string office, Instant at) => home.State.Books.TryGetValue(office, out var book) && book.Open?.Day >= DateOf(office, at);

    /// <summary>Whether an office's open day is over at an instant.</summary>
    public bool AnyIsOver(Instant at) => home.State.Books.Any(pair => pair.Value.Open is { } open && open.Day < DateOf(pair.Key, at));

    /// <summary>The draw key of the open day.</summary>
    public (DateOnly Day, byte[] Key) KeyOf(string office)
    {
        var open = home.State.Books[office].Open!;
        if (!_keys.TryGetValue(office, out var known) || known.Day != open.Day)
        {
            known = (open.Day, DaySeed.DrawKey(home.Seeds.Find(office, open.Commitment), open.Anchor, open.Outside));
            _keys[office] = known;
        }

        return known;
    }

    /// <summary>Closes every day that is over at an instant, and makes a checkpoint.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">Who; empty for the system.</param>
    /// <returns>What was closed.</returns>
    public IReadOnlyList<DayClosed> CloseOver(Instant at, string by) =>
        Close([.. home.State.Books.Where(pair => pair.Value.Open is { } open && open.Day < DateOf(pair.Key, at)).Select(pair => pair.Key)], by);

    /// <summary>Closes the open days of offices: their seeds are revealed, what was drawn is counted, numbers that are missing are named.</summary>
    /// <param name="offices">Offices whose day is open.</param>
    /// <param name="by">Who; empty for the system.</param>
    /// <exception cref="HomeException">A day is not open (TZ1806), or its seed is missing (TZ1807): nothing is closed.</exception>
    public IReadOnlyList<DayClosed> Close(IReadOnlyList<string> offices, string by)
    {
        if (offices.Count == 0)
        {
            return [];
        }

        var closed = new DayClosed[offices.Count];
        for (var i = 0; i < closed.Length; i++)
        {
            var book = home.State.Books.GetValueOrDefault(offices[i]);
            var open = book?.Open ?? throw new HomeException(ActDiagnostics.DayState.At(new Place(home.Folder, 0, 0, offices[i]), "no open day"));
            closed[i] = new DayClosed(home.Now, by, offices[i], open.Day, home.Seeds.Find(offices[i], open.Commitment), book!.Draws, book.Totals(), book.Numbers.Missing());
        }

        var commitments = offices.Select(office => home.State.Books[office].Open!.Commitment).ToList();
        home.Record(closed);
        commitments.ForEach(home.Seeds.Forget);
        home.Log.MakeCheckpoint(by).GetAwaiter().GetResult();
        return closed;
    }

    /// <summary>Opens a day of an office.</summary>
    /// <param name="office">The office.</param>
    /// <param name="day">Its date, later than that of its day before.</param>
    /// <param name="by">Who; empty for the system.</param>
    /// <param name="outside">A contribution from outside, mixed into the draws, with its source; null for none.</param>
    /// <exception cref="HomeException">A day is open already, or the date is not later (TZ1806).</exception>
    public DayOpened Open(string office, DateOnly day, string by, (string Value, string Source)? outside = null)
    {
        var book = home.State.Book(office);
        if (book.Open is { } open || book.Last >= day)
        {
            throw new HomeException(ActDiagnostics.DayState.At(
                new Place(home.Folder, 0, 0, office), book.Open is null ? $"a day of {book.Last:O}" : $"the open day {book.Open.Day:O}", $"none open, and a date after {book.Last:O}"));
        }

        if (book.AnchorBatch < 0)
        {
            home.Record(new SeedCommitted(home.Now, by, office, home.Seeds.Draw([office])[0]));
        }

        var policy = home.State.Course!.Home.Policy;
        var opened = new DayOpened(
            home.Now, by, office, day, Selecting.BoundsOf(policy.Of(office)), policy.ReleaseLane, book.Next, home.Log.HashOf(book.AnchorBatch),
            outside?.Value ?? "", outside?.Source ?? "", home.Seeds.Draw([office])[0]);
        home.Record(opened);
        return opened;
    }

    private TimeZoneInfo ZoneOf(string office)
    {
        var settings = home.State.Course!.Home;
        return settings.Policy.Of(office).TimeZone ?? settings.TimeZone;
    }
}
