using System.Text.Json;

namespace Tamiz.Formats.Json;

/// <summary>How declarations stand in a JSON file.</summary>
internal enum JsonLayout
{
    /// <summary>One a line.</summary>
    Lines,

    /// <summary>One after the other, over any number of lines.</summary>
    Sequence,

    /// <summary>In an array, which is the file.</summary>
    Array,

    /// <summary>In the array declarations of an object, which is the file.</summary>
    Member,
}

/// <summary>Recognises the layout of a JSON file.</summary>
internal static class JsonLayouts
{
    /// <summary>Name of the array in a file that is one object.</summary>
    public static ReadOnlySpan<byte> MemberName => "declarations"u8;

    /// <summary>The layout, and where the first declaration or the end of the array is looked for; null where it is no JSON.</summary>
    /// <param name="beginning">The file's beginning, after a byte order mark.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    public static (JsonLayout Layout, int Start)? Find(ReadOnlySpan<byte> beginning, bool isWhole)
    {
        var first = beginning.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0 || beginning[first] is not ((byte)'{' or (byte)'['))
        {
            return null;
        }

        if (beginning[first] == '[')
        {
            return (JsonLayout.Array, first + 1);
        }

        var member = FindMember(beginning[first..]);
        return member > 0 ? (JsonLayout.Member, first + member) : (HasLines(beginning[first..], isWhole) ? JsonLayout.Lines : JsonLayout.Sequence, first);
    }

    /// <summary>Index after the bracket of the array; -1 where the object has none.</summary>
    private static int FindMember(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
        try
        {
            while (reader.Read() && (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject))
            {
                var isMember = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(MemberName);
                if (isMember)
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.StartArray ? (int)reader.BytesConsumed : -1;
                }
            }
        }
        catch (JsonException)
        {
            return -1;
        }

        return -1;
    }

    /// <summary>
    /// Whether the first line is a declaration, or was meant to be one: it is not closed, but does not end where one that goes over
    /// several lines is broken, and the next begins as another does.
    /// </summary>
    private static bool HasLines(ReadOnlySpan<byte> text, bool isWhole)
    {
        var end = text.IndexOf((byte)'\n');
        if (end < 0 && !isWhole)
        {
            return false;
        }

        var line = end < 0 ? text : text[..(end + 1)];
        var after = end < 0 ? [] : text[end..].TrimStart(" \t\r\n"u8);
        var extent = JsonExtent.Of(line);
        if (extent >= 0)
        {
            var more = line[extent..].TrimStart(" \t\r\n"u8);
            return more.IsEmpty || more[0] != '{';
        }

        return line.TrimEnd(" \t\r\n"u8)[^1] is not ((byte)'{' or (byte)'[' or (byte)',' or (byte)':') && (after.IsEmpty || after[0] == '{');
    }
}
