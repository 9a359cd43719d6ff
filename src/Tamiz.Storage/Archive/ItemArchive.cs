using System.Globalization;

namespace Tamiz.Storage.Archive;

/// <summary>
/// All items of a home with their facts, by month of receipt, as Parquet for any engine of queries: a projection of the ledger. The
/// rows of an open month are in parts; a closed month is one file, the same bytes however the parts were cut. One thread at a time.
/// After an exception it is opened again, and goes on from its watermark.
/// </summary>
public sealed class ItemArchive
{
    private const int PartRows = 2 * ArchiveFile.GroupRows;
    private const string Ending = ".parquet";

    private readonly string _folder;
    private readonly int _threads;
    private readonly SortedDictionary<string, List<ArchiveFile>> _open = new(StringComparer.Ordinal);
    private string _closed = "";
    private string _month = "";
    private PartWriter _pending;
    private long _added;

    private ItemArchive(string folder, int threads)
    {
        _folder = folder;
        _threads = threads;
        _pending = new PartWriter([], threads);
    }

    /// <summary>Sequence of the last record whose rows are on the disk; -1 where there is none. Records after it are added again after a crash.</summary>
    public long Watermark { get; private set; } = -1;

    /// <summary>The first days of the months that have rows and are not closed, in order.</summary>
    public IReadOnlyList<DateOnly> OpenMonths =>
        [.. _open.Keys.Append(_pending.Rows > 0 ? _month : "").Where(month => month.Length > 0).Distinct().Order(StringComparer.Ordinal)
            .Select(month => DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture))];

    /// <summary>Opens the archive of a home (its folder archive). What a crash left half written is dropped.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="threads">Threads that write columns; the bytes are the same for any number.</param>
    /// <exception cref="HomeException">
    /// A closed month is damaged (TZ1731), or a file is of a later version (TZ1732). A damaged part is no error: it is dropped with
    /// those after it, and the watermark goes back.
    /// </exception>
    public static ItemArchive Open(string home, int threads = 1)
    {
        var archive = new ItemArchive(Directory.CreateDirectory(Path.Combine(home, "archive")).FullName, threads);
        foreach (var unfinished in Directory.GetFiles(archive._folder, "*" + DurableFile.Unfinished))
        {
            File.Delete(unfinished);
        }

        var (closed, parts) = FilesOf(archive._folder);
        foreach (var month in closed)
        {
            archive.Watermark = Math.Max(archive.Watermark, ArchiveFile.Read(month).Watermark);
            archive._closed = MonthOf(month);
        }

        archive.TakeParts(parts);
        archive._month = archive._open.Keys.LastOrDefault() ?? "";
        archive._added = archive.Watermark;
        return archive;
    }

    /// <summary>Deletes the archive of a home, so that it is made again.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public static void Discard(string home)
    {
        foreach (var file in Directory.Exists(Path.Combine(home, "archive")) ? Directory.GetFiles(Path.Combine(home, "archive")) : [])
        {
            File.Delete(file);
        }
    }

    /// <summary>SQL for DuckDB: a view over all closed months and the parts of open ones. It is made again when a month was closed.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="name">Name of the view: letters, digits and underscores.</param>
    public static string ViewOf(string home, string name = "items")
    {
        var folder = Path.Combine(home, "archive");
        var (closed, parts) = Directory.Exists(folder) ? FilesOf(folder) : ([], []);
        var months = closed.Select(MonthOf).ToHashSet(StringComparer.Ordinal);
        var files = closed.Concat(parts.Where(part => !months.Contains(MonthOf(part))))
            .Select(file => "'" + Path.GetFullPath(file).Replace("'", "''", StringComparison.Ordinal) + "'").ToList();
        return files.Count == 0
            ? $"CREATE OR REPLACE VIEW {name} AS SELECT NULL::VARCHAR AS identity WHERE false"
            : $"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{string.Join(", ", files)}], union_by_name=true)";
    }

    /// <summary>Adds the rows of some records. They are on the disk after <see cref="Flush()"/>, or earlier.</summary>
    /// <param name="facts">Names of the facts that the rows carry.</param>
    /// <param name="rows">Rows in the ledger's order; their months do not fall.</param>
    /// <param name="watermark">Sequence of the last of the records, above that of the call before.</param>
    /// <exception cref="ArgumentException">Rows are not in order, belong to a month that is closed, or carry another number of facts.</exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void Add(IReadOnlyList<string> facts, IReadOnlyList<ArchiveRow> rows, long watermark)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(watermark, _added);
        if (rows.Count > 0 && !facts.SequenceEqual(_pending.Facts, StringComparer.Ordinal))
        {
            Flush();
            _pending = new PartWriter([.. facts], _threads);
        }

        foreach (var row in rows)
        {
            if (row.Sequence < Math.Max(_pending.Last, _added + 1) || row.Sequence > watermark || row.Facts.Length != facts.Count)
            {
                throw new ArgumentException($"a row of record {row.Sequence} with {row.Facts.Length} facts between records {_added} and {watermark}", nameof(rows));
            }

            Turn(row);
            _pending.Add(row);
        }

        _added = watermark;
        if (_pending.Rows >= PartRows)
        {
            Flush();
        }
    }

    /// <summary>Writes what was added, as a part of its month.</summary>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void Flush() => Flush(_added);

    /// <summary>Makes one file of a month, with the findings that are known. Months are closed in turn; one without rows needs no closing.</summary>
    /// <param name="month">Any day of it.</param>
    /// <param name="findings">
    /// What is known about an item, by the declaration's identity without its version and the item's sequence; null for nothing. For
    /// the same bytes in a rebuild: what was known when the month was first closed.
    /// </param>
    /// <exception cref="InvalidOperationException">An earlier month is open.</exception>
    /// <exception cref="HomeException">A part is damaged (TZ1731).</exception>
    /// <exception cref="IOException">The archive cannot be written; the month stays open.</exception>
    public void Close(DateOnly month, Func<string, int, ArchiveFinding?> findings)
    {
        Flush();
        var name = Month(month.ToDateTime(TimeOnly.MinValue));
        if (_open.Keys.FirstOrDefault() is not { } first || string.CompareOrdinal(first, name) > 0)
        {
            return;
        }

        if (first != name)
        {
            throw new InvalidOperationException($"{first} is open: it is closed before {name}");
        }

        var parts = _open[name];
        ArchiveFile.Guard(parts[0].Path, () =>
        {
            using var writer = new MonthWriter(parts, findings, _threads);
            writer.Write(Path.Combine(_folder, name + Ending));
            return true;
        });
        _closed = name;
        _open.Remove(name);
        parts.ForEach(static part => File.Delete(part.Path));
    }

    /// <summary>Writes the rows of an open month that are on the disk to one file, without findings: the same bytes however the parts were cut.</summary>
    /// <param name="month">Any day of it; it has rows on the disk.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="HomeException">A part is damaged (TZ1731).</exception>
    internal void Join(DateOnly month, string path)
    {
        var parts = _open[Month(month.ToDateTime(TimeOnly.MinValue))];
        ArchiveFile.Guard(parts[0].Path, () =>
        {
            using var writer = new MonthWriter(parts, static (_, _) => null, _threads);
            writer.Write(path);
            return true;
        });
    }

    private static (string[] Closed, string[] Parts) FilesOf(string folder)
    {
        var files = Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal).ToLookup(file => Path.GetFileName(file).Contains(".part-", StringComparison.Ordinal));
        return ([.. files[false]], [.. files[true]]);
    }

    private static string MonthOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static string Month(DateTime day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // A part is used only where all parts before it are: then everything up to its watermark is there.
    private void TakeParts(string[] parts)
    {
        var whole = true;
        foreach (var path in parts)
        {
            var month = MonthOf(path);
            if (string.CompareOrdinal(month, _closed) <= 0)
            {
                File.Delete(path);
                continue;
            }

            var known = _open.TryGetValue(month, out var before) ? before : [];
            whole = whole && path == PathOf(month, known.Count + 1) && Take(path, known);
            if (!whole)
            {
                File.Delete(path);
            }
            else
            {
                _open[month] = known;
            }
        }
    }

    private bool Take(string path, List<ArchiveFile> before)
    {
        try
        {
            var part = ArchiveFile.Read(path);
            before.Add(part);
            Watermark = Math.Max(Watermark, part.Watermark);
            return true;
        }
        catch (HomeException e) when (e.Diagnostic.Rule == HomeDiagnostics.ArchiveDamaged)
        {
            return false;
        }
    }

    private string PathOf(string month, int part) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{month}.part-{part:D6}{Ending}"));

    private void Turn(ArchiveRow row)
    {
        var month = Month(row.ReceivedAt.ToUtc());
        if (month == _month && _pending.Rows > 0)
        {
            return;
        }

        if (string.CompareOrdinal(month, _month) < 0 || string.CompareOrdinal(month, _closed) <= 0)
        {
            throw new ArgumentException($"a row of {month} after {(_month.Length > 0 ? _month : _closed)}", nameof(row));
        }

        Flush(row.Sequence - 1);
        _month = month;
    }

    private void Flush(long watermark)
    {
        if (_pending.Rows == 0)
        {
            return;
        }

        if (!_open.TryGetValue(_month, out var parts))
        {
            _open.Add(_month, parts = []);
        }

        var path = PathOf(_month, parts.Count + 1);
        _pending.Write(path, watermark);
        parts.Add(ArchiveFile.Read(path));
        Watermark = watermark;
    }
}
