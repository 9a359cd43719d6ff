namespace Tamiz;

/// <summary>Which of a phrase's two forms a number takes: CODE.one or CODE.other.</summary>
public static class Plural
{
    /// <summary>The code of the form. French and Portuguese count nought as one; Spanish and English do not.</summary>
    public static string Of(Language language, string code, long count) =>
        code + (count == 1 || (count == 0 && language is (Language.Fr or Language.Pt)) ? ".one" : ".other");

    /// <summary>A phrase with its {count}, and other places filled in.</summary>
    public static string Say(Phrasebook words, string code, long count, params ReadOnlySpan<(string Name, string Value)> places) =>
        words.Say(Of(words.Language, code, count), places).Replace("{count}", words.Number(count), StringComparison.Ordinal);
}
