using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tamiz.Storage.Sqlite;

/// <summary>A prepared command: values are bound in order, then it is run; then again. One thread at a time.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>How many columns a row has.</summary>
    public int Columns => raw.sqlite3_column_count(_statement);

    public SqliteStatement Bind(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public SqliteStatement Bind(long? value) => value is { } given ? Bind(given) : Bind((string?)null);

    public SqliteStatement Bind(bool value) => Bind(value ? 1L : 0L);

    public SqliteStatement Bind(string? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, value));

    /// <summary>A number; one that is not known becomes null.</summary>
    public SqliteStatement Bind(double? value) =>
        value is { } given && !double.IsNaN(given) ? Bound(raw.sqlite3_bind_double(_statement, ++_bound, given)) : Bind((string?)null);

    public SqliteStatement Bind(Instant? value) => Bind(value?.UnixMilliseconds);

    public SqliteStatement Bind(DateOnly value) => Bind(value.ToString("O", CultureInfo.InvariantCulture));

    public SqliteStatement Bind(decimal? value) => Bind(value?.ToString(CultureInfo.InvariantCulture));

    public SqliteStatement Bind(ReadOnlySpan<byte> value) => Bound(raw.sqlite3_bind_blob(_statement, ++_bound, value));

    /// <summary>A pseudonym, as 16 bytes.</summary>
    public SqliteStatement Bind(UInt128? value)
    {
        if (value is not { } given)
        {
            return Bind((string?)null);
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, given);
        return Bind(bytes);
    }

    /// <summary>Goes to the next row of the answer.</summary>
    /// <returns>False after the last; the command can then be bound again.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Runs a command whose answer does not matter.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Leaves the answer before its end.</summary>
    public void Reset()
    {
        _bound = 0;
        raw.sqlite3_reset(_statement);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>SQLite's kind of a value: 1 integer, 2 real, 3 text, 4 bytes, 5 null.</summary>
    public int Kind(int column) => raw.sqlite3_column_type(_statement, column);

    /// <summary>A pseudonym; null where there is none, or where it has not 16 bytes.</summary>
    public UInt128? Pseudonym(int column) => Bytes(column) is { Length: 16 } bytes ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : null;

    public void Dispose() => _statement.Dispose();

    private SqliteStatement Bound(int code)
    {
        Check(code);
        return this;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
