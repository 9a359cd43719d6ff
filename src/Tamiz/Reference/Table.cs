using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Reference;

/// <summary>A shipped table: lines of <c>key: value</c> that describe it, an empty line, and one entry a line.</summary>
internal sealed record Table(Snapshot Snapshot, string[] Lines)
{
    /// <summary>Reads a table that the assembly carries; a name that ends in .gz is unpacked.</summary>
    internal static Table Embedded(string file)
    {
        using var resource = typeof(Table).Assembly.GetManifestResourceStream("Tamiz.Reference.Data." + file)
            ?? throw new InvalidDataException($"The assembly lacks the table {file}.");
        using var unpacked = new MemoryStream();
        if (file.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(resource, CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
        }
        else
        {
            resource.CopyTo(unpacked);
        }

        return Parse(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
    }

    private static Table Parse(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text[..end].Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            header.Add(line[..colon], line[(colon + 2)..]);
        }

        DateOnly? validFrom = header.TryGetValue("valid-from", out var date)
            ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Table(
            new Snapshot(header["id"], header["edition"], hash, validFrom, header["origin"], header["licence"]),
            text[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
