namespace Tamiz.Facts;

/// <summary>What a fact is called: words of its own, or those of its fields in the pattern of what is known about them.</summary>
public static class FactNames
{
    private static readonly string[] OfKeys = [".findings.lift", ".findings.rate", ".findings.parentRate", ".findings.checked", ".findings.hits", ".items", ".days"];
    private static readonly string[] OfPrices = [".deviation", ".low", ".median", ".high", ".below", ".count"];

    /// <summary>The name of a fact in a language.</summary>
    public static string Of(Fact fact, Phrasebook words)
    {
        var id = fact.Id;
        if (words.Find(id, "fact") is { } own)
        {
            return own;
        }

        if (id.StartsWith("check.", StringComparison.Ordinal))
        {
            return words.Say("fact.check", ("check", words["check." + id[6..]]));
        }

        var suffix = Suffix(id, id.StartsWith("item.pricePer", StringComparison.Ordinal) ? OfPrices : OfKeys);
        var fields = id[..^suffix.Length].Split('+');
        var named = fields.Length == 1
            ? OwnCode.Say(fields[0], words)
            : words.Say("fact.pair", ("field", OwnCode.Say(fields[0], words)), ("field2", OwnCode.Say(fields[1], words)));
        return suffix.Length == 0 ? named : words.Say("fact" + suffix, ("field", named));
    }

    /// <summary>The unit of a fact in a language.</summary>
    public static string UnitOf(Fact fact, Phrasebook words) => words["unit." + fact.Unit];

    private static string Suffix(string id, string[] suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (id.EndsWith(suffix, StringComparison.Ordinal))
            {
                return suffix;
            }
        }

        return "";
    }
}
