namespace Tamiz.Integrity;

/// <summary>The words of the integrity strategy: Words/PART.LANGUAGE.yaml, each with sections of its own.</summary>
public static class IntegrityWords
{
    private static readonly Phrasebook[] All = [.. Enum.GetValues<Language>().Select(Load)];

    /// <summary>All words of a language.</summary>
    public static Phrasebook Of(Language language) => All[(int)language];

    private static Phrasebook Load(Language language)
    {
        var assembly = typeof(IntegrityWords).Assembly;
        var ending = $".{language.ToString().ToLowerInvariant()}.yaml";
        var words = Phrasebook.Of(language);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Tamiz.Integrity.Words.", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            words = words.WithSections(reader.ReadToEnd());
        }

        return words;
    }
}
