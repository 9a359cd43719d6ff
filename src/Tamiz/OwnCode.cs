namespace Tamiz;

/// <summary>Fields for codes that an administration names itself: item.class.SCHEME, item.code.NAME, declaration.code.NAME.</summary>
public static class OwnCode
{
    private static readonly string[] Prefixes = ["item.class.", "item.code.", "declaration.code."];

    /// <summary>The scheme of such a field; null for another.</summary>
    public static string? SchemeOf(string field)
    {
        foreach (var prefix in Prefixes)
        {
            if (field.Length > prefix.Length && field.StartsWith(prefix, StringComparison.Ordinal))
            {
                return field[prefix.Length..];
            }
        }

        return null;
    }

    /// <summary>The words for a field: its own, or the scheme's name in quotation marks, or the field as it stands.</summary>
    public static string Say(string field, Phrasebook words) =>
        words.Find(field, "field") ?? (SchemeOf(field) is { } scheme ? words.Say("explain.quoted", ("text", scheme)) : field);
}
