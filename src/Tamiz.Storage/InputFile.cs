using System.Collections.Concurrent;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;

namespace Tamiz.Storage;

/// <summary>A CSV file that a mapping fits, ready to be read from the start any number of times.</summary>
public sealed class InputFile
{
    private readonly OfficeZones _zones;
    private readonly bool _withGoods;
    private SortedRows? _sorted;

    private InputFile(string path, ColumnPlan plan, OfficeZones zones, bool withGoods)
    {
        Path = path;
        Plan = plan;
        _zones = zones;
        _withGoods = withGoods;
        Length = new FileInfo(path).Length;
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>Bytes of it read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether its rows come from a sorted copy.</summary>
    public bool IsSorted => _sorted is not null;

    /// <summary>Its columns.</summary>
    public ColumnPlan Plan { get; }

    /// <summary>Opens a file; null, with diagnostics (TZ0301 to TZ0304, TZ0319), where it cannot be used as a whole.</summary>
    public static InputFile? Open(string path, Mapping mapping, OfficeZones zones, bool withGoods, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            using var stream = OpenRead(path);
            if (!stream.CanSeek)
            {
                diagnostics.Add(CsvDiagnostics.Unreadable.At(new Place(path), "a pipe or a device, which can be read once only", "a file on disk"));
                return null;
            }

            var beginning = new byte[4096];
            var length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            if (FileKind.NotText(beginning.AsSpan(0, length)) is { } kind)
            {
                diagnostics.Add(CsvDiagnostics.NotText.At(new Place(path), kind));
                return null;
            }

            stream.Position = 0;
            var batch = new CsvReader(stream, mapping.Delimiter).Read();
            if (batch is null)
            {
                diagnostics.Add(CsvDiagnostics.Empty.At(new Place(path), ""));
                return null;
            }

            return ColumnPlan.Create(mapping, path, batch, batch.Rows[0], diagnostics) is { } plan ? new InputFile(path, plan, zones, withGoods) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            diagnostics.Add(CsvDiagnostics.Unreadable.At(new Place(path), e.Message));
            return null;
        }
    }

    /// <summary>The rows after the headings, in the file's order, or in the order of lodgement once <see cref="SortOnDisk"/> was called.</summary>
    public IEnumerable<RowBatch> Read(int threads)
    {
        var readers = new ConcurrentBag<RowReader>();
        if (_sorted is not null)
        {
            return OrderedStage.Map(_sorted.Read(Plan.Mapping.Delimiter), batch => ReadRows(readers, batch), threads);
        }

        var spent = new ConcurrentBag<CsvBatch>();
        return OrderedStage.Map(
            Batches(spent),
            batch =>
            {
                var rows = ReadRows(readers, batch);
                spent.Add(batch);
                return rows;
            },
            threads);
    }

    /// <summary>Sorts the rows by (instant, identity, line) into temporary files, which are deleted when <paramref name="files"/> is disposed.</summary>
    public void SortOnDisk(TemporaryFiles files, int threads)
    {
        var readers = new ConcurrentBag<RowReader>();
        var spent = new ConcurrentBag<CsvBatch>();
        var keyed = OrderedStage.Map(
            Batches(spent),
            batch =>
            {
                var reader = Rent(readers);
                var keys = SortedRows.KeysOf(batch, reader);
                readers.Add(reader);
                spent.Add(batch);
                return keys;
            },
            threads);
        _sorted = SortedRows.Sort(keyed, files);
    }

    private static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    private RowReader Rent(ConcurrentBag<RowReader> readers) => readers.TryTake(out var reader) ? reader : new RowReader(Plan, _zones, _withGoods);

    private IEnumerable<CsvBatch> Batches(ConcurrentBag<CsvBatch> spent)
    {
        using var stream = OpenRead(Path);
        var reader = new CsvReader(stream, Plan.Mapping.Delimiter);
        var first = true;
        while (reader.Read(spent.TryTake(out var free) ? free : null) is { } batch)
        {
            BytesRead = reader.BytesRead;
            if (first)
            {
                batch.Rows.RemoveAt(0);
                first = false;
            }

            yield return batch;
        }
    }

    private RowBatch ReadRows(ConcurrentBag<RowReader> readers, CsvBatch batch)
    {
        var reader = Rent(readers);
        var lodged = new LodgedRow[batch.Rows.Count];
        var count = 0;
        List<RefusedRow>? refused = null;
        foreach (var row in batch.Rows)
        {
            var (good, bad) = reader.Read(batch, row);
            if (good is not null)
            {
                lodged[count++] = good;
            }
            else
            {
                (refused ??= []).Add(bad!);
            }
        }

        readers.Add(reader);
        return new RowBatch(new ArraySegment<LodgedRow>(lodged, 0, count), refused ?? (IReadOnlyList<RefusedRow>)[]);
    }
}
