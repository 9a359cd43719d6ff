using Tamiz.Declarations;
using Tamiz.Ledger;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>
/// A home at work: what happens goes into its ledger, and counts once it is there. One process at a time. Where the disk fails, an
/// exception says so, and the home is opened again: it goes on from what was acknowledged.
/// </summary>
public sealed class LiveHome : IDisposable
{
    private const long WorthKeeping = 4096;

    private readonly SigningKeys _keys;
    private readonly PersonsTable _persons;
    private readonly SteppedClock? _stepped;
    private readonly StateCache _cache;
    private long _kept;

    private LiveHome(string folder, LedgerLog log, SigningKeys keys, PersonsTable persons, SteppedClock? stepped)
    {
        (Folder, Log, _keys, _persons, _stepped) = (folder, log, keys, persons, stepped);
        Contents = ContentStore.Open(folder);
        Seeds = new SeedVault(folder, log.Id);
        _cache = new StateCache(folder);
        State = NewState();
    }

    /// <summary>The home's folder.</summary>
    public string Folder { get; }

    /// <summary>Its ledger.</summary>
    public LedgerLog Log { get; }

    /// <summary>What it knows and remembers.</summary>
    public HomeState State { get; private set; }

    /// <summary>The bytes of contents.</summary>
    public ContentStore Contents { get; }

    /// <summary>Secret seeds of days that are not closed.</summary>
    public SeedVault Seeds { get; }

    /// <summary>The ledger's time.</summary>
    public Instant Now => Log.Now;

    /// <summary>
    /// Opens a home: its ledger is read and its chain checked, and what it says is remembered; what was remembered when a state was kept is
    /// taken up from there.
    /// </summary>
    /// <param name="folder">The home's folder.</param>
    /// <param name="clock">The machine's clock; a simulated home has its own.</param>
    /// <param name="diagnostics">Receives what is worth saying: a torn tail, a clock behind, files that are not in force.</param>
    /// <exception cref="HomeException">It has no ledger (TZ1808), or something beside the ledger cannot be used.</exception>
    /// <exception cref="LedgerException">The ledger is in use or damaged.</exception>
    public static LiveHome Open(string folder, TimeProvider clock, ICollection<Diagnostic> diagnostics) =>
        Open(folder, new LedgerFolder(Path.Combine(folder, "ledger")), clock, diagnostics);

    /// <summary>Opens a home whose ledger is elsewhere than in its folder.</summary>
    /// <param name="folder">The home's folder.</param>
    /// <param name="disk">The files of its ledger.</param>
    /// <param name="clock">The machine's clock; a simulated home has its own.</param>
    /// <param name="diagnostics">Receives what is worth saying.</param>
    /// <inheritdoc cref="Open(string, TimeProvider, ICollection{Diagnostic})" path="/exception"/>
    public static LiveHome Open(string folder, ILedgerDisk disk, TimeProvider clock, ICollection<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(folder) || disk.List().Count == 0)
        {
            throw new HomeException(ActDiagnostics.NoLedger.At(new Place(folder), ""));
        }

        var keys = SigningKeys.Open(Path.Combine(folder, "keys"));
        LedgerLog? log = null;
        PersonsTable? persons = null;
        try
        {
            // A simulated home has no other clock than its ledger: it goes on from the last batch.
            var stepped = LedgerLog.IsSimulated(disk) ? new SteppedClock(Instant.Earliest) : null;
            log = LedgerLog.Open(new LedgerPlace(disk, keys, stepped ?? clock), stepped is null ? null : entry => stepped.MoveTo(entry.Committed), diagnostics);
            persons = PersonsTable.Open(folder);
            var home = new LiveHome(folder, log, keys, persons, stepped);
            home.Remember(diagnostics);
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
        var pseudonyms = _persons.Of(party);
        return new PartyRef(
            pseudonyms.Identifier is { } identifier ? new Pseudonym(identifier) : null,
            pseudonyms.Person is { } person ? new Pseudonym(person) : null);
    }

    /// <summary>Puts the names of new parties on the disk; before the records that name their pseudonyms are appended.</summary>
    public void FlushPersons() => _persons.Flush();

    /// <summary>Who stands behind pseudonyms.</summary>
    public Party? Find(PartyRef party) => _persons.Find(party.Identifier?.Value, party.Person?.Value);

    /// <summary>Looks whether the table of persons is whole, and each of them what its pseudonym was made of (TZ1704, TZ1708); null where it is.</summary>
    public Diagnostic? CheckPersons() => _persons.Check();

    /// <summary>Whether a person stands in the table.</summary>
    public bool Knows(Pseudonym person) => _persons.Has(person.Value);

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
        Record(new PersonsErased(Now, by, [.. _persons.Under(pseudonym).Select(one => new Pseudonym(one))], law));
        return _persons.Erase(pseudonym);
    }

    /// <summary>
    /// Keeps what is remembered, where much came since that was done last; while nothing is under way. After an erasure nothing is kept until the
    /// home is opened again.
    /// </summary>
    /// <param name="least">Records that are worth it.</param>
    public void Keep(long least = WorthKeeping)
    {
        if (Log.Records - _kept >= least)
        {
            _cache.Save(Log, State);
            _kept = Log.Records;
        }
    }

    /// <summary>Compares what is kept with what the ledger makes.</summary>
    /// <returns>What is wrong (TZ1815, TZ1816); null where nothing is.</returns>
    public Diagnostic? CheckKept() => _cache.Check(Log, NewState);

    /// <summary>Drops what is kept, and keeps what was remembered from the ledger alone.</summary>
    public void KeepAnew()
    {
        _cache.Drop();
        State = NewState();
        _kept = 0;
        Remember([]);
        Keep(0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Log.Dispose();
        _persons.Dispose();
        _keys.Dispose();
    }

    /// <summary>The bytes of a content.</summary>
    /// <exception cref="HomeException">It is missing (TZ1721) or damaged (TZ1722).</exception>
    public byte[] ReadContent(Hash digest)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size];
        digest.CopyTo(bytes);
        return Contents.Get(bytes);
    }

    private HomeState NewState() => new(ReadContent, Find, Read);

    private void Remember(ICollection<Diagnostic> diagnostics)
    {
        if (_cache.Load(Log, NewState, diagnostics) is var (state, sequence))
        {
            (State, _kept) = (state, sequence);
        }

        foreach (var entry in Log.Read(_kept))
        {
            State.Apply(entry);
        }
    }

    internal IEnumerable<LedgerRecord> Read(long sequence, long count)
    {
        foreach (var entry in Log.Read(sequence))
        {
            if (count-- == 0)
            {
                yield break;
            }

            yield return entry.Read();
        }
    }

    private void CompareFiles(ICollection<Diagnostic> diagnostics)
    {
        var inForce = State.Contents.InForce;
        var (_, files) = HomeFiles.Read(Folder, []);
        foreach (var (key, bytes) in files)
        {
            if (inForce.GetValueOrDefault(key) != Hash.Of(bytes))
            {
                diagnostics.Add(ActDiagnostics.NotInForce.At(new Place(Path.Combine(Folder, key.Name)), Hash.Of(bytes).ToString()[..12],
                    inForce.TryGetValue(key, out var digest) ? digest.ToString()[..12] : "nothing of that name in force"));
            }
        }

        foreach (var key in inForce.Keys.Where(key => key.Kind != HomeState.CatalogueKind && !files.ContainsKey(key)))
        {
            diagnostics.Add(ActDiagnostics.NotInForce.At(new Place(Path.Combine(Folder, key.Name)), "", "the file in force"));
        }
    }
}
