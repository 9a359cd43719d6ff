using Tamiz.Declarations;
using Tamiz.Ledger;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Ledger;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Homes;

/// <summary>
/// A home to be looked at, as its ledger stood when it was opened: nothing in it is locked or written, and others may go on working in it
/// meanwhile.
/// </summary>
public class HomeView : IDisposable
{
    private readonly StateCache _cache;

    private protected HomeView(string folder, LedgerReader ledger, PersonsTable persons, StateCache cache)
    {
        (Folder, Ledger, Persons, _cache) = (folder, ledger, persons, cache);
        Contents = ContentStore.Open(folder);
        Seeds = new SeedVault(folder, ledger.Id);
        State = NewState();
    }

    /// <summary>The home's folder.</summary>
    public string Folder { get; }

    /// <summary>Its ledger.</summary>
    public LedgerReader Ledger { get; }

    /// <summary>What it knows and remembers.</summary>
    public HomeState State { get; private set; }

    /// <summary>The bytes of contents.</summary>
    public ContentStore Contents { get; }

    /// <summary>Secret seeds of days that are not closed.</summary>
    public SeedVault Seeds { get; }

    /// <summary>The table of persons.</summary>
    private protected PersonsTable Persons { get; }

    /// <summary>Opens a home to look at it.</summary>
    /// <param name="folder">The home's folder.</param>
    /// <param name="diagnostics">Receives what is worth saying: files that are not in force, a kept state that is of no use.</param>
    /// <param name="everything">Whether all of the ledger is read and checked, and nothing is taken from a kept state.</param>
    /// <exception cref="HomeException">It has no ledger (TZ1808), or something beside the ledger cannot be used.</exception>
    /// <exception cref="LedgerException">The ledger is damaged.</exception>
    public static HomeView Open(string folder, ICollection<Diagnostic> diagnostics, bool everything = false)
    {
        var disk = new LedgerFolder(Path.Combine(folder, LedgerName)) { OnlyReads = true };
        DemandLedger(folder, disk);
        var cache = new StateCache(folder);
        LedgerReader? ledger = null;
        PersonsTable? persons = null;
        try
        {
            using var founding = SigningKeys.FoundingIn(Path.Combine(folder, KeysName));
            ledger = LedgerReader.Open(disk, founding, everything ? null : cache.Mark);
            persons = PersonsTable.Open(folder);
            var home = new HomeView(folder, ledger, persons, cache);
            home.Remember(everything ? null : diagnostics);
            home.CompareFiles(diagnostics);
            return home;
        }
        catch
        {
            persons?.Dispose();
            ledger?.Dispose();
            throw;
        }
    }

    /// <summary>Who stands behind pseudonyms.</summary>
    public Party? Find(PartyRef party) => Persons.Find(party.Identifier?.Value, party.Person?.Value);

    /// <summary>Looks whether the table of persons is whole, and each of them what its pseudonym was made of (TZ1704, TZ1708); null where it is.</summary>
    public Diagnostic? CheckPersons() => Persons.Check();

    /// <summary>Whether a person stands in the table.</summary>
    public bool Knows(Pseudonym person) => Persons.Has(person.Value);

    /// <summary>Compares what is kept with what the ledger makes.</summary>
    /// <returns>What is wrong (TZ1815, TZ1816), with the first part that differs; null where nothing is.</returns>
    public Diagnostic? CheckKept() => _cache.Check(Ledger, NewState);

    /// <summary>The bytes of a content.</summary>
    /// <exception cref="HomeException">It is missing (TZ1721) or damaged (TZ1722).</exception>
    public byte[] ReadContent(Hash digest)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size];
        digest.CopyTo(bytes);
        return Contents.Get(bytes);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Ledger.Dispose();
        Persons.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The folder of the ledger, within that of a home.</summary>
    private protected const string LedgerName = "ledger";

    /// <summary>The folder of keys, within that of a home.</summary>
    private protected const string KeysName = "keys";

    /// <summary>Refuses a folder without a ledger.</summary>
    private protected static void DemandLedger(string folder, ILedgerDisk disk)
    {
        if (!Directory.Exists(folder) || disk.List().Count == 0)
        {
            throw new HomeException(ActDiagnostics.NoLedger.At(new Place(folder), ""));
        }
    }

    /// <summary>Makes the state that the ledger makes, from a kept one on where there is one.</summary>
    /// <param name="diagnostics">Receives TZ1815; null to take up no kept state.</param>
    /// <returns>The sequence from which on the ledger was read.</returns>
    private protected long Remember(ICollection<Diagnostic>? diagnostics)
    {
        var (state, from) = (diagnostics is null ? null : _cache.Load(Ledger, NewState, diagnostics)) ?? (NewState(), 0);
        State = state;
        foreach (var entry in Ledger.Read(from))
        {
            State.Apply(entry);
        }

        return from;
    }

    private protected void CompareFiles(ICollection<Diagnostic> diagnostics)
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

        foreach (var key in inForce.Keys.Where(key => key.Kind is not (HomeState.CatalogueKind or ContentKey.Integrity) && !files.ContainsKey(key)))
        {
            diagnostics.Add(ActDiagnostics.NotInForce.At(new Place(Path.Combine(Folder, key.Name)), "", "the file in force"));
        }
    }

    internal HomeState NewState() => new(ReadContent, Find, Read);

    internal IEnumerable<LedgerRecord> Read(long sequence, long count)
    {
        foreach (var entry in Ledger.Read(sequence))
        {
            if (count-- == 0)
            {
                yield break;
            }

            yield return entry.Read();
        }
    }
}
