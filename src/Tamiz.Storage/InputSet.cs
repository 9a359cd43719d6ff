using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;

namespace Tamiz.Storage;

/// <summary>The files of a run, read as one stream of declarations in the order of (instant, identity).</summary>
public sealed class InputSet : IDisposable
{
    private readonly TemporaryFiles _temporary = new();
    private readonly int _threads;

    private InputSet(IReadOnlyList<InputFile> files, int unusable, int threads)
    {
        Files = files;
        Unusable = unusable;
        _threads = threads;
    }

    /// <summary>The files that can be used.</summary>
    public IReadOnlyList<InputFile> Files { get; }

    /// <summary>How many files cannot be used; one that stands twice counts once.</summary>
    public int Unusable { get; }

    /// <summary>Total size in bytes.</summary>
    public long Length => Files.Sum(file => file.Length);

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => Files.Sum(file => file.BytesRead);

    /// <summary>Opens files; one that cannot be used, or stands twice, is left out with a diagnostic.</summary>
    public static InputSet Open(
        IReadOnlyList<string> paths, Mapping mapping, OfficeZones zones, bool withGoods, int threads, ICollection<Diagnostic> diagnostics)
    {
        var files = new List<InputFile>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!names.Add(path.Length == 0 ? path : Path.GetFullPath(path)))
            {
                diagnostics.Add(CsvDiagnostics.GivenTwice.At(new Place(path), path));
            }
            else if (InputFile.Open(path, mapping, zones, withGoods, diagnostics) is { } file)
            {
                files.Add(file);
            }
        }

        return new InputSet(files, names.Count - files.Count, threads);
    }

    /// <summary>
    /// Runs something over the declarations, from the start again where a file turns out not to be in order and had to be sorted.
    /// </summary>
    /// <param name="run">Gets the declarations, and a tally and quarantine that are complete once they were all read.</param>
    /// <param name="quarantinePath">Where refused rows are kept; null to count them only.</param>
    /// <param name="say">Receives what is worth saying about rows that are taken.</param>
    /// <param name="known">Says of a declaration whether it is known from elsewhere; null where nothing is.</param>
    public T Run<T>(
        Func<IEnumerable<LodgedDeclaration>, Tally, Quarantine, T> run, string? quarantinePath, Action<Diagnostic> say, Func<Declaration, Sighting>? known = null)
    {
        while (true)
        {
            var tally = new Tally();
            using var quarantine = new Quarantine(quarantinePath);
            try
            {
                return run(Declarations(tally, quarantine, say, known), tally, quarantine);
            }
            catch (UnsortedRowsException unsorted)
            {
                Files[unsorted.File].SortOnDisk(_temporary, _threads);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _temporary.Dispose();

    private IEnumerable<LodgedDeclaration> Declarations(Tally tally, Quarantine quarantine, Action<Diagnostic> say, Func<Declaration, Sighting>? known)
    {
        var assembly = new RowAssembly(tally, (row, reason) => quarantine.Add(new RefusedRow(row.Declaration.Source.Line, row.Raw.ToArray(), reason)), say, known);
        var streams = Files.Select((file, index) => Rows(file, index, tally, quarantine)).ToList();
        return assembly.Assemble(RowOrder.Merge(streams), [.. Files.Select(file => file.Plan.Mapping.RowIsItem)]);
    }

    private IEnumerable<InputRow> Rows(InputFile file, int index, Tally tally, Quarantine quarantine) =>
        file.IsSorted ? Lodged(file, tally, quarantine).Select(row => new InputRow(index, row)) : RowOrder.WithinInstants(Lodged(file, tally, quarantine), index);

    private IEnumerable<LodgedRow> Lodged(InputFile file, Tally tally, Quarantine quarantine)
    {
        foreach (var batch in file.Read(_threads))
        {
            foreach (var refused in batch.Refused)
            {
                tally.Refused += refused.Rows;
                quarantine.Add(refused);
            }

            foreach (var row in batch.Lodged)
            {
                yield return row;
            }
        }
    }
}
