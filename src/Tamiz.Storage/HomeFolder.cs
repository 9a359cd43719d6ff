using System.Text;
using Tamiz.Assessment;
using Tamiz.Flow;
using Tamiz.Models;
using Tamiz.Storage.Homes;

namespace Tamiz.Storage;

/// <summary>The folder in which an administration's home lives.</summary>
public static class HomeFolder
{
    private const string Mapping = "mapping.yaml";
    private static readonly string[] Folders = ["profiles", "intelligence", "sources", "models", "reference", "quarantine"];

    /// <summary>Whether a folder is a home.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "tamiz.yaml"));

    /// <summary>Makes a home; files that are already there stay as they are.</summary>
    /// <param name="folder">The home.</param>
    /// <param name="from">A folder whose settings, with the lists and reports that they name, its mapping and its integrity strategy, it begins with; null for the template.</param>
    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Create(string folder, string? from = null)
    {
        var written = new List<string>();
        foreach (var name in Folders)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        foreach (var (name, content) in from is null ? HomeTemplate.Files : SettingsOf(from))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
                written.Add(path);
            }
        }

        return written;
    }

    private static Dictionary<string, byte[]> SettingsOf(string from)
    {
        var (_, contents) = HomeFiles.Read(from, []);
        var files = contents.ToDictionary(content => content.Key.Name, content => content.Value, StringComparer.Ordinal);
        if (ReadFile(Path.Combine(from, Mapping)) is { } mapping)
        {
            files[Mapping] = mapping;
        }

        foreach (var path in Directory.Exists(Path.Combine(from, ContentKey.Integrity)) ? Directory.GetFiles(Path.Combine(from, ContentKey.Integrity), "*", SearchOption.AllDirectories) : [])
        {
            files[Path.GetRelativePath(from, path)] = File.ReadAllBytes(path);
        }

        return files.ContainsKey("tamiz.yaml") ? files : throw new FileNotFoundException($"«{from}» is not a home: it has no tamiz.yaml.");
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

    /// <summary>Writes weights into a home's folder: they count from their approval on. They stand there whole or not at all.</summary>
    /// <param name="folder">The home.</param>
    /// <param name="model">The weights.</param>
    /// <returns>The path of the file.</returns>
    public static string Write(string folder, AdditiveModel model)
    {
        var path = Path.Combine(folder, WeightsFile.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DurableFile.Write(path, Encoding.UTF8.GetBytes(WeightsFile.Write(model)));
        return path;
    }

    internal static byte[]? ReadFile(string path)
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
