using System.Text;

namespace Tamiz.Verifier.Escrow;

/// <summary>Small text files that may be anything.</summary>
internal static class ShortText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file's text; null where it is empty (as pipes and devices are), longer than so many bytes, not UTF-8, or cannot be read.</summary>
    public static string? Read(string path, int longest)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: var length } && length > 0 && length <= longest ? Strict.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }
}
