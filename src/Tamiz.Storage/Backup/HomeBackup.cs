namespace Tamiz.Storage.Backup;

/// <summary>
/// Copies of a home that fit together, made while it is in use: the ledger up to a length, databases through SQLite's own backup,
/// closed months, contents, and what people wrote. What is made from the ledger and changes all the time (open months, history) is left out.
/// </summary>
public static class HomeBackup
{
    private const string Unfinished = ".unfinished";
    private const string Keys = "keys/";
    private const string Ledger = "ledger/";
    private const string Archive = "archive/";

    /// <summary>Makes a backup. Its folder appears when all is in it.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="target">Folder of the backup: it is empty or does not exist.</param>
    /// <param name="plan">What goes into it.</param>
    /// <exception cref="HomeException">TZ1744; TZ1747 names what cannot be copied; TZ1701, TZ1702, TZ1704 and TZ1705 about a database.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static BackupReport Backup(string home, string target, BackupPlan plan) => InNewFolder(target, folder =>
    {
        if (Path.GetFullPath(target).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(home)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new HomeException(HomeDiagnostics.PlaceTaken.At(new Place(target), "a folder within the home", "a folder outside the home"));
        }

        var copy = new HomeCopy(home, folder);
        var files = FilesOf(home).Where(file => plan.WithKeys || !file.StartsWith(Keys, StringComparison.Ordinal)).ToList();

        // Projections first, then the ledger, then what its records name: see BackupPlan.
        CopyAll(copy, files.Where(file => file == Desk.DeskDatabase.FileName || file.StartsWith(Archive, StringComparison.Ordinal)));
        foreach (var (segment, length) in plan.Segments())
        {
            copy.File(Ledger + segment, length);
        }

        CopyAll(copy, FilesOf(home).Where(file => IsOfLedgerOrLater(file) && (plan.WithKeys || !file.StartsWith(Keys, StringComparison.Ordinal))));
        var manifest = new BackupManifest(BackupManifest.Version, plan.WithKeys, [.. copy.Entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);
        manifest.Write(folder);
        return Report(manifest, target);
    });

    /// <summary>Makes a home of a backup. Each file is compared with the manifest; the home appears when all is in it.</summary>
    /// <param name="backup">Folder of the backup.</param>
    /// <param name="home">Folder of the home: it is empty or does not exist.</param>
    /// <exception cref="HomeException">TZ1741 and TZ1742 name the file; TZ1743, TZ1744.</exception>
    /// <exception cref="IOException">The home cannot be written.</exception>
    public static BackupReport Restore(string backup, string home)
    {
        var manifest = BackupManifest.Read(backup);
        return InNewFolder(home, folder =>
        {
            var copy = new HomeCopy(backup, folder);
            foreach (var entry in manifest.Files)
            {
                copy.Restored(entry);
            }

            return Report(manifest, home);
        });
    }

    /// <summary>Compares a backup with its manifest, without restoring it.</summary>
    /// <returns>What is wrong (TZ1741 to TZ1743); empty for nothing.</returns>
    public static IReadOnlyList<Diagnostic> Check(string backup)
    {
        try
        {
            return [.. BackupManifest.Read(backup).Files.Select(entry => HomeCopy.Compare(backup, entry)).OfType<Diagnostic>()];
        }
        catch (HomeException e)
        {
            return [e.Diagnostic];
        }
    }

    private static T InNewFolder<T>(string target, Func<string, T> fill)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new HomeException(HomeDiagnostics.PlaceTaken.At(new Place(target), ""));
        }

        var folder = path + Unfinished;
        Remove(folder);
        Directory.CreateDirectory(folder);
        try
        {
            var result = fill(folder);
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.Move(folder, path);
            DurableFile.FlushFolder(Path.GetDirectoryName(path));
            return result;
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BackupReport Report(BackupManifest manifest, string folder) => new(
        manifest.Files.Count,
        manifest.Files.Sum(entry => entry.Length),
        [(manifest.Keys ? HomeDiagnostics.KeysIncluded : HomeDiagnostics.KeysLeftOut).At(new Place(folder), manifest.Keys ? "the folder keys" : "")]);

    private static void CopyAll(HomeCopy copy, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (file.EndsWith(".db", StringComparison.Ordinal))
            {
                copy.Database(file);
            }
            else
            {
                copy.File(file, null);
            }
        }
    }

    // Of the ledger's folder: the copies of checkpoints. Segments are copied up to their lengths.
    private static bool IsOfLedgerOrLater(string file) =>
        file.StartsWith(Ledger, StringComparison.Ordinal)
            ? file.StartsWith(Ledger + "checkpoints/", StringComparison.Ordinal)
            : file != Desk.DeskDatabase.FileName && !file.StartsWith(Archive, StringComparison.Ordinal);

    private static List<string> FilesOf(string home)
    {
        var files = new List<string>();
        Collect(new DirectoryInfo(home), "", files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (IsLeftOut(path))
            {
                continue;
            }

            if (entry.LinkTarget is { } leads)
            {
                throw new HomeException(HomeDiagnostics.NotCopied.At(new Place(entry.FullName), $"a link to {leads}"));
            }

            if (entry is DirectoryInfo inner)
            {
                Collect(inner, path + "/", files);
            }
            else
            {
                files.Add(path);
            }
        }
    }

    private static bool IsLeftOut(string path) =>
        path is "history" or BackupManifest.FileName
        || path.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal)
        || path.EndsWith("-wal", StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal) || path.EndsWith("-journal", StringComparison.Ordinal)
        || (path.StartsWith(Archive, StringComparison.Ordinal) && path.Contains(".part-", StringComparison.Ordinal));
}
