using System.Security.Cryptography;
using DuckDB.NET.Data;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Projections;

namespace Tamiz.Tests.Storage.Projections;

/// <summary>What projections say, as text.</summary>
internal static class Told
{
    /// <summary>All of the desk database.</summary>
    public static string Desk(HomeProjections projections)
    {
        using var text = new StringWriter();
        projections.Desk.Dump(text);
        return text.ToString();
    }

    /// <summary>The closed months with the hashes of their bytes.</summary>
    public static string[] Months(string home) =>
    [
        .. Directory.GetFiles(Path.Combine(home, "archive")).Where(file => !file.Contains(".part-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];

    /// <summary>Rows of a query over the archive, open parts included: fields separated by bars, in the order of their names where all are asked.</summary>
    public static string[] Query(string home, string sql = "SELECT * FROM items ORDER BY sequence, item")
    {
        if (Directory.GetFiles(Path.Combine(home, "archive")).Length == 0)
        {
            return [];
        }

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = ItemArchive.ViewOf(home);
        command.ExecuteNonQuery();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var fields = Enumerable.Range(0, reader.FieldCount).ToList();
        if (sql.Contains('*', StringComparison.Ordinal))
        {
            fields = [.. fields.OrderBy(reader.GetName, StringComparer.Ordinal)];
        }

        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', fields.Select(field => reader.IsDBNull(field) ? "" : Convert.ToString(reader.GetValue(field), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return [.. rows];
    }

    /// <summary>Copies what was made from the ledger, as an old backup or a crash leaves it.</summary>
    public static void CopyProjections(string from, string to)
    {
        DeskDatabase.Discard(to);
        ItemArchive.Discard(to);
        Directory.CreateDirectory(Path.Combine(to, "archive"));
        foreach (var file in Directory.GetFiles(from, DeskDatabase.FileName + "*").Concat(Directory.GetFiles(Path.Combine(from, "archive"))))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)), overwrite: true);
        }
    }
}
