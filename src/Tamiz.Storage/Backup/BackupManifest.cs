using System.Text.Json;

namespace Tamiz.Storage.Backup;

/// <summary>What a backup holds: its last file, so that a backup that was broken off has none.</summary>
/// <param name="TamizBackup">Version of the form: 1.</param>
/// <param name="Keys">Whether the secret keys are in it.</param>
/// <param name="Files">All files but this one, in the order of their paths.</param>
internal sealed record BackupManifest(int TamizBackup, bool Keys, IReadOnlyList<BackupManifest.Entry> Files)
{
    public const string FileName = "manifest.json";
    public const int Version = 1;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <exception cref="HomeException">There is none that can be read (TZ1743).</exception>
    public static BackupManifest Read(string backup)
    {
        var path = Path.Combine(backup, FileName);
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json) is { TamizBackup: Version, Files: not null } manifest && manifest.Files.All(IsSound)
                ? manifest
                : throw Unreadable(path, "another form", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unreadable(path, e.Message, e);
        }
    }

    public void Write(string backup) => DurableFile.Write(Path.Combine(backup, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    // A path that leads out of the home is no path of a backup.
    private static bool IsSound(Entry? entry) =>
        entry is { Path.Length: > 0, Sha256.Length: 64, Length: >= 0 } && !entry.Path.Contains('\\', StringComparison.Ordinal)
        && !entry.Path.Contains('\0', StringComparison.Ordinal) && !Path.IsPathRooted(entry.Path)
        && entry.Path.Split('/').All(step => step is not ("" or "." or ".."));

    private static HomeException Unreadable(string path, string found, Exception? cause) => new(HomeDiagnostics.NoManifest.At(new Place(path), found), cause);

    /// <param name="Path">From the home's folder, with / between its steps.</param>
    /// <param name="Length">Bytes.</param>
    /// <param name="Sha256">In hexadecimal.</param>
    internal sealed record Entry(string Path, long Length, string Sha256);
}
