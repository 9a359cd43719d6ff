using System.Buffers;

namespace Tamiz.Ledger;

/// <summary>Lower-case hexadecimal digits, as checkpoints and proofs have them.</summary>
internal static class HexText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The bytes; null where the text holds anything but pairs of lower-case digits.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text) =>
        text.Length % 2 != 0 || text.ContainsAnyExcept(Digits) ? null : Convert.FromHexString(text);
}
