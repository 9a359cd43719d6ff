using ParquetSharp.IO;

namespace Tamiz.Storage.Archive;

/// <summary>Rows of an open month that are not in a part yet.</summary>
internal sealed class PartWriter
{
    private readonly ArchiveColumns _columns = new();
    private readonly NumberBuffer<double>[] _facts;
    private readonly (string Name, ColumnBuffer Buffer)[] _all;

    /// <summary>No rows yet.</summary>
    /// <param name="facts">Names of the facts that rows will carry.</param>
    public PartWriter(IReadOnlyList<string> facts)
    {
        Facts = facts;
        _facts = [.. facts.Select(_ => ArchiveColumns.Facts())];
        _all = [.. _columns.All.Select(column => (column.Name, column.Buffer)), .. facts.Zip(_facts, (name, buffer) => (name, (ColumnBuffer)buffer))];
    }

    /// <summary>Names of the facts.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>Sequence of the last row's record.</summary>
    public long Last { get; private set; }

    public void Add(ArchiveRow row)
    {
        foreach (var column in _columns.All)
        {
            if (column.Append is { } append)
            {
                append(row);
            }
            else
            {
                column.Buffer.AddMissing();
            }
        }

        for (var i = 0; i < _facts.Length; i++)
        {
            var fact = row.Facts[i];
            _facts[i].Add(double.IsNaN(fact) ? null : fact);
        }

        Rows++;
        Last = row.Sequence;
    }

    /// <summary>Writes all rows into a new file, and forgets them.</summary>
    public void Write(string path, long watermark)
    {
        using var file = DurableFile.Begin(path);
        using (var stream = new ManagedOutputStream(file, leaveOpen: true))
        using (var writer = ArchiveFile.Begin(stream, _all, watermark, Last))
        {
            for (var first = 0; first < Rows; first += ArchiveFile.GroupRows)
            {
                using var group = writer.AppendRowGroup();
                foreach (var (_, buffer) in _all)
                {
                    using var column = group.NextColumn();
                    buffer.Write(column, first, Math.Min(ArchiveFile.GroupRows, Rows - first));
                }
            }

            writer.Close();
        }

        DurableFile.Keep(file, path);
        Array.ForEach(_all, static column => column.Buffer.Clear());
        Rows = 0;
    }
}
