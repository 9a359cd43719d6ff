using System.Globalization;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;

namespace Tamiz.Storage.Archive;

/// <summary>What a file of the archive says about itself.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Watermark">Sequence of the last record that it takes into account.</param>
/// <param name="Last">Sequence of the record of its last row.</param>
/// <param name="Columns">Names of its columns, in order.</param>
/// <param name="Groups">Rows of each of its row groups.</param>
internal sealed record ArchiveFile(string Path, long Watermark, long Last, IReadOnlyList<string> Columns, IReadOnlyList<int> Groups)
{
    /// <summary>The version that is written. Versions from 1 on are read.</summary>
    public const int Version = 1;

    /// <summary>Rows of a row group.</summary>
    public const int GroupRows = 1 << 15;

    // A dictionary of more distinct values than this costs more room and time than it saves.
    private const int DictionaryBytes = 1 << 16;

    private const string SchemaKey = "tamiz.schema";
    private const string WatermarkKey = "tamiz.watermark";
    private const string LastKey = "tamiz.last";

    private readonly Dictionary<string, int> _columns =
        Columns.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);

    /// <summary>Reads what a file says about itself.</summary>
    /// <exception cref="HomeException">It is no file of an archive (TZ1731), or of a later version (TZ1732).</exception>
    public static ArchiveFile Read(string path) => Guard(path, () =>
    {
        using var reader = new ParquetFileReader(path);
        using var metadata = reader.FileMetaData;
        var texts = metadata.KeyValueMetadata;
        var version = Number(texts, SchemaKey);
        if (version is < 1 or > Version)
        {
            throw new HomeException(HomeDiagnostics.ArchiveTooNew.At(new Place(path), $"version {version}"));
        }

        var groups = new int[metadata.NumRowGroups];
        for (var i = 0; i < groups.Length; i++)
        {
            using var group = reader.RowGroup(i);
            groups[i] = checked((int)group.MetaData.NumRows);
        }

        string[] columns = [.. Enumerable.Range(0, metadata.NumColumns).Select(column => metadata.Schema.Column(column).Name)];
        return new ArchiveFile(path, Number(texts, WatermarkKey), Number(texts, LastKey), columns, groups);
    });

    /// <summary>Begins a file.</summary>
    /// <param name="to">Where its bytes go.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="watermark">Sequence of the last record that it takes into account.</param>
    /// <param name="last">Sequence of the record of its last row.</param>
    public static ParquetFileWriter Begin(OutputStream to, IReadOnlyList<(string Name, ColumnBuffer Buffer)> columns, long watermark, long last)
    {
        using var builder = new WriterPropertiesBuilder();
        using var properties = builder.Compression(Compression.Zstd).CompressionLevel(1).EnablePageChecksum().DictionaryPagesizeLimit(DictionaryBytes).CreatedBy("Tamiz").Build();
        Node[] nodes = [.. columns.Select(column => column.Buffer.NodeOf(column.Name))];
        using var schema = new GroupNode("items", Repetition.Required, nodes);
        try
        {
            return new ParquetFileWriter(to, schema, properties, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [SchemaKey] = Version.ToString(CultureInfo.InvariantCulture),
                [WatermarkKey] = watermark.ToString(CultureInfo.InvariantCulture),
                [LastKey] = last.ToString(CultureInfo.InvariantCulture),
            });
        }
        finally
        {
            Array.ForEach(nodes, static node => node.Dispose());
        }
    }

    /// <summary>The place of a column; -1 where there is none.</summary>
    public int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>Runs something that reads a file, and says so where the file does not allow it.</summary>
    /// <exception cref="HomeException">It is no file of an archive (TZ1731).</exception>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is ParquetException or InvalidDataException or InvalidCastException or FormatException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new HomeException(HomeDiagnostics.ArchiveDamaged.At(new Place(path), e.Message), e);
        }
    }

    private static long Number(IReadOnlyDictionary<string, string> texts, string key) => long.Parse(texts[key], CultureInfo.InvariantCulture);
}
