using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Tamiz.Simulation.Checking;

/// <summary>What world.json says of a world.</summary>
/// <param name="Country">Code or name of the pack.</param>
/// <param name="Currency">ISO 4217 code of the money in its files.</param>
/// <param name="Seed">Seed of the world.</param>
/// <param name="Months">Months that it lasts.</param>
/// <param name="Begin">Its first day.</param>
/// <param name="Files">The other files: path within the folder, SHA-256 in hexadecimal, rows without headings (-1 where none are stated).</param>
internal sealed record WorldManifest(
    string Country, string Currency, string Seed, int Months, DateOnly Begin, IReadOnlyList<(string Path, string Hash, long Rows)> Files)
{
    private const string Name = "world.json";

    /// <summary>Reads the manifest of a folder; null, with TZ2801, where there is none that can be read.</summary>
    public static WorldManifest? Read(string folder, Problems problems)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Name)));
            var root = document.RootElement;
            if (root.GetProperty("format").GetInt32() == 1)
            {
                return Read(root);
            }

            problems.Add(CheckDiagnostics.NoWorld, new Place(Name, 0, 0, "format"), root.GetProperty("format").ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            problems.Add(CheckDiagnostics.NoWorld, new Place(Name), e is JsonException broken ? broken.Message : e.GetType().Name);
        }

        return null;
    }

    /// <summary>Names each file that is missing (TZ2802), changed (TZ2803) or not of this world (TZ2804).</summary>
    public void Verify(string folder, Problems problems)
    {
        var hashes = new string?[Files.Count];
        Parallel.For(0, Files.Count, i => hashes[i] = HashOf(Path.Combine(folder, Files[i].Path)));
        for (var i = 0; i < Files.Count; i++)
        {
            if (hashes[i] is not { } hash)
            {
                problems.Add(CheckDiagnostics.FileMissing, new Place(Files[i].Path), "");
            }
            else if (!string.Equals(hash, Files[i].Hash, StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(CheckDiagnostics.FileChanged, new Place(Files[i].Path), hash, Files[i].Hash);
            }
        }

        var known = Files.Select(file => file.Path).Append(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal).Where(path => !known.Contains(path)))
        {
            problems.Add(CheckDiagnostics.FileUnknown, new Place(path), path);
        }
    }

    /// <summary>The paths below a folder of the world that end so, in order.</summary>
    public IEnumerable<string> PathsIn(string folder, string ending) => Files.Select(file => file.Path)
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static WorldManifest Read(JsonElement root)
    {
        var text = root.GetProperty("begin").GetString() ?? "";
        var begin = DateOnly.ParseExact(text.Length == 7 ? text + "-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (begin.Year is < 1900 or > 2100)
        {
            throw new FormatException("begin");
        }

        var files = root.GetProperty("files").EnumerateObject()
            .Select(file => (file.Name, file.Value.GetProperty("sha256").GetString() ?? "", file.Value.TryGetProperty("rows", out var rows) && rows.ValueKind == JsonValueKind.Number ? rows.GetInt64() : -1))
            .Where(file => IsWithin(file.Name));
        return new WorldManifest(
            root.GetProperty("country").ToString(),
            root.GetProperty("currency").ToString(),
            root.GetProperty("seed").ToString(),
            Math.Clamp(root.GetProperty("months").GetInt32(), 1, 600),
            begin,
            [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    // A manifest is read from whoever sends it: it may not lead out of its folder.
    private static bool IsWithin(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");

    private static string? HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
