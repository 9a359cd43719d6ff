using System.Buffers;

namespace Tamiz.Formats.Json;

/// <summary>How far a value of JSON reaches, by its brackets and quotes alone.</summary>
internal static class JsonExtent
{
    /// <summary>The value does not end within the bytes.</summary>
    public const int Unfinished = -1;

    /// <summary>Its brackets or quotes do not match.</summary>
    public const int Unfollowable = -2;

    private const int MaxKinds = 64;
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> Ends = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>The length of the value at the beginning, <see cref="Unfinished"/> or <see cref="Unfollowable"/>.</summary>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Unfinished;
        }

        if (bytes[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            var end = bytes.IndexOfAny(Ends);
            return end < 0 ? Unfinished : end;
        }

        var (depth, arrays, position) = (0, 0UL, 0);
        do
        {
            var at = bytes[position..].IndexOfAny(Marks);
            if (at < 0)
            {
                return Unfinished;
            }

            position += at + 1;
            if (bytes[position - 1] == '"')
            {
                var text = OfText(bytes[position..]);
                if (text < 0)
                {
                    return text;
                }

                position += text;
            }
            else if (!Turn(bytes[position - 1], ref depth, ref arrays))
            {
                return Unfollowable;
            }
        }
        while (depth > 0);
        return position;
    }

    /// <summary>Takes a bracket into account; false where it closes another kind. Beyond 64 deep kinds are not told apart.</summary>
    private static bool Turn(byte bracket, ref int depth, ref ulong arrays)
    {
        if (bracket is (byte)'{' or (byte)'[')
        {
            var bit = depth < MaxKinds ? 1UL << depth : 0;
            arrays = bracket == '[' ? arrays | bit : arrays & ~bit;
            depth++;
            return true;
        }

        depth--;
        return depth >= MaxKinds || (arrays >> depth & 1) == (bracket == ']' ? 1UL : 0);
    }

    /// <summary>Length of the rest of a text with its closing quote. A text does not go over a line end.</summary>
    private static int OfText(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (true)
        {
            var at = bytes[position..].IndexOfAny(InText);
            if (at < 0 || position + at + 1 == bytes.Length)
            {
                return at >= 0 && bytes[position + at] == '"' ? bytes.Length : Unfinished;
            }

            position += at;
            switch (bytes[position])
            {
                case (byte)'"':
                    return position + 1;
                case (byte)'\n':
                    return Unfollowable;
                default:
                    position += 2;
                    break;
            }
        }
    }
}
