using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage;

/// <summary>Rows of a file sorted by (instant, identity, place) on disk: runs that fit in memory, merged while they are read.</summary>
public sealed class SortedRows
{
    private const int RunBytes = 128 << 20;
    private readonly List<string> _runs = [];

    private SortedRows()
    {
    }

    /// <summary>The rows of a batch with what they are sorted by; rows that will be refused come first.</summary>
    internal static List<Entry> KeysOf(RawBatch batch, RowReader reader)
    {
        var entries = new List<Entry>(batch.Rows.Count);
        foreach (var row in batch.Rows)
        {
            var (lodged, _) = reader.Read(batch, row);
            entries.Add(new Entry(lodged?.Declaration.LodgedAt.UnixMilliseconds ?? long.MinValue, lodged?.IdentityHash ?? 0, batch.Keep(row)));
        }

        return entries;
    }

    internal static SortedRows Sort(IEnumerable<List<Entry>> batches, TemporaryFiles files)
    {
        var sorted = new SortedRows();
        var run = new List<Entry>();
        long bytes = 0;
        foreach (var entry in batches.SelectMany(batch => batch))
        {
            run.Add(entry);
            bytes += entry.Row.Raw.Length + 64;
            if (bytes > RunBytes)
            {
                sorted.Write(run, files.Next());
                run.Clear();
                bytes = 0;
            }
        }

        sorted.Write(run, files.Next());
        return sorted;
    }

    internal IEnumerable<List<KeptRow>> Read()
    {
        var next = new PriorityQueue<IEnumerator<Entry>, Entry>();
        foreach (var run in _runs.Select(path => ReadRun(path).GetEnumerator()))
        {
            if (run.MoveNext())
            {
                next.Enqueue(run, run.Current);
            }
        }

        foreach (var batch in OrderedStage.Batch(Merge(next), 200))
        {
            yield return batch.ConvertAll(entry => entry.Row);
        }
    }

    private static IEnumerable<Entry> Merge(PriorityQueue<IEnumerator<Entry>, Entry> next)
    {
        while (next.TryDequeue(out var run, out var entry))
        {
            yield return entry;
            if (run.MoveNext())
            {
                next.Enqueue(run, run.Current);
            }
            else
            {
                run.Dispose();
            }
        }
    }

    private void Write(List<Entry> run, string path)
    {
        run.Sort();
        using var writer = new BinaryWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16));
        foreach (var entry in run)
        {
            writer.Write(entry.Instant);
            writer.Write((ulong)(entry.Identity >> 64));
            writer.Write(unchecked((ulong)entry.Identity));
            KeptRowFile.Write(writer, entry.Row);
        }

        _runs.Add(path);
    }

    private static IEnumerable<Entry> ReadRun(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        using var reader = new BinaryReader(stream);
        while (stream.Position < stream.Length)
        {
            var instant = reader.ReadInt64();
            var identity = new UInt128(reader.ReadUInt64(), reader.ReadUInt64());
            yield return new Entry(instant, identity, KeptRowFile.Read(reader));
        }
    }

    /// <summary>A row and what it is sorted by.</summary>
    internal readonly record struct Entry(long Instant, UInt128 Identity, KeptRow Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var order = Instant.CompareTo(other.Instant);
            order = order != 0 ? order : Identity.CompareTo(other.Identity);
            return order != 0 ? order : Row.Ordinal.CompareTo(other.Row.Ordinal);
        }
    }
}
