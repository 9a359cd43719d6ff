using Tamiz.Flow;

namespace Tamiz.Storage;

/// <summary>The folder in which an administration's home lives.</summary>
public static class HomeFolder
{
    private static readonly string[] Folders = ["profiles", "intelligence", "sources", "models", "reference", "quarantine"];

    /// <summary>Whether a folder is a home.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "tamiz.yaml"));

    /// <summary>Makes a home; files that are already there stay as they are.</summary>
    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Create(string folder)
    {
        var written = new List<string>();
        foreach (var name in Folders)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        foreach (var (name, content) in HomeTemplate.Files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path, content);
                written.Add(path);
            }
        }

        return written;
    }

    /// <summary>Reads a home; without a folder, the template.</summary>
    /// <param name="folder">The home; null for the template.</param>
    /// <param name="receivedAt">When the declarations were received.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public static Home Read(string? folder, Instant receivedAt, ICollection<Diagnostic> diagnostics)
    {
        if (folder is null)
        {
            return Home.Read(name => HomeTemplate.Files.GetValueOrDefault(name), [], receivedAt, diagnostics);
        }

        var intelligence = Path.Combine(folder, "intelligence");
        var reports = Directory.Exists(intelligence)
            ? Directory.GetFiles(intelligence, "*.yaml").Order(StringComparer.Ordinal).Select(path => Path.GetRelativePath(folder, path)).ToArray()
            : [];
        return Home.Read(name => ReadFile(Path.Combine(folder, name)), reports, receivedAt, diagnostics);
    }

    private static byte[]? ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // The reader says which file, and what follows from it.
        }
    }
}
