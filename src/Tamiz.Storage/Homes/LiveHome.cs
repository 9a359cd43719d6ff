using Tamiz.Declarations;
using Tamiz.Ledger;
using Tamiz.Storage.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>
/// A home at work: what happens goes into its ledger, and counts once it is there. One process at a time. Where the disk fails, an
/// exception says so, and the home is opened again: it goes on from what was acknowledged.
/// </summary>
public sealed class LiveHome : HomeView
{
    private const long WorthKeeping = 4096;
    private const long WorthKeepingMeanwhile = 65_536;
    private const int LeastShare = 64;

    private readonly SigningKeys _keys;
    private readonly SteppedClock? _stepped;
    private readonly StateCache _cache;
    private long _kept;

    private LiveHome((string Folder, SigningKeys Keys, StateCache Cache) place, LedgerLog log, PersonsTable persons, SteppedClock? stepped)
        : base(place.Folder, log, persons, place.Cache) =>
        (Log, _keys, _cache, _stepped) = (log, place.Keys, place.Cache, stepped);

    /// <summary>Its ledger, to be written.</summary>
    public LedgerLog Log { get; }

    /// <summary>The ledger's time.</summary>
    public Instant Now => Log.Now;

    /// <summary>
    /// Opens a home: what its ledger says is remembered, from the state kept last on; the chain of the batches before that one is checked by their
    /// headers, of those after it everything is.
    /// </summary>
    /// <param name="folder">The home's folder.</param>
    /// <param name="clock">The machine's clock; a simulated home has its own.</param>
    /// <param name="diagnostics">Receives what is worth saying: a torn tail, a clock behind, files that are not in force, a kept state that is of no use.</param>
    /// <exception cref="HomeException">It has no ledger (TZ1808), or something beside the ledger cannot be used.</exception>
    /// <exception cref="LedgerException">The ledger is in use or damaged.</exception>
    public static LiveHome Open(string folder, TimeProvider clock, ICollection<Diagnostic> diagnostics) =>
        Open(folder, new LedgerFolder(Path.Combine(folder, LedgerName)), clock, diagnostics);

    /// <summary>Opens a home whose ledger is elsewhere than in its folder, or is waited for.</summary>
    /// <param name="folder">The home's folder.</param>
    /// <param name="disk">The files of its ledger.</param>
    /// <param name="clock">The machine's clock; a simulated home has its own.</param>
    /// <param name="diagnostics">Receives what is worth saying.</param>
    /// <inheritdoc cref="Open(string, TimeProvider, ICollection{Diagnostic})" path="/exception"/>
    public static LiveHome Open(string folder, ILedgerDisk disk, TimeProvider clock, ICollection<Diagnostic> diagnostics)
    {
        DemandLedger(folder, disk);
        var (keys, cache) = (SigningKeys.Open(Path.Combine(folder, KeysName)), new StateCache(folder));
        LedgerLog? log = null;
        PersonsTable? persons = null;
        try
        {
            // A simulated home has no other clock than its ledger: it goes on from the last batch.
            var stepped = LedgerReader.IsSimulated(disk) ? new SteppedClock(Instant.Earliest) : null;
            log = LedgerLog.Open(
                new LedgerPlace(disk, keys, stepped ?? clock), cache.Mark, stepped is null ? null : entry => stepped.MoveTo(entry.Committed), diagnostics);
            persons = PersonsTable.Open(folder);
            var home = new LiveHome((folder, keys, cache), log, persons, stepped);
            home._kept = home.Remember(diagnostics);
            home.CompareFiles(diagnostics);
            return home;
        }
        catch
        {
            persons?.Dispose();
            log?.Dispose();
            keys.Dispose();
            throw;
        }
    }

    /// <summary>The pseudonyms of a party; new ones are on the disk once <see cref="FlushPersons"/> returns.</summary>
    public PartyRef Refer(Party party)
    {
        var pseudonyms = Persons.Of(party);
        return new PartyRef(
            pseudonyms.Identifier is { } identifier ? new Pseudonym(identifier) : null,
            pseudonyms.Person is { } person ? new Pseudonym(person) : null);
    }

    /// <summary>Puts the names of new parties on the disk; before the records that name their pseudonyms are appended.</summary>
    public void FlushPersons() => Persons.Flush();

    /// <summary>Moves the clock of a simulated home on; that of another cannot be moved.</summary>
    public void MoveClock(Instant to) => _stepped?.MoveTo(to);

    /// <summary>Appends records as one group, waits until they outlast a power cut, and takes note of them.</summary>
    /// <returns>The number of their batch.</returns>
    public long Record(params ReadOnlySpan<LedgerRecord> records)
    {
        var sequence = Log.Append(RecordGroup.Of(new RecordWriter(), records)).GetAwaiter().GetResult();
        var batch = Log.BatchOf(sequence);
        for (var i = 0; i < records.Length; i++)
        {
            State.Apply(records[i], sequence + i, batch);
        }

        return batch;
    }

    /// <summary>
    /// Erases, by law, what stands under a pseudonym outside the chain. The record comes first: where a crash comes between, the names stand
    /// still, and erasing is done again.
    /// </summary>
    /// <param name="by">Who does it.</param>
    /// <param name="pseudonym">Of an identifier, or of a person.</param>
    /// <param name="law">The law or order.</param>
    public Erasure Erase(string by, UInt128 pseudonym, string law)
    {
        _cache.Drop();
        _kept = long.MaxValue;
        Record(new PersonsErased(Now, by, [.. Persons.Under(pseudonym).Select(one => new Pseudonym(one))], law));
        return Persons.Erase(pseudonym);
    }

    /// <summary>Makes a checkpoint where the last one is older than the settings allow and anything was recorded since.</summary>
    public void CheckpointWhenDue()
    {
        if (Log.CheckpointDue)
        {
            Log.MakeCheckpoint().GetAwaiter().GetResult();
        }
    }

    /// <summary>
    /// Keeps what is remembered, where much came since that was done last, by number and by the length of the ledger; while nothing is under way.
    /// After an erasure nothing is kept until the home is opened again.
    /// </summary>
    public void Keep() => Keep(Math.Max(WorthKeeping, Log.Records / LeastShare));

    /// <summary>The same in the midst of long work: more must have come.</summary>
    public void KeepMeanwhile() => Keep(Math.Max(WorthKeepingMeanwhile, Log.Records / LeastShare));

    /// <summary>Keeps what is remembered, while nothing is under way.</summary>
    /// <param name="least">Records since that was done last that are worth it.</param>
    public void Keep(long least)
    {
        if (Log.Records - _kept >= least)
        {
            _cache.Save(Log, State);
            _kept = Log.Records;
        }
    }

    /// <summary>Drops what is kept, and keeps what was remembered from the ledger alone.</summary>
    public void KeepAnew()
    {
        _cache.Drop();
        _kept = Remember(null);
        Keep(0);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _keys.Dispose();
    }
}
