using System.Collections.Concurrent;
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
    private const int BatchRoom = 1 << 16;
    private readonly string _path;
    private readonly bool _parquet;
    private readonly FileStream _stream;
    private readonly ConcurrentBag<Utf8Text> _texts = [];
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
            _stream.Write(Encoding.UTF8.GetBytes(string.Join(',', AssessmentColumns.All.Select(column => column.Name)) + "\n"));
        }
    }

    /// <summary>Whether rows are wanted as CSV lines (see <see cref="WriteLines"/>), which can be made on other threads.</summary>
    public bool WantsLines => !_parquet;

    /// <summary>The lines of some declarations, in a text that <see cref="WriteLines"/> takes back. Any number of threads may call it.</summary>
    public Utf8Text Lines(IReadOnlyList<DecidedDeclaration> declarations, Phrasebook words)
    {
        var text = _texts.TryTake(out var used) ? used : new Utf8Text(BatchRoom);
        foreach (var declaration in declarations)
        {
            AssessmentColumns.WriteLine(declaration, words, text);
        }

        return text;
    }

    /// <summary>Writes lines made by <see cref="Lines"/>; they must not be used again.</summary>
    public void WriteLines(Utf8Text lines)
    {
        _stream.Write(lines.Written);
        lines.CutTo(0);
        _texts.Add(lines);
    }

    /// <summary>Writes declarations as rows.</summary>
    public void WriteRows(IReadOnlyList<DecidedDeclaration> declarations, Phrasebook words)
    {
        var text = new Utf8Text();
        foreach (var declaration in declarations)
        {
            _rows.Add([.. AssessmentColumns.All.Select(column => ValueOf(column, declaration, words, text))]);
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

    private static string ValueOf(AssessmentColumn column, DecidedDeclaration declaration, Phrasebook words, Utf8Text text)
    {
        text.CutTo(0);
        column.Write(declaration, words, text);
        return text.ToString();
    }

    private void Flush()
    {
        if (_writer is null)
        {
            _schema = new ParquetSchema(AssessmentColumns.All.Select(column => (Field)(column.IsNumber ? new DataField<double?>(column.Name) : new DataField<string>(column.Name))));
            _writer = Run(ParquetWriter.CreateAsync(_schema, _stream));
        }

        using var group = _writer.CreateRowGroup();
        for (var column = 0; column < AssessmentColumns.All.Count; column++)
        {
            WriteColumn(group, column);
        }

        _rows.Clear();
    }

    private void WriteColumn(ParquetRowGroupWriter group, int column)
    {
        var field = _schema!.DataFields[column];
        if (AssessmentColumns.All[column].IsNumber)
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
