using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Storage.Sqlite;

namespace Tamiz.Storage.Persons;

/// <summary>
/// Officers' credentials, beside the ledger: of each person the hash of a token of 128 random bits. The ledger holds the hash of the
/// entry, so that an entry that is changed or put back by hand lets nobody in.
/// </summary>
public sealed class Credentials : IDisposable
{
    private const int Version = 1;
    private const int TokenBytes = 16;

    private readonly Lock _database = new();
    private readonly SqliteFile _file;

    private Credentials(SqliteFile file) => _file = file;

    /// <summary>Opens the credentials of a home (keys/credentials.db), and makes the table where there is none.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="wait">How long to wait for another process; 10 seconds unless told otherwise.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1705.</exception>
    public static Credentials Open(string home, TimeSpan? wait = null)
    {
        Directory.CreateDirectory(Path.Combine(home, "keys"));
        var file = SqliteFile.Open(
            Path.Combine(home, "keys", "credentials.db"), HomeDiagnostics.CredentialsDamaged, wait ?? SqliteFile.UsualWait, DurableFile.Private);
        try
        {
            file.Guard(() =>
            {
                file.Execute("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
                file.InTransaction(() => Prepare(file));
            });
            return new Credentials(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Gives a person a token; an earlier one of that person ends.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="at">When.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1705.</exception>
    public IssuedCredential Issue(string person, Instant at)
    {
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        var hash = SHA256.HashData(token);
        lock (_database)
        {
            _file.Guard(() =>
            {
                using var insert = _file.Prepare("INSERT OR REPLACE INTO credentials VALUES (?, ?, ?)");
                insert.Bind(person).Bind(hash).Bind(at.UnixMilliseconds).Run();
            });
        }

        return new IssuedCredential(TokenText.Of(token), EntryHash(person, hash, at.UnixMilliseconds));
    }

    /// <summary>Whether a token is that of a person. What is compared is compared in constant time.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="token">As typed: case, spaces and hyphens do not matter, and O and I count as 0 and 1.</param>
    /// <param name="chained">The hash in the ledger's latest record of the person; 32 zeros for no credential.</param>
    /// <returns>Null where it is; else why not (TZ1711 to TZ1713). Only TZ1713 tells more than "no" and is worth an alarm.</returns>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1705.</exception>
    public Diagnostic? Check(string person, string token, ReadOnlySpan<byte> chained)
    {
        var place = new Place(_file.Path, Field: person);
        var given = SHA256.HashData(TokenText.Read(token) ?? []);
        if (CheckEntry(person, chained) is { } wrong)
        {
            return wrong;
        }

        return Entry(person) is not { } entry ? HomeDiagnostics.NoCredential.At(place, "") : CryptographicOperations.FixedTimeEquals(entry.Hash, given) ? null : HomeDiagnostics.WrongToken.At(place, "another token");
    }

    /// <summary>Whether the entry of a person is the one that the ledger knows.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="chained">The hash in the ledger's latest record of the person; 32 zeros for no credential.</param>
    /// <returns>Null where it is, or where there is rightly none; else TZ1713.</returns>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1705.</exception>
    public Diagnostic? CheckEntry(string person, ReadOnlySpan<byte> chained)
    {
        var none = !chained.ContainsAnyExcept((byte)0);
        return Entry(person) is { } entry
            ? CryptographicOperations.FixedTimeEquals(EntryHash(person, entry.Hash, entry.At), chained) ? null : HomeDiagnostics.CredentialReplaced.At(new Place(_file.Path, Field: person), "another entry")
            : none ? null : HomeDiagnostics.CredentialReplaced.At(new Place(_file.Path, Field: person), "");
    }

    /// <summary>Ends the credential of a person.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="HomeException">TZ1701, TZ1702, TZ1705.</exception>
    public bool Withdraw(string person)
    {
        lock (_database)
        {
            return _file.Guard(() =>
            {
                using var delete = _file.Prepare("DELETE FROM credentials WHERE person = ?");
                return delete.Bind(person).Run() > 0;
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Prepare(SqliteFile file)
    {
        switch (file.Number("PRAGMA user_version"))
        {
            case 0:
                file.Execute("CREATE TABLE credentials (person TEXT PRIMARY KEY, token BLOB NOT NULL, issued INTEGER NOT NULL) WITHOUT ROWID");
                file.Execute($"PRAGMA user_version={Version}");
                break;
            case Version:
                break;
            case var other:
                throw file.Damaged($"version {other}", $"version {Version}");
        }
    }

    private static byte[] EntryHash(string person, ReadOnlySpan<byte> token, long issued)
    {
        Span<byte> number = stackalloc byte[8];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var name = Encoding.UTF8.GetBytes(person);
        hash.AppendData("tamiz credential\0"u8);
        BinaryPrimitives.WriteInt64LittleEndian(number, name.Length);
        hash.AppendData(number);
        hash.AppendData(name);
        hash.AppendData(token);
        BinaryPrimitives.WriteInt64LittleEndian(number, issued);
        hash.AppendData(number);
        return hash.GetHashAndReset();
    }

    private (byte[] Hash, long At)? Entry(string person)
    {
        lock (_database)
        {
            return _file.Guard<(byte[], long)?>(() =>
            {
                using var find = _file.Prepare("SELECT token, issued FROM credentials WHERE person = ?");
                return find.Bind(person).Step() ? (find.Bytes(0).ToArray(), find.Integer(1)) : null;
            });
        }
    }
}
