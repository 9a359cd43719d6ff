using Tamiz.Flow;

namespace Tamiz.Storage.Homes;

/// <summary>The files that a home's settings consist of.</summary>
public static class HomeFiles
{
    /// <summary>Reads settings, and names every file that they were read from.</summary>
    /// <param name="files">Gives a file's bytes by its path within the home; null where there is none.</param>
    /// <param name="reports">Paths of the intelligence files.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static (Home Home, SortedDictionary<ContentKey, byte[]> Contents) Read(
        Func<string, byte[]?> files, IReadOnlyList<string> reports, ICollection<Diagnostic> diagnostics)
    {
        var contents = new SortedDictionary<ContentKey, byte[]>();
        var home = Home.Read(
            path =>
            {
                var bytes = files(path);
                if (bytes is not null)
                {
                    contents[ContentKey.OfFile(path.Replace('\\', '/'))] = bytes;
                }

                return bytes;
            },
            reports,
            Instant.Latest,
            diagnostics);
        return (home, contents);
    }

    /// <summary>The files of the integrity strategy as they stand in a folder: integrity/*.yaml.</summary>
    /// <param name="folder">The home.</param>
    public static SortedDictionary<ContentKey, byte[]> Integrity(string folder)
    {
        var files = new SortedDictionary<ContentKey, byte[]>();
        var integrity = Path.Combine(folder, "integrity");
        foreach (var path in Directory.Exists(integrity) ? Directory.GetFiles(integrity, "*.yaml") : [])
        {
            if (HomeFolder.ReadFile(path) is { } bytes)
            {
                files[ContentKey.OfFile("integrity/" + Path.GetFileName(path))] = bytes;
            }
        }

        return files;
    }

    /// <summary>Writes a file of the integrity strategy, whole or not at all.</summary>
    /// <param name="folder">The home.</param>
    /// <param name="name">Its path within the folder integrity, with forward strokes.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteIntegrity(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine([folder, "integrity", .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DurableFile.Write(path, bytes);
    }

    /// <summary>Reads the settings as they stand in a folder.</summary>
    /// <param name="folder">The home.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static (Home Home, SortedDictionary<ContentKey, byte[]> Contents) Read(string folder, ICollection<Diagnostic> diagnostics)
    {
        var intelligence = Path.Combine(folder, "intelligence");
        var reports = Directory.Exists(intelligence)
            ? Directory.GetFiles(intelligence, "*.yaml").Select(path => "intelligence/" + Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray()
            : [];
        return Read(path => HomeFolder.ReadFile(Path.Combine(folder, path)), reports, diagnostics);
    }
}
