using Tamiz.Integrity.Programmes;

namespace Tamiz.Cli.Integrity;

/// <summary>The folder of a programme: members.yaml, and summaries of any name in it and in folders below. Links are not followed.</summary>
internal static class ProgrammeFolder
{
    /// <summary>Name of the list of members.</summary>
    public const string Members = "members.yaml";

    /// <summary>How many files are looked at.</summary>
    public const int MostFiles = 10_000;

    private const int Deepest = 4;

    /// <summary>Its files but for the list of members and those whose name begins with a full stop, read one after the other.</summary>
    public static IEnumerable<ProgrammeFile> Files(string folder)
    {
        var count = 0;
        foreach (var entry in Entries(new DirectoryInfo(folder), 1).Where(entry => entry.FullName != Path.Combine(Path.GetFullPath(folder), Members)))
        {
            var name = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (++count > MostFiles)
            {
                yield return Refused(name, ProgrammeDiagnostics.TooLarge, $"more than {MostFiles} files", $"at most {MostFiles} files");
                yield break;
            }

            yield return Read(entry, name);
        }
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => entry.Name[0] != '.').OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var isFolder = entry is DirectoryInfo && entry.LinkTarget is null && depth < Deepest;
            foreach (var one in isFolder ? Below((DirectoryInfo)entry, depth) : [entry])
            {
                yield return one;
            }
        }
    }

    // A folder that may not be looked into is named as itself.
    private static IEnumerable<FileSystemInfo> Below(DirectoryInfo folder, int depth)
    {
        try
        {
            return [.. Entries(folder, depth + 1).Take(MostFiles + 1)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [folder];
        }
    }

    // What has no length is not opened: a pipe would never end.
    private static ProgrammeFile Read(FileSystemInfo entry, string name)
    {
        try
        {
            if (entry is not FileInfo { LinkTarget: null, Length: > 0 } file)
            {
                return Refused(name, ProgrammeDiagnostics.NoFile, entry.LinkTarget is not null ? "a link" : entry is DirectoryInfo ? "a folder" : "nothing in it");
            }

            if (file.Length > SummaryForm.LargestFile)
            {
                return Refused(name, ProgrammeDiagnostics.TooLarge, $"{file.Length} bytes");
            }

            using var stream = file.OpenRead();
            var content = new byte[SummaryForm.LargestFile + 1];
            return new ProgrammeFile(name, content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refused(name, ProgrammeDiagnostics.NoFile, problem.GetType().Name);
        }
    }

    private static ProgrammeFile Refused(string name, DiagnosticRule rule, string found, string? expected = null) => new(name, [], rule.At(new Place(name), found, expected));
}
