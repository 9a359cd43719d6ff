namespace Tamiz.Formats;

/// <summary>Recognises files by how they begin.</summary>
public static class FileKind
{
    /// <summary>The format that the first bytes speak for: Parquet by its mark, JSON by a bracket or a brace, else CSV.</summary>
    /// <param name="beginning">The first bytes; up to 4,096 are looked at.</param>
    public static FileFormat Of(ReadOnlySpan<byte> beginning)
    {
        var bytes = beginning[..Math.Min(beginning.Length, 4096)];
        var text = (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8);
        return bytes.StartsWith("PAR1"u8) ? FileFormat.Parquet
            : text.Length > 0 && text[0] is (byte)'{' or (byte)'[' ? FileFormat.Json
            : FileFormat.Csv;
    }

    /// <summary>What the file is in words, where its first bytes say that it is not UTF-8 text; else null.</summary>
    /// <param name="beginning">The first bytes; up to 4,096 are looked at.</param>
    public static string? NotText(ReadOnlySpan<byte> beginning)
    {
        var bytes = beginning[..Math.Min(beginning.Length, 4096)];
        return bytes.StartsWith("\x1f"u8) && bytes.Length > 1 && bytes[1] == 0x8B ? "a gzip file"
            : bytes.StartsWith("PK"u8) && bytes.Length > 3 && bytes[2] < 9 ? "a zip file (Excel workbooks are zip files)"
            : bytes.StartsWith("%PDF"u8) ? "a PDF"
            : bytes.StartsWith("PAR1"u8) ? "a Parquet file"
            : bytes.StartsWith("PARE"u8) ? "an encrypted Parquet file"
            : bytes.Length > 3 && bytes[0] == 0xD0 && bytes[1] == 0xCF && bytes[2] == 0x11 ? "an old Office file"
            : bytes.Length > 3 && bytes[0] == 0x28 && bytes[1] == 0xB5 && bytes[2] == 0x2F && bytes[3] == 0xFD ? "a zstd file"
            : bytes.Length > 1 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)) ? "UTF-16 text"
            : bytes.Contains((byte)0) ? "binary (NUL bytes)"
            : null;
    }
}
