using System.Buffers;
using System.Collections.Concurrent;
using ParquetSharp;
using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>A Parquet file: a row an item, of the columns that the mapping names; a slice of a row group in memory at a time.</summary>
internal sealed class ParquetCarrier : Carrier
{
    // As many rows as fit, with their fields, below the large object heap.
    private const int SliceRows = 256;

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private readonly long _length;
    private readonly RawKind[] _kinds;
    private readonly ConcurrentBag<Slice> _slices = [];
    private readonly ConcurrentBag<RawBatch> _spent = [];

    private ParquetCarrier(ColumnPlan plan, long length, RawKind[] kinds)
        : base(plan)
    {
        _length = length;
        _kinds = kinds;
    }

    /// <summary>Opens a file; null, with diagnostics, where it is none, or its columns do not fit.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ParquetCarrier? Open(string path, Mapping mapping, ICollection<Diagnostic> diagnostics)
    {
        ParquetCarrier? carrier = null;
        var broken = Try(() => carrier = OpenWhole(path, mapping, diagnostics));
        if (broken is not null)
        {
            diagnostics.Add(ParquetDiagnostics.NotParquet.At(new Place(path), broken));
        }

        return carrier;
    }

    public override IEnumerable<Func<RawBatch>> Read()
    {
        using var file = OpenFile(Plan.File);
        var metadata = file.FileMetaData;
        var first = 1L;
        for (var i = 0; i < metadata.NumRowGroups; i++)
        {
            using var group = new Group(file, i, Plan);
            for (var done = 0L; done < group.Rows;)
            {
                var row = first + done;
                var rows = (int)Math.Min(SliceRows, group.Rows - done);
                var slice = _slices.TryTake(out var free) ? free : group.NewSlice();
                if (slice is null || Try(() => group.Read(slice, row, rows)) is not null)
                {
                    var lost = group.Rows - done;
                    yield return () => Lost(row, lost);
                    break;
                }

                done += rows;
                BytesRead = (long)((double)_length * (first + done - 1) / metadata.NumRows);
                yield return () => Cut(slice);
            }

            first += group.Rows;
        }
    }

    public override RawBatch Recut(IReadOnlyList<KeptRow> rows)
    {
        var batch = Formats.Csv.CsvReader.Recut(rows, ',');
        foreach (var row in batch.Rows.Where(row => row.FieldCount == _kinds.Length))
        {
            for (var column = 0; column < _kinds.Length; column++)
            {
                var field = batch.Field(row, column);
                batch.Fields[row.FirstField + column] = _kinds[column] is RawKind.Number or RawKind.Moment ? field with { Kind = _kinds[column] } : field;
            }
        }

        return batch;
    }

    public override void Spend(RawBatch batch) => _spent.Add(batch);

    private static ParquetCarrier? OpenWhole(string path, Mapping mapping, ICollection<Diagnostic> diagnostics)
    {
        using var file = OpenFile(path);
        var metadata = file.FileMetaData;
        var columns = Enumerable.Range(0, metadata.NumColumns).Select(column => metadata.Schema.Column(column)).ToList();
        if (ColumnPlan.Create(mapping, path, [.. columns.Select(column => column.Path.ToDotString())], diagnostics) is not { } plan)
        {
            return null;
        }

        var rows = 0L;
        for (var i = 0; i < metadata.NumRowGroups; i++)
        {
            using var group = file.RowGroup(i);
            rows += group.MetaData.NumRows is >= 0 and var count ? count : throw new InvalidDataException("a row group of a negative length");
        }

        if (rows != metadata.NumRows)
        {
            throw new InvalidDataException($"{metadata.NumRows} rows in groups of {rows}");
        }

        var kinds = new RawKind[plan.Headings.Count];
        var readable = true;
        for (var i = 0; i < kinds.Length; i++)
        {
            var column = columns[plan.Numbers[i] - 1];
            var values = ParquetTypes.ValuesOf(column);
            kinds[i] = values?.Kind ?? RawKind.Plain;
            readable &= values is not null;
            if (values is null)
            {
                using var meaning = column.LogicalType;
                var type = column.MaxRepetitionLevel > 0 ? "a repeated value" : $"{column.PhysicalType} as {meaning.Type}";
                diagnostics.Add(ParquetDiagnostics.UnknownType.At(new Place(path, 0, 0, plan.Headings[i]), type));
            }
        }

        return readable ? new ParquetCarrier(plan, new FileInfo(path).Length, kinds) : null;
    }

    private static ParquetFileReader OpenFile(string path)
    {
        using var properties = ReaderProperties.GetDefaultReaderProperties();
        properties.EnableBufferedStream();
        properties.EnablePageChecksumVerification();
        return new ParquetFileReader(path, properties);
    }

    /// <summary>Runs something that reads a file; what is wrong with the file, else null.</summary>
    private static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception e) when (e is ParquetException or InvalidDataException or InvalidCastException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            return Said(e.Message);
        }
    }

    // The library's messages stand in wrappings that are nobody's language: …Exception… (message: 'what is wrong').
    private static string Said(string message)
    {
        const string Before = "(message: '";
        var line = message.Split('\n')[0];
        var at = line.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? line : line[(at + Before.Length)..].TrimEnd(')', '\'');
    }

    private RawBatch Lost(long row, long rows)
    {
        var batch = new RawBatch([]);
        var problem = ParquetDiagnostics.LostRows.At(new Place(Plan.File, row), $"rows {row} to {row + rows - 1}");
        batch.Rows.Add(new RawRow(row, 0, 0, 0, 0, false, new RowOrigin(row, 0) { Problem = problem, Rows = rows }));
        return batch;
    }

    /// <summary>The rows of a slice as lines of CSV, of which typed values keep their kind.</summary>
    private RawBatch Cut(Slice slice)
    {
        var batch = _spent.TryTake(out var spent) ? spent : new RawBatch([]);
        batch.Begin([]);
        var text = slice.Text;
        text.CutTo(0);
        for (var row = 0; row < slice.Rows; row++)
        {
            var start = text.Length;
            for (var column = 0; column < slice.Columns.Length; column++)
            {
                text.Append(column == 0 ? [] : ","u8);
                batch.Fields.Add(Write(slice.Columns[column], text));
            }

            batch.Rows.Add(new RawRow(slice.First + row, start, text.Length - start, row * _kinds.Length, _kinds.Length, false));
        }

        batch.Bytes = text.Written.ToArray();
        _slices.Add(slice);
        return batch;
    }

    private static RawField Write(ParquetValues values, Utf8Text text)
    {
        var start = text.Length;
        values.WriteNext(text);
        if (values.Kind != RawKind.Quoted || !text.Written[start..].ContainsAny(Special))
        {
            return new RawField(start, text.Length - start, values.Kind == RawKind.Quoted ? RawKind.Plain : values.Kind);
        }

        text.Insert(start, "\""u8);
        text.Twice((byte)'"', start + 1);
        text.Append("\""u8);
        return new RawField(start + 1, text.Length - start - 2, RawKind.Escaped);
    }

    /// <summary>The values of some successive rows.</summary>
    private sealed class Slice(ParquetValues[] columns)
    {
        public ParquetValues[] Columns => columns;

        public Utf8Text Text { get; } = new(1 << 16);

        public long First { get; set; }

        public int Rows { get; set; }
    }

    /// <summary>A row group, of which all columns are read side by side.</summary>
    private sealed class Group : IDisposable
    {
        private readonly ParquetFileReader _file;
        private readonly ColumnPlan _plan;
        private readonly RowGroupReader _group;
        private readonly List<ColumnReader> _readers = [];

        public Group(ParquetFileReader file, int index, ColumnPlan plan)
        {
            (_file, _plan) = (file, plan);
            _group = file.RowGroup(index);
            Rows = _group.MetaData.NumRows;
        }

        public long Rows { get; }

        /// <summary>Takes the next rows.</summary>
        public void Read(Slice slice, long first, int rows)
        {
            while (_readers.Count < slice.Columns.Length)
            {
                _readers.Add(_group.Column(_plan.Numbers[_readers.Count] - 1));
            }

            (slice.First, slice.Rows) = (first, rows);
            for (var column = 0; column < slice.Columns.Length; column++)
            {
                slice.Columns[column].Read(_readers[column], rows);
            }
        }

        /// <summary>Room for rows.</summary>
        public Slice? NewSlice()
        {
            var schema = _file.FileMetaData.Schema;
            ParquetValues[] columns = [.. _plan.Numbers.Select(number => ParquetTypes.ValuesOf(schema.Column(number - 1))).OfType<ParquetValues>()];
            return columns.Length == _plan.Numbers.Count ? new Slice(columns) : null;
        }

        public void Dispose()
        {
            _readers.ForEach(static reader => reader.Dispose());
            _group.Dispose();
        }
    }
}
