using ParquetSharp.IO;

namespace Tamiz.Storage.Archive;

/// <summary>Rows of an open month that are not in a part yet.</summary>
internal sealed class PartWriter
{
    private const int TurnedTogether = 256;

    private readonly int _threads;
    private readonly ArchiveColumns _columns = new();
    private readonly List<double[]> _factsOfRows = new(TurnedTogether);
    private readonly NumberBuffer<double>[] _facts;
    private readonly (string Name, ColumnBuffer Buffer)[] _all;

    /// <summary>No rows yet.</summary>
    /// <param name="facts">Names of the facts that rows will carry.</param>
    /// <param name="threads">Threads that write columns; the bytes are the same for any number.</param>
    public PartWriter(IReadOnlyList<string> facts, int threads)
    {
        Facts = facts;
        _threads = threads;
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

        _factsOfRows.Add(row.Facts);
        if (_factsOfRows.Count == TurnedTogether)
        {
            Turn();
        }

        Rows++;
        Last = row.Sequence;
    }

    /// <summary>Writes all rows into a new file, and forgets them.</summary>
    public void Write(string path, long watermark)
    {
        Turn();
        using var file = DurableFile.Begin(path);
        using (var stream = new ManagedOutputStream(file, leaveOpen: true))
        using (var writer = ArchiveFile.Begin(stream, _all, watermark, Last))
        {
            for (var first = 0; first < Rows; first += ArchiveFile.GroupRows)
            {
                var (from, count) = (first, Math.Min(ArchiveFile.GroupRows, Rows - first));
                GroupWriter.Write(writer, _all.Length, _threads, (column, into) => _all[column].Buffer.Write(into, from, count));
            }

            writer.Close();
        }

        DurableFile.Keep(file, path);
        Array.ForEach(_all, static column => column.Buffer.Clear());
        Rows = 0;
    }

    // Rows become columns a few hundred at a time, which stay in the processor's cache meanwhile.
    private void Turn()
    {
        for (var column = 0; column < _facts.Length; column++)
        {
            var buffer = _facts[column];
            foreach (var facts in _factsOfRows)
            {
                if (double.IsNaN(facts[column]))
                {
                    buffer.AddMissing();
                }
                else
                {
                    buffer.Add(facts[column]);
                }
            }
        }

        _factsOfRows.Clear();
    }
}
