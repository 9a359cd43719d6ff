using System.Collections.Concurrent;
using Tamiz.Formats;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Json;
using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;
using Tamiz.Storage.Carriers;

namespace Tamiz.Storage;

/// <summary>A file of declarations that a mapping fits, ready to be read from the start any number of times.</summary>
public sealed class InputFile
{
    private readonly Carrier _carrier;
    private readonly OfficeZones _zones;
    private readonly bool _withGoods;
    private SortedRows? _sorted;

    private InputFile(string path, Carrier carrier, OfficeZones zones, bool withGoods)
    {
        Path = path;
        _carrier = carrier;
        _zones = zones;
        _withGoods = withGoods;
        Length = new FileInfo(path).Length;
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>Bytes of it read so far.</summary>
    public long BytesRead => _carrier.BytesRead;

    /// <summary>Whether its rows come from a sorted copy.</summary>
    public bool IsSorted => _sorted is not null;

    /// <summary>Its columns.</summary>
    public ColumnPlan Plan => _carrier.Plan;

    /// <summary>
    /// Opens a file, in the mapping's format or else in the one that it begins like; null, with diagnostics (TZ0301 to TZ0304, TZ0319,
    /// TZ0321, TZ0331, TZ0332), where it cannot be used as a whole.
    /// </summary>
    public static InputFile? Open(string path, Mapping mapping, OfficeZones zones, bool withGoods, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!stream.CanSeek)
            {
                diagnostics.Add(CsvDiagnostics.Unreadable.At(new Place(path), "a pipe or a device, which can be read once only", "a file on disk"));
                return null;
            }

            var beginning = new byte[4096];
            var length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            return OpenCarrier(path, mapping, beginning.AsSpan(0, length), diagnostics) is { } carrier ? new InputFile(path, carrier, zones, withGoods) : null;
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
        return _sorted is not null
            ? OrderedStage.Map(_sorted.Read(), rows => ReadRows(readers, _carrier.Recut(rows)), threads)
            : OrderedStage.Map(_carrier.Read(), cut => Spending(cut(), batch => ReadRows(readers, batch)), threads);
    }

    /// <summary>Sorts the rows by (instant, identity, place) into temporary files, which are deleted when <paramref name="files"/> is disposed.</summary>
    public void SortOnDisk(TemporaryFiles files, int threads)
    {
        var readers = new ConcurrentBag<RowReader>();
        var keyed = OrderedStage.Map(_carrier.Read(), cut => Spending(cut(), batch => KeysOf(readers, batch)), threads);
        _sorted = SortedRows.Sort(keyed, files);
    }

    private static Carrier? OpenCarrier(string path, Mapping mapping, ReadOnlySpan<byte> beginning, ICollection<Diagnostic> diagnostics)
    {
        var format = mapping.Format ?? FileKind.Of(beginning);
        if (format == FileFormat.Parquet)
        {
            return ParquetCarrier.Open(path, mapping, diagnostics);
        }

        if (FileKind.NotText(beginning) is { } kind)
        {
            diagnostics.Add(CsvDiagnostics.NotText.At(new Place(path), kind));
            return null;
        }

        if (format == FileFormat.Csv)
        {
            return CsvCarrier.Open(path, mapping, diagnostics);
        }

        if (FileKind.Of(beginning) == FileFormat.Json)
        {
            return new JsonCarrier(ColumnPlan.OfPaths(mapping, path));
        }

        var found = System.Text.Encoding.UTF8.GetString(beginning[..Math.Min(beginning.Length, 80)]).TrimStart('\uFEFF').Trim();
        diagnostics.Add((found.Length == 0 ? CsvDiagnostics.Empty : JsonDiagnostics.NotJson).At(new Place(path), found));
        return null;
    }

    private RowReader Rent(ConcurrentBag<RowReader> readers) => readers.TryTake(out var reader) ? reader : new RowReader(Plan, _zones, _withGoods);

    private T Spending<T>(RawBatch batch, Func<RawBatch, T> work)
    {
        var result = work(batch);
        _carrier.Spend(batch);
        return result;
    }

    private List<SortedRows.Entry> KeysOf(ConcurrentBag<RowReader> readers, RawBatch batch)
    {
        var reader = Rent(readers);
        var keys = SortedRows.KeysOf(batch, reader);
        readers.Add(reader);
        return keys;
    }

    private RowBatch ReadRows(ConcurrentBag<RowReader> readers, RawBatch batch)
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
