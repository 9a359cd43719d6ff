namespace Tamiz.Storage;

/// <summary>A folder for files of one run; gone when it is disposed.</summary>
public sealed class TemporaryFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-");
    private int _count;

    /// <summary>Path of a new file.</summary>
    public string Next() => Path.Combine(_folder.FullName, (_count++).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
