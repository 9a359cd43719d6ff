using System.Globalization;
using Tamiz.Declarations;
using Tamiz.Storage.Sqlite;

namespace Tamiz.Storage.Persons;

/// <summary>
/// The one table of names and addresses, beside the ledger: records hold pseudonyms, and what they stand for can be erased here.
/// Any number of threads; a second process may read, and writes in turn.
/// </summary>
public sealed class PersonsTable : IDisposable
{
    /// <summary>The table's file in a home.</summary>
    public const string FileName = "persons.db";

    private const int Version = 1;
    private const int Remembered = 200_000;

    private const string Schema = """
        CREATE TABLE persons (person BLOB PRIMARY KEY, identifier BLOB, id TEXT, name TEXT, address TEXT, country TEXT) WITHOUT ROWID;
        CREATE INDEX persons_identifier ON persons (identifier);
        CREATE TABLE key (fingerprint BLOB);
        """;

    private readonly Lock _database = new();
    private readonly Lock _queue = new();
    private readonly Dictionary<UInt128, Row> _queued = [];
    private readonly RecentPairs<Party, Pseudonyms> _given = new(Remembered);
    private readonly RecentPairs<UInt128, Party> _found = new(Remembered);
    private readonly SqliteFile _file;
    private readonly PseudonymKey _key;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _find;

    private PersonsTable(SqliteFile file, PseudonymKey key)
    {
        _file = file;
        _key = key;
        _insert = file.Prepare("INSERT OR IGNORE INTO persons VALUES (?, ?, ?, ?, ?, ?)");
        _find = file.Prepare("SELECT id, name, address, country FROM persons WHERE person = ?");
    }

    /// <summary>How many persons there are.</summary>
    public long Count
    {
        get
        {
            lock (_database)
            {
                return _file.Guard(() => _file.Number("SELECT count(*) FROM persons"));
            }
        }
    }

    /// <summary>Opens the table of a home; where there is none, makes it, and its secret (keys/pseudonyms.key).</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="wait">How long to wait for another process; 10 seconds unless told otherwise.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1704, TZ1706, TZ1707.</exception>
    public static PersonsTable Open(string home, TimeSpan? wait = null)
    {
        var file = SqliteFile.Open(Path.Combine(home, FileName), HomeDiagnostics.PersonsDamaged, wait ?? SqliteFile.UsualWait, DurableFile.Private);
        try
        {
            return file.Guard(() =>
            {
                file.Execute("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536");
                return new PersonsTable(file, file.InTransaction(() => Prepare(file, home)));
            });
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The pseudonyms of a party. A party that is new waits for <see cref="Flush"/>.</summary>
    public Pseudonyms Of(Party party)
    {
        if (_given.TryGet(party, out var known))
        {
            return known;
        }

        var pseudonyms = _key.Of(party);
        if (pseudonyms.Person is { } person)
        {
            lock (_queue)
            {
                _queued.TryAdd(person, new Row(pseudonyms.Identifier, party));
            }

            _given.Add(party, pseudonyms);
        }

        return pseudonyms;
    }

    /// <summary>
    /// Writes what waits, in one durable transaction; what any thread was given pseudonyms for before it called this is on the disk
    /// when this returns. A record that names pseudonyms must be acknowledged only after it.
    /// </summary>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1704; what waits then still waits.</exception>
    public void Flush()
    {
        lock (_database)
        {
            Write();
        }
    }

    /// <summary>The party behind pseudonyms.</summary>
    /// <param name="identifier">Pseudonym of its identifier; null for none.</param>
    /// <param name="person">Pseudonym of the party; null for none.</param>
    /// <returns>
    /// Null where both are null. Where the party was erased or is not known: one without name, address and country, whose identifier
    /// is the pseudonym in 32 hexadecimal digits, so that whatever is kept by identifier stays apart and does not change again.
    /// </returns>
    public Party? Find(UInt128? identifier, UInt128? person)
    {
        if (identifier is null && person is null)
        {
            return null;
        }

        if (person is { } wanted && (Waiting(wanted) ?? Stored(wanted)) is { } party)
        {
            return party;
        }

        return new Party(identifier?.ToString("x32", CultureInfo.InvariantCulture));
    }

    /// <summary>The pseudonyms that <see cref="Erase"/> would erase, in order.</summary>
    /// <param name="pseudonym">Of an identifier, or of a person.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1704.</exception>
    public IReadOnlyList<UInt128> Under(UInt128 pseudonym)
    {
        lock (_database)
        {
            Write();
            return _file.Guard(() =>
            {
                using var find = _file.Prepare("SELECT person, identifier FROM persons WHERE person = ?1 OR identifier = ?1");
                find.Bind(pseudonym);
                return Under(find, pseudonym);
            });
        }
    }

    /// <summary>Whether a person is in the table, or waits for <see cref="Flush"/>.</summary>
    public bool Has(UInt128 person) => Waiting(person) is not null || Stored(person) is not null;

    /// <summary>Erases all that stands under a pseudonym, of an identifier or of a person, and overwrites it on the disk.</summary>
    /// <param name="pseudonym">Of an identifier: all persons with it; of a person: that one.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1704.</exception>
    public Erasure Erase(UInt128 pseudonym)
    {
        lock (_database)
        {
            Write();
            var erased = _file.Guard(() => _file.InTransaction(() => Delete(pseudonym)));
            _given.Clear();
            _found.Clear();
            return erased with { Purged = _file.Guard(Purge) };
        }
    }

    /// <summary>Looks whether the file is whole, and whether each person still is what its pseudonym was made of.</summary>
    /// <returns>What is wrong (TZ1704, TZ1708); null for nothing.</returns>
    public Diagnostic? Check()
    {
        lock (_database)
        {
            return _file.Check() ?? _file.Guard(FindAltered);
        }
    }

    /// <summary>Closes the table; what waits is not written.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
        _file.Dispose();
    }

    private static PseudonymKey Prepare(SqliteFile file, string home)
    {
        switch (file.Number("PRAGMA user_version"))
        {
            case 0:
                var drawn = PseudonymKey.Open(home, mayDraw: true);
                file.Execute(Schema);
                using (var insert = file.Prepare("INSERT INTO key VALUES (?)"))
                {
                    insert.Bind(drawn.Fingerprint).Run();
                }

                file.Execute($"PRAGMA user_version={Version}");
                return drawn;
            case Version:
                var key = PseudonymKey.Open(home, mayDraw: false);
                using (var fingerprint = file.Prepare("SELECT fingerprint FROM key"))
                {
                    return fingerprint.Step() && fingerprint.Pseudonym(0) == key.Fingerprint
                        ? key
                        : throw new HomeException(HomeDiagnostics.OtherPseudonymKey.At(new Place(file.Path), ""));
                }

            case var other:
                throw file.Damaged($"version {other}", $"version {Version}");
        }
    }

    private Party? Waiting(UInt128 person)
    {
        lock (_queue)
        {
            return _queued.GetValueOrDefault(person)?.Party;
        }
    }

    private Party? Stored(UInt128 person)
    {
        if (_found.TryGet(person, out var known))
        {
            return known;
        }

        lock (_database)
        {
            var party = _file.Guard(() =>
            {
                var found = _find.Bind(person).Step() ? PartyAt(_find, 0) : null;
                _find.Reset();
                return found;
            });
            if (party is not null)
            {
                _found.Add(person, party);
            }

            return party;
        }
    }

    private static Party PartyAt(SqliteStatement row, int first) => new(row.Text(first), row.Text(first + 1), row.Text(first + 2), row.Text(first + 3));

    // What is being written keeps waiting until it is durable, so that a write that fails loses nothing.
    private void Write()
    {
        KeyValuePair<UInt128, Row>[] rows;
        lock (_queue)
        {
            rows = [.. _queued];
        }

        if (rows.Length == 0)
        {
            return;
        }

        // In the order of the key, a page is written once and not once a row.
        Array.Sort(rows, static (left, right) => left.Key.CompareTo(right.Key));
        _file.Guard(() => _file.InTransaction(() =>
        {
            foreach (var (person, row) in rows)
            {
                _insert.Bind(person).Bind(row.Identifier).Bind(row.Party.Id).Bind(row.Party.Name).Bind(row.Party.Address).Bind(row.Party.Country).Run();
            }
        }));
        lock (_queue)
        {
            foreach (var (person, _) in rows)
            {
                _queued.Remove(person);
            }
        }
    }

    private Erasure Delete(UInt128 pseudonym)
    {
        using var delete = _file.Prepare("DELETE FROM persons WHERE person = ?1 OR identifier = ?1 RETURNING person, identifier");
        delete.Bind(pseudonym);
        var rows = 0L;
        var erased = Under(delete, pseudonym, () => rows++);
        return new Erasure(erased, rows, Purged: false);
    }

    // The persons of the rows, and the identifier where it was asked for; in order.
    private static List<UInt128> Under(SqliteStatement rows, UInt128 pseudonym, Action? onRow = null)
    {
        var found = new SortedSet<UInt128>();
        while (rows.Step())
        {
            onRow?.Invoke();
            found.Add(rows.Pseudonym(0).GetValueOrDefault());
            if (rows.Pseudonym(1) == pseudonym)
            {
                found.Add(pseudonym);
            }
        }

        return [.. found];
    }

    // The journal holds pages as they were before: it is written back, and cut to nothing.
    private bool Purge()
    {
        using var checkpoint = _file.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        return checkpoint.Step() && checkpoint.Integer(0) == 0;
    }

    private Diagnostic? FindAltered()
    {
        using var all = _file.Prepare("SELECT person, identifier, id, name, address, country FROM persons");
        while (all.Step())
        {
            if (new Pseudonyms(all.Pseudonym(1), all.Pseudonym(0)) != _key.Of(PartyAt(all, 2)))
            {
                return HomeDiagnostics.PersonAltered.At(new Place(_file.Path), Convert.ToHexStringLower(all.Bytes(0)));
            }
        }

        return null;
    }

    private sealed record Row(UInt128? Identifier, Party Party);
}
