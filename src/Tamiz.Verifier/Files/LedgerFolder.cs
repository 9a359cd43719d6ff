using System.Globalization;
using System.Text.RegularExpressions;

namespace Tamiz.Verifier.Files;

/// <summary>The segments of a ledger's folder, in order.</summary>
internal static partial class LedgerFolder
{
    /// <summary>Reads all parts; bad files become breakages, nothing is thrown for what stands in them.</summary>
    public static IEnumerable<LedgerPart> Read(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => SegmentName().IsMatch(entry.Name))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        var due = 1;
        foreach (var entry in entries)
        {
            var number = int.Parse(entry.Name.AsSpan(0, 8), CultureInfo.InvariantCulture);
            if (number != due)
            {
                yield return new Breakage(number, 0, "C1", entry.Name, NameOf(due));
            }

            due = number + 1;
            foreach (var part in Read(entry, number, last: ReferenceEquals(entry, entries[^1])))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<LedgerPart> Read(FileSystemInfo entry, int number, bool last)
    {
        // What has no length may be a pipe or a device, whose reading would never end.
        if (entry is not FileInfo { LinkTarget: null, Length: > 0 } file)
        {
            var what = entry is DirectoryInfo ? "a folder" : entry.LinkTarget is null ? "an empty file" : "a link";
            return [new Breakage(number, 0, "C1", what, "a file that begins with 92 bytes")];
        }

        try
        {
            // The writer may be at work meanwhile.
            var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 17);
            return new SegmentReader(stream, number, last).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new Breakage(number, 0, "C1", e.Message, "a file that can be read")];
        }
    }

    private static string NameOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture) + ".tzl";

    [GeneratedRegex(@"^[0-9]{8}\.tzl\z")]
    private static partial Regex SegmentName();
}
