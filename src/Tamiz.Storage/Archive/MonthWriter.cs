using ParquetSharp;
using ParquetSharp.IO;

namespace Tamiz.Storage.Archive;

/// <summary>Makes one file of the parts of a month: all rows in order, in row groups of one size, whatever the parts were.</summary>
internal sealed class MonthWriter : IDisposable
{
    private readonly IReadOnlyList<ArchiveFile> _parts;
    private readonly Func<string, int, ArchiveFinding?> _findings;
    private readonly int _threads;
    private readonly ArchiveColumns _columns = new();
    private readonly List<(string Name, ColumnBuffer Buffer)> _all;
    private readonly Dictionary<ArchiveFile, ParquetFileReader> _open = [];

    public MonthWriter(IReadOnlyList<ArchiveFile> parts, Func<string, int, ArchiveFinding?> findings, int threads)
    {
        _threads = threads;
        _parts = parts;
        _findings = findings;
        _all = [.. _columns.All.Select(column => (column.Name, column.Buffer))];

        // Facts in the order in which rows first had them.
        var names = _all.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        _all.AddRange(parts.SelectMany(part => part.Columns).Where(names.Add).Select(name => (name, (ColumnBuffer)ArchiveColumns.Facts())));
    }

    public void Write(string path)
    {
        var last = _parts[^1].Last;
        using var file = DurableFile.Begin(path);
        using (var stream = new ManagedOutputStream(file, leaveOpen: true))
        using (var writer = ArchiveFile.Begin(stream, _all, last, last))
        {
            foreach (var slices in Groups())
            {
                WriteGroup(writer, slices);
            }

            writer.Close();
        }

        DurableFile.Keep(file, path);
    }

    public void Dispose()
    {
        foreach (var reader in _open.Values)
        {
            reader.Dispose();
        }
    }

    // Cuts the row groups of all parts, one after the other, into groups of the one size.
    private IEnumerable<List<Slice>> Groups()
    {
        var slices = new List<Slice>();
        var rows = 0;
        foreach (var part in _parts)
        {
            for (var group = 0; group < part.Groups.Count; group++)
            {
                for (var first = 0; first < part.Groups[group];)
                {
                    var count = Math.Min(part.Groups[group] - first, ArchiveFile.GroupRows - rows);
                    slices.Add(new Slice(part, group, first, count));
                    first += count;
                    rows += count;
                    if (rows == ArchiveFile.GroupRows)
                    {
                        yield return slices;
                        slices = [];
                        rows = 0;
                    }
                }
            }
        }

        if (rows > 0)
        {
            yield return slices;
        }
    }

    private void WriteGroup(ParquetFileWriter writer, List<Slice> slices)
    {
        CloseAllBut(slices);
        _all.ForEach(static column => column.Buffer.Clear());
        var groups = slices.ConvertAll(slice => ReaderOf(slice.Part).RowGroup(slice.Group));
        Read(ArchiveColumns.IdentityName, _columns.Identity, slices, groups);
        Read(ArchiveColumns.ItemName, _columns.Item, slices, groups);
        foreach (var (identity, item) in _columns.Identity.Texts().Zip(_columns.Item.Values.ToArray()))
        {
            _columns.AddFinding(_findings(identity ?? "", item));
        }

        GroupWriter.Write(writer, _all.Count, _threads, (column, into) =>
        {
            var (name, buffer) = _all[column];
            if (buffer.Count == 0)
            {
                Read(name, buffer, slices, groups);
            }

            buffer.Write(into, 0, buffer.Count);
        });
        groups.ForEach(static group => group.Dispose());
    }

    private static void Read(string name, ColumnBuffer buffer, List<Slice> slices, List<RowGroupReader> groups)
    {
        for (var i = 0; i < slices.Count; i++)
        {
            var slice = slices[i];
            var at = slice.Part.IndexOf(name);
            if (at < 0)
            {
                buffer.AddMissing(slice.Count);
                continue;
            }

            using var column = groups[i].Column(at);
            buffer.Read(column, slice.First, slice.Count);
        }
    }

    private ParquetFileReader ReaderOf(ArchiveFile part)
    {
        if (!_open.TryGetValue(part, out var reader))
        {
            _open.Add(part, reader = new ParquetFileReader(part.Path));
        }

        return reader;
    }

    private void CloseAllBut(List<Slice> slices)
    {
        foreach (var (part, reader) in _open.Where(open => slices.TrueForAll(slice => slice.Part != open.Key)).ToList())
        {
            reader.Dispose();
            _open.Remove(part);
        }
    }

    private sealed record Slice(ArchiveFile Part, int Group, int First, int Count);
}
