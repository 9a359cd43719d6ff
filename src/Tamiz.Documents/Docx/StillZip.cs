using System.IO.Compression;

namespace Tamiz.Documents.Docx;

/// <summary>Writes a package again so that its bytes depend on its content alone: fixed order and times.</summary>
internal static class StillZip
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] package)
    {
        using var written = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var into = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first, as readers expect it.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = into.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
                copy.LastWriteTime = Epoch;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return written.ToArray();
    }
}
