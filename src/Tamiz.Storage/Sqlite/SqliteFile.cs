using Microsoft.Data.Sqlite;

namespace Tamiz.Storage.Sqlite;

/// <summary>A SQLite database of a home: one connection, and diagnostics in the place of SQLite's error numbers.</summary>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>How long a command waits for another process, unless told otherwise.</summary>
    public static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(10);

    private readonly DiagnosticRule _damaged;

    private SqliteFile(string path, DiagnosticRule damaged, SqliteConnection connection)
    {
        Path = path;
        _damaged = damaged;
        Connection = connection;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The connection; one thread at a time.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="damaged">What is said where it is none.</param>
    /// <param name="wait">How long to wait for another process.</param>
    /// <param name="mode">Permission of a new file; null for what the system gives.</param>
    /// <exception cref="HomeException">It is damaged, in use or cannot be written.</exception>
    public static SqliteFile Open(string path, DiagnosticRule damaged, TimeSpan wait, UnixFileMode? mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)wait.TotalSeconds),
        }.ToString();
        var file = new SqliteFile(path, damaged, new SqliteConnection(text));
        try
        {
            file.Guard(() =>
            {
                Create(path, mode);
                file.Connection.Open();
                SQLitePCL.raw.sqlite3_busy_timeout(file.Connection.Handle, (int)wait.TotalMilliseconds);
                file.Execute("PRAGMA journal_mode=WAL");
            });
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Runs something on the database.</summary>
    /// <exception cref="HomeException">The database is damaged, in use or cannot be written.</exception>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (RuleOf(e.SqliteErrorCode) is { } rule)
        {
            throw new HomeException(rule.At(new Place(Path), e.Message), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HomeException(HomeDiagnostics.Unwritable.At(new Place(Path), e.Message), e);
        }
    }

    /// <inheritdoc cref="Guard{T}"/>
    public void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    /// <summary>Runs something in one transaction that excludes other writers; what it throws undoes it.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <inheritdoc cref="InTransaction{T}"/>
    public void InTransaction(Action work) => InTransaction(() =>
    {
        work();
        return true;
    });

    /// <summary>Runs commands that give nothing back.</summary>
    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first number that a query gives.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>A command that is run many times.</summary>
    public SqliteStatement Prepare(string sql) => new(Connection, sql);

    /// <summary>Looks at every page of the file.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public Diagnostic? Check()
    {
        try
        {
            return Guard(() =>
            {
                using var statement = Prepare("PRAGMA integrity_check(1)");
                var answer = statement.Step() ? statement.Text(0) ?? "" : "";
                return answer == "ok" ? null : _damaged.At(new Place(Path), answer);
            });
        }
        catch (HomeException e)
        {
            return e.Diagnostic;
        }
    }

    /// <summary>Says that the database is not what it should be.</summary>
    public HomeException Damaged(string found, string? expected = null) => new(_damaged.At(new Place(Path), found, expected));

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    // A private file is made before SQLite would make it with the system's permission.
    private static void Create(string path, UnixFileMode? mode)
    {
        if (mode is { } given && !File.Exists(path) && !OperatingSystem.IsWindows())
        {
            using var made = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = given });
        }
    }

    // The numbers are SQLite's: ERROR (a table is missing), BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB.
    private DiagnosticRule? RuleOf(int code) => code switch
    {
        1 or 11 or 26 => _damaged,
        5 or 6 => HomeDiagnostics.InUse,
        8 or 10 or 13 or 14 => HomeDiagnostics.Unwritable,
        _ => null,
    };
}
