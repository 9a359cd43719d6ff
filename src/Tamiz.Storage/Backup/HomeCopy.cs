using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Tamiz.Storage.Backup;

/// <summary>Copies files from one folder to another, and notes the digest of each.</summary>
internal sealed class HomeCopy(string from, string to)
{
    private readonly List<BackupManifest.Entry> _entries = [];

    /// <summary>What was copied so far.</summary>
    public IReadOnlyList<BackupManifest.Entry> Entries => _entries;

    /// <summary>Whether a file of a backup is what the manifest says.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public static Diagnostic? Compare(string backup, BackupManifest.Entry entry)
    {
        var path = Path.Combine(backup, entry.Path);
        if (!System.IO.File.Exists(path))
        {
            return HomeDiagnostics.BackupIncomplete.At(new Place(path), "");
        }

        using var file = System.IO.File.OpenRead(path);
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        return Judge(path, entry, file.Length, digest);
    }

    /// <summary>Copies a file.</summary>
    /// <param name="path">From the folder, with / between its steps.</param>
    /// <param name="length">How much of it; null for all.</param>
    /// <exception cref="HomeException">It cannot be read, or is shorter (TZ1747).</exception>
    public void File(string path, long? length)
    {
        var source = Path.Combine(from, path);
        FileStream read;
        try
        {
            read = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HomeException(HomeDiagnostics.NotCopied.At(new Place(source), e.Message), e);
        }

        using (read)
        {
            var entry = Copy(read, path, length ?? long.MaxValue);
            if (length is { } wanted && entry.Length != wanted)
            {
                throw new HomeException(HomeDiagnostics.NotCopied.At(new Place(source), $"{entry.Length} bytes", $"{wanted} bytes"));
            }

            _entries.Add(entry);
        }
    }

    /// <summary>Copies a database as it is at one moment, while others write to it.</summary>
    /// <exception cref="HomeException">It is in use for too long, or damaged (TZ1747).</exception>
    public void Database(string path)
    {
        var target = Target(path);
        try
        {
            Begin(path, target).Dispose();
            using (var source = new SqliteConnection($"Data Source={Path.Combine(from, path)};Mode=ReadWrite;Pooling=False"))
            using (var copy = new SqliteConnection($"Data Source={target};Pooling=False"))
            {
                source.Open();
                copy.Open();
                source.BackupDatabase(copy);
                using var command = copy.CreateCommand();
                command.CommandText = "PRAGMA journal_mode=DELETE";
                command.ExecuteNonQuery();
            }
        }
        catch (SqliteException e)
        {
            throw new HomeException(HomeDiagnostics.NotCopied.At(new Place(Path.Combine(from, path)), e.Message), e);
        }

        using var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        _entries.Add(new BackupManifest.Entry(path, file.Length, Convert.ToHexStringLower(SHA256.HashData(file))));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a file of a backup, and compares it with the manifest.</summary>
    /// <exception cref="HomeException">It is missing or another one (TZ1741, TZ1742).</exception>
    public void Restored(BackupManifest.Entry entry)
    {
        var source = Path.Combine(from, entry.Path);
        if (!System.IO.File.Exists(source))
        {
            throw new HomeException(HomeDiagnostics.BackupIncomplete.At(new Place(source), ""));
        }

        using var read = System.IO.File.OpenRead(source);
        var copied = Copy(read, entry.Path, long.MaxValue);
        if (Judge(source, entry, copied.Length, copied.Sha256) is { } wrong)
        {
            throw new HomeException(wrong);
        }
    }

    private static Diagnostic? Judge(string path, BackupManifest.Entry entry, long length, string digest) =>
        length == entry.Length && digest == entry.Sha256
            ? null
            : HomeDiagnostics.BackupDamaged.At(
                new Place(path),
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes with the digest {digest}"),
                string.Create(CultureInfo.InvariantCulture, $"{entry.Length} bytes with the digest {entry.Sha256}"));

    private BackupManifest.Entry Copy(FileStream read, string path, long most)
    {
        var target = Target(path);
        using var written = Begin(path, target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long length = 0;
        int count;
        while ((count = read.Read(buffer, 0, (int)Math.Min(buffer.Length, most - length))) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, count));
            written.Write(buffer, 0, count);
            length += count;
        }

        written.Flush(flushToDisk: true);
        return new BackupManifest.Entry(path, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private string Target(string path)
    {
        var target = Path.Combine(to, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
        return target;
    }

    // With the permission of what is copied from the first byte on.
    private FileStream Begin(string path, string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = System.IO.File.GetUnixFileMode(Path.Combine(from, path));
        }

        return new FileStream(target, options);
    }
}
