namespace Tamiz.Documents;

/// <summary>The words that writers add to a document: contents, table, figure, page.</summary>
internal static class DocumentWords
{
    private static readonly Phrasebook[] All = [.. Enum.GetValues<Language>().Select(Load)];

    /// <summary>All words of a language.</summary>
    public static Phrasebook Of(Language language) => All[(int)language];

    private static Phrasebook Load(Language language) =>
        Phrasebook.Of(language).WithSections(Resource.Text($"Words.{language.ToString().ToLowerInvariant()}.yaml"));
}
