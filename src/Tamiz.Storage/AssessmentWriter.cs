using System.Buffers;
using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;
using Tamiz.Flow;

namespace Tamiz.Storage;

/// <summary>Writes what an assessment decided, as CSV or Parquet by the file's ending. The file takes its name only when all is written.</summary>
public sealed class AssessmentWriter : IDisposable
{
    private const int RowGroup = 100_000;
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "items", "referral", "risk", "at_stake", "expected", "bid_price", "draw", "random_probability", "inclusion_probability", "base",
    };

    private readonly string _path;
    private readonly bool _parquet;
    private readonly FileStream _stream;
    private readonly List<string[]> _rows = [];
    private ParquetWriter? _writer;
    private ParquetSchema? _schema;

    /// <summary>A writer; an earlier file of that name stays until <see cref="Keep"/>.</summary>
    /// <param name="path">Ends with .parquet for Parquet; anything else is CSV.</param>
    /// <exception cref="IOException">The folder is missing or cannot be written.</exception>
    public AssessmentWriter(string path)
    {
        _path = path;
        _parquet = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
        _stream = new FileStream(path + ".part", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 18);
        if (!_parquet)
        {
            _stream.Write(Encoding.UTF8.GetBytes(string.Join(',', AssessmentColumns.Names) + "\n"));
        }
    }

    /// <summary>Whether rows are wanted as CSV lines (see <see cref="WriteLines"/>), which can be made on other threads.</summary>
    public bool WantsLines => !_parquet;

    /// <summary>The lines of some declarations, in a buffer that <see cref="WriteLines"/> gives back.</summary>
    public static ArraySegment<byte> Lines(IReadOnlyList<DecidedDeclaration> declarations, Phrasebook words)
    {
        var text = new StringBuilder();
        foreach (var declaration in declarations)
        {
            var values = AssessmentColumns.Of(declaration, words);
            for (var i = 0; i < values.Length; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(CsvText.Quote(values[i]));
            }

            text.Append('\n');
        }

        return Encode(text);
    }

    /// <summary>Writes lines made by <see cref="Lines"/>; they must not be used again.</summary>
    public void WriteLines(ArraySegment<byte> lines)
    {
        _stream.Write(lines);
        ArrayPool<byte>.Shared.Return(lines.Array!);
    }

    /// <summary>Writes rows of values.</summary>
    public void WriteRows(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            _rows.Add(row);
            if (_rows.Count == RowGroup)
            {
                Flush();
            }
        }
    }

    /// <summary>Completes the file and gives it its name.</summary>
    public void Keep()
    {
        if (_parquet)
        {
            Flush();
            Run(_writer!.DisposeAsync().AsTask());
            _writer = null;
        }

        _stream.Dispose();
        File.Move(_path + ".part", _path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_path + ".part");
    }

    private static ArraySegment<byte> Encode(StringBuilder text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var encoder = Encoding.UTF8.GetEncoder();
        var length = 0;
        foreach (var chunk in text.GetChunks())
        {
            length += encoder.GetBytes(chunk.Span, bytes.AsSpan(length), flush: false);
        }

        return new ArraySegment<byte>(bytes, 0, length);
    }

    private void Flush()
    {
        if (_writer is null)
        {
            _schema = new ParquetSchema(AssessmentColumns.Names.Select(name => (Field)(Numbers.Contains(name) ? new DataField<double?>(name) : new DataField<string>(name))));
            _writer = Run(ParquetWriter.CreateAsync(_schema, _stream));
        }

        using var group = _writer.CreateRowGroup();
        for (var column = 0; column < AssessmentColumns.Names.Count; column++)
        {
            WriteColumn(group, column);
        }

        _rows.Clear();
    }

    private void WriteColumn(ParquetRowGroupWriter group, int column)
    {
        var field = _schema!.DataFields[column];
        if (Numbers.Contains(field.Name))
        {
            Run(group.WriteAsync<double>(field, _rows.Select(row => double.TryParse(row[column], CultureInfo.InvariantCulture, out var value) ? value : (double?)null).ToArray()));
        }
        else
        {
            Run(group.WriteAsync(field, _rows.Select(row => row[column]).ToArray()));
        }
    }

    // The library of the format is asynchronous throughout; files are written by one thread that has nothing else to do meanwhile.
    private static void Run(Task task) => task.GetAwaiter().GetResult();

    private static T Run<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
