using System.Globalization;
using System.Text;
using Tamiz.Formats.Mappings;

namespace Tamiz.Storage;

/// <summary>Keeps refused rows with their reason, as CSV: of JSON the text of the declaration, of Parquet the row's columns as CSV. The file takes its name only when <see cref="Keep"/> is called.</summary>
public sealed class Quarantine : IDisposable
{
    private readonly string? _path;
    private StreamWriter? _writer;

    /// <summary>A quarantine with no row yet.</summary>
    /// <param name="path">Where the rows are kept; null to count them only.</param>
    public Quarantine(string? path) => _path = path;

    /// <summary>Rows refused.</summary>
    public long Count { get; private set; }

    /// <summary>The first reasons, for a person.</summary>
    public IReadOnlyList<Diagnostic> First => _first;

    private readonly List<Diagnostic> _first = [];

    /// <summary>Adds a refused row.</summary>
    public void Add(RefusedRow row)
    {
        Count += row.Rows;
        if (_first.Count < 5)
        {
            _first.Add(row.Reason);
        }

        if (_path is null)
        {
            return;
        }

        _writer ??= Begin(_path + ".part");
        var reason = row.Reason;
        _writer.Write(string.Join(',',
            CsvText.Quote(reason.Where.File), reason.Where.Line.ToString(CultureInfo.InvariantCulture),
            reason.Where.Column.ToString(CultureInfo.InvariantCulture), CsvText.Quote(reason.Where.Field), reason.Code,
            CsvText.Quote(reason.Rule.Title), CsvText.Quote(reason.Found), CsvText.Quote(reason.Expected), CsvText.Quote(Encoding.UTF8.GetString(row.Raw))));
        _writer.Write('\n');
    }

    /// <summary>Gives the file its name, replacing an earlier one; where no row was refused, an earlier one is removed.</summary>
    /// <returns>The path; null where nothing was refused or kept.</returns>
    public string? Keep()
    {
        if (_path is null)
        {
            return null;
        }

        if (_writer is null)
        {
            if (File.Exists(_path))
            {
                File.Delete(_path);
            }

            return null;
        }

        _writer.Dispose();
        _writer = null;
        File.Move(_path + ".part", _path, overwrite: true);
        return _path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            File.Delete(_path + ".part");
        }
    }

    private static StreamWriter Begin(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        writer.Write("file,line,column,field,code,reason,found,expected,row\n");
        return writer;
    }
}
