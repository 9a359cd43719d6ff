using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tamiz.Storage.Sqlite;

namespace Tamiz.Storage.Desk;

/// <summary>
/// What people work on, and an index over declarations: a projection of the ledger. It says up to which record it goes, and can be
/// thrown away and made again. One thread at a time writes; any number of contexts read meanwhile.
/// </summary>
public sealed class DeskDatabase : IDisposable
{
    /// <summary>The database's file in a home.</summary>
    public const string FileName = "tamiz.db";

    private const int Version = 1;

    private readonly SqliteFile _file;
    private readonly DeskCommands _commands;

    private DeskDatabase(SqliteFile file)
    {
        _file = file;
        _commands = new DeskCommands(file);
        Watermark = file.Guard(() => file.Number("SELECT watermark FROM projection"));
    }

    /// <summary>Sequence of the last record that is applied; -1 where none is.</summary>
    public long Watermark { get; private set; }

    /// <summary>Opens the desk database of a home, and makes an empty one where there is none.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="wait">How long to wait for another process; 10 seconds unless told otherwise.</param>
    /// <exception cref="HomeException">TZ1701, TZ1702; TZ1703, whereupon <see cref="Discard"/> and applying all again helps.</exception>
    public static DeskDatabase Open(string home, TimeSpan? wait = null)
    {
        var file = SqliteFile.Open(Path.Combine(home, FileName), HomeDiagnostics.DeskDamaged, wait ?? SqliteFile.UsualWait, mode: null);
        try
        {
            return file.Guard(() =>
            {
                // A power cut may take the last changes: the watermark goes back with them, and they are applied again.
                file.Execute("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=16384");
                file.InTransaction(() => Prepare(file));
                return new DeskDatabase(file);
            });
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Deletes the desk database of a home, so that it is made again.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public static void Discard(string home)
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(Path.Combine(home, FileName + ending));
        }
    }

    /// <summary>Applies what some records mean, and moves the watermark, in one transaction.</summary>
    /// <param name="changes">What they mean; a rebuild is fastest with some ten thousand rows in one.</param>
    /// <param name="watermark">Sequence of the last of them, above <see cref="Watermark"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The records, or some of them, are applied already.</exception>
    /// <exception cref="HomeException">TZ1701 to TZ1703; nothing is applied then.</exception>
    public void Apply(DeskChanges changes, long watermark)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(watermark, Watermark);
        _file.Guard(() => _file.InTransaction(() =>
        {
            var stored = _file.Number("SELECT watermark FROM projection");
            if (stored != Watermark)
            {
                throw new HomeException(HomeDiagnostics.InUse.At(new Place(_file.Path), $"record {stored} applied meanwhile", $"record {Watermark}"));
            }

            _commands.Apply(changes);
            _file.Execute(string.Create(CultureInfo.InvariantCulture, $"UPDATE projection SET watermark={watermark}"));
        }));
        Watermark = watermark;
    }

    /// <summary>A view for queries, on a connection of its own; it sees what is applied.</summary>
    public DeskContext Read() => new(new DbContextOptionsBuilder<DeskContext>()
        .UseSqlite($"Data Source={_file.Path};Pooling=False")
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .Options);

    /// <summary>Looks whether the file is whole.</summary>
    /// <returns>What is wrong (TZ1703); null for nothing.</returns>
    public Diagnostic? Check() => _file.Check();

    /// <summary>Writes everything that it holds as text, the same for the same content: a table after the other by name, rows by key.</summary>
    /// <exception cref="HomeException">TZ1703.</exception>
    public void Dump(TextWriter to) => _file.Guard(() =>
    {
        foreach (var table in Tables())
        {
            using var rows = _file.Prepare($"SELECT * FROM \"{table}\" ORDER BY {KeyOf(table)}");
            to.Write($"{table}\n");
            while (rows.Step())
            {
                for (var column = 0; column < rows.Columns; column++)
                {
                    to.Write(column == 0 ? "" : "\t");
                    to.Write(Canonical(rows, column));
                }

                to.Write('\n');
            }
        }
    });

    /// <summary>SHA-256 of what <see cref="Dump"/> writes, in hexadecimal: two that are equal hold the same.</summary>
    /// <exception cref="HomeException">TZ1703.</exception>
    public string Fingerprint()
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16))
        {
            Dump(writer);
        }

        return Convert.ToHexStringLower(hash.Hash ?? []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _commands.Dispose();
        _file.Dispose();
    }

    private static void Prepare(SqliteFile file)
    {
        switch (file.Number("PRAGMA user_version"))
        {
            case 0:
                using (var context = new DeskContext(new DbContextOptionsBuilder<DeskContext>().UseSqlite(file.Connection).Options))
                {
                    file.Execute(context.Database.GenerateCreateScript());
                }

                file.Execute($"CREATE TABLE projection (watermark INTEGER NOT NULL); INSERT INTO projection VALUES (-1); PRAGMA user_version={Version}");
                break;
            case Version:
                break;
            case var other:
                throw file.Damaged($"version {other}", $"version {Version}");
        }
    }

    private List<string> Tables()
    {
        var tables = new List<string>();
        using var names = _file.Prepare("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        while (names.Step())
        {
            tables.Add(names.Text(0) ?? "");
        }

        return tables;
    }

    private string KeyOf(string table)
    {
        var columns = new List<string>();
        using var key = _file.Prepare($"SELECT name FROM pragma_table_info('{table}') WHERE pk>0 ORDER BY pk");
        while (key.Step())
        {
            columns.Add($"\"{key.Text(0)}\"");
        }

        return columns.Count == 0 ? "1" : string.Join(", ", columns);
    }

    private static string Canonical(SqliteStatement row, int column) => row.Kind(column) switch
    {
        1 => row.Integer(column).ToString(CultureInfo.InvariantCulture),
        2 => row.Real(column).ToString("R", CultureInfo.InvariantCulture),
        3 => "'" + (row.Text(column) ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal),
        4 => "x" + Convert.ToHexStringLower(row.Bytes(column)),
        _ => "-",
    };
}
