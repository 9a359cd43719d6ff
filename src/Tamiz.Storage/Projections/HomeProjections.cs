using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Ledger;

namespace Tamiz.Storage.Projections;

/// <summary>
/// The desk database and the archive of a home, as made from its ledger: each goes on from its own watermark, and can be thrown away and
/// made again. They are opened when they are first needed, and again after an exception. One thread at a time, in the process that has
/// the ledger open.
/// </summary>
/// <param name="home">The home's folder.</param>
/// <param name="facts">Names of the facts that assessments store, by the knowledge that they used; null for none.</param>
public sealed class HomeProjections(string home, Func<KnowledgeSet?, IReadOnlyList<string>> facts) : IDisposable
{
    private DeskDatabase? _desk;
    private ItemArchive? _archive;
    private ArchiveProjection? _items;

    /// <summary>The desk database, to be read; writing is left to the projection.</summary>
    /// <exception cref="HomeException">TZ1701 to TZ1703.</exception>
    public DeskDatabase Desk => _desk ??= DeskDatabase.Open(home);

    /// <summary>The archive, to be asked for its watermark and open months.</summary>
    /// <exception cref="HomeException">TZ1731, TZ1732.</exception>
    public ItemArchive Archive => _archive ??= ItemArchive.Open(home, Environment.ProcessorCount);

    /// <summary>Called now and then with the records applied so far.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Applies everything that the ledger has beyond the watermarks, and writes it.</summary>
    /// <param name="log">The home's ledger.</param>
    /// <exception cref="HomeException">A projection is damaged (TZ1703, TZ1731, TZ1732), in use (TZ1701), or beyond the ledger's end (TZ1761); the facts have no names (TZ1764).</exception>
    /// <exception cref="LedgerException">A batch is damaged (TZ1602).</exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void CatchUp(LedgerReader log) => Reopening(() =>
    {
        Run(log, long.MaxValue);
        Archive.Flush();
    });

    /// <summary>
    /// Applies as <see cref="CatchUp"/> does, but leaves the archive's rows in memory until they fill a part, for many calls with few
    /// records each. After a crash they are added again.
    /// </summary>
    /// <param name="log">The home's ledger.</param>
    /// <inheritdoc cref="CatchUp" path="/exception"/>
    public void Follow(LedgerReader log) => Reopening(() => Run(log, long.MaxValue));

    /// <summary>Throws both away, whatever state they are in, and makes them again.</summary>
    /// <param name="log">The home's ledger.</param>
    /// <inheritdoc cref="CatchUp" path="/exception"/>
    public void Rebuild(LedgerReader log)
    {
        Close();
        DeskDatabase.Discard(home);
        ItemArchive.Discard(home);
        CatchUp(log);
    }

    /// <summary>
    /// Makes both again in a temporary folder and compares: the desk database up to its watermark, the closed months byte by byte, and the
    /// rows of open months up to the archive's watermark.
    /// Changes nothing but what <see cref="ItemArchive.Open"/> drops.
    /// </summary>
    /// <param name="log">The home's ledger.</param>
    /// <returns>What is wrong: TZ1701 to TZ1703, TZ1731, TZ1732, TZ1761 to TZ1763; empty where nothing is.</returns>
    /// <exception cref="HomeException">The facts have no names (TZ1764).</exception>
    /// <exception cref="LedgerException">A batch is damaged (TZ1602).</exception>
    public IReadOnlyList<Diagnostic> Check(LedgerReader log)
    {
        var found = new List<Diagnostic>();
        var desk = Try(() => Desk, found);
        var archive = Try(() => Archive, found);
        if ((desk ?? (object?)archive) is null)
        {
            return found;
        }

        var ahead = Ahead(log, desk, archive);
        found.AddRange(ahead);
        if (ahead.Count > 0)
        {
            return found;
        }

        using var temporary = new TemporaryFiles();
        var again = Directory.CreateDirectory(temporary.Next()).FullName;
        using (var rebuilt = new HomeProjections(again, facts) { Progress = Progress })
        {
            var open = archive?.OpenMonths is { Count: > 0 };
            rebuilt.Run(log, desk?.Watermark ?? -1, open ? archive!.Watermark : long.MaxValue);
            if (open)
            {
                rebuilt.Archive.Flush();
                found.AddRange(MonthComparison.CompareOpen(archive!, rebuilt.Archive, temporary));
                rebuilt.Run(log, desk?.Watermark ?? -1);
            }

            if (desk is not null && Try(() => DeskComparison.Compare(desk, rebuilt.Desk, temporary), found) is { } difference)
            {
                found.Add(difference);
            }
        }

        found.AddRange(archive is null ? [] : MonthComparison.Compare(home, again));
        return found;
    }

    /// <summary>Writes the archive's rows that are in memory, and lets both go.</summary>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void Dispose()
    {
        try
        {
            _archive?.Flush();
        }
        finally
        {
            Close();
        }
    }

    private void Run(LedgerReader log, long deskEnd, long archiveEnd = long.MaxValue)
    {
        if (Ahead(log, Desk, Archive) is [var ahead, ..])
        {
            throw new HomeException(ahead);
        }

        var desk = new DeskProjection(Desk);
        _items ??= new ArchiveProjection(Archive, facts);
        foreach (var steps in LedgerSteps.Read(log, Math.Min(_items.Begin(log), desk.Next)))
        {
            Both(() => desk.Apply(steps, deskEnd), () => _items.Apply(steps, archiveEnd));
            Progress?.Invoke(steps[^1].Sequence + 1);
        }
    }

    // The archive stands still after an exception until it is opened again; the desk database is opened with it.
    private void Reopening(Action work)
    {
        try
        {
            work();
        }
        catch
        {
            Close();
            throw;
        }
    }

    private void Close()
    {
        _desk?.Dispose();
        (_desk, _archive, _items) = (null, null, null);
    }

    private static void Both(Action here, Action there)
    {
        var other = Task.Run(there);
        try
        {
            here();
        }
        finally
        {
            other.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }

        other.GetAwaiter().GetResult();
    }

    private List<Diagnostic> Ahead(LedgerReader log, DeskDatabase? desk, ItemArchive? archive) =>
    [
        .. new[] { (Name: DeskDatabase.FileName, Watermark: desk?.Watermark ?? -1), (Name: "archive", Watermark: archive?.Watermark ?? -1) }
            .Where(one => one.Watermark >= log.Records)
            .Select(one => ProjectionDiagnostics.Ahead.At(
                new Place(Path.Combine(home, one.Name)),
                string.Create(CultureInfo.InvariantCulture, $"record {one.Watermark}"),
                string.Create(CultureInfo.InvariantCulture, $"record {log.Records - 1} at most"))),
    ];

    private static T? Try<T>(Func<T?> work, List<Diagnostic> found)
        where T : class
    {
        try
        {
            return work();
        }
        catch (HomeException e)
        {
            found.Add(e.Diagnostic);
            return null;
        }
    }
}
