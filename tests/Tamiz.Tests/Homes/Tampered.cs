using Microsoft.Data.Sqlite;
using Tamiz.Ledger;

namespace Tamiz.Tests.Homes;

/// <summary>A home in the hands of an insider.</summary>
/// <param name="Home">The home.</param>
/// <param name="Truth">The home as it was, and as it was before.</param>
/// <param name="Escrow">The escrow.</param>
internal sealed record Tampered(TestHome Home, TamperedHome Truth, string Escrow)
{
    /// <summary>A file of the home.</summary>
    public string Path(params string[] steps) => System.IO.Path.Combine([Home.Folder, .. steps]);

    /// <summary>The last segment of the ledger.</summary>
    public string Segment => Directory.GetFiles(Path("ledger"), "*.tzl").Order(StringComparer.Ordinal).Last();

    /// <summary>
    /// Something is done to all up to the last checkpoint in escrow. It is signed anew, what came after it is imported again, and desk and archive are
    /// made again, so that nothing but the escrow and recomputing can tell.
    /// </summary>
    public void Forge(Action<List<List<LedgerRecord>>> change)
    {
        Home.ForgeBatches(batches =>
        {
            var end = batches.FindLastIndex(batch => batch is [CheckpointMade]) + 1;
            batches.RemoveRange(end, batches.Count - end);
            change(batches);
        });
        Directory.Delete(Path("archive"), recursive: true);
        File.Delete(Path("tamiz.db"));
        TamperedHome.Run("import", Truth.Home.Beside("rest.csv"), "--live", "--home", Home.Folder);
    }

    /// <summary>The last record of a kind that is in escrow becomes others; see <see cref="Forge"/>.</summary>
    public void Record<T>(Func<T, bool> which, Func<T, IEnumerable<LedgerRecord>> what)
        where T : LedgerRecord => Forge(batches =>
        {
            var batch = batches.FindLast(records => records.OfType<T>().Any(which)) ?? throw new InvalidOperationException("there is no such record");
            var at = batch.FindLastIndex(record => record is T one && which(one));
            var record = (T)batch[at];
            batch.RemoveAt(at);
            batch.InsertRange(at, what(record));
        });

    /// <summary>The last record of a kind that is in escrow becomes another; see <see cref="Forge"/>.</summary>
    public void Record<T>(Func<T, LedgerRecord> what)
        where T : LedgerRecord => Record<T>(static _ => true, record => [what(record)]);

    /// <summary>A database is changed past the program.</summary>
    public void Sql(string database, string command)
    {
        using var connection = new SqliteConnection($"Data Source={Path(database)};Pooling=False");
        connection.Open();
        using var change = connection.CreateCommand();
        change.CommandText = command;
        if (change.ExecuteNonQuery() < 1)
        {
            throw new InvalidOperationException("nothing was changed: " + command);
        }
    }

    /// <summary>Files are put back as they were before March.</summary>
    public void PutBack(params string[] names)
    {
        foreach (var name in names)
        {
            if (Directory.Exists(Path(name)))
            {
                Directory.Delete(Path(name), recursive: true);
                TestHome.Copy(System.IO.Path.Combine(Truth.Before, name), Path(name));
            }
            else
            {
                foreach (var ending in new[] { "", "-wal", "-shm" })
                {
                    File.Delete(Path(name) + ending);
                }

                File.Copy(System.IO.Path.Combine(Truth.Before, name), Path(name));
            }
        }
    }
}
