using Tamiz.Formats;

namespace Tamiz.Integrity.Reading;

/// <summary>What people wrote: a single text, which every reader sees as it is, or one for each language.</summary>
/// <param name="Versions">Texts in the order in which they stand; without a language where there is a single one.</param>
public sealed record LocalText(IReadOnlyList<(Language? Language, string Text)> Versions)
{
    /// <summary>No text.</summary>
    public static LocalText None { get; } = new([]);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Versions.All(version => version.Text.Length == 0);

    /// <summary>The languages that a text by languages lacks.</summary>
    public IEnumerable<Language> Missing => Versions.Count == 0 || Versions[0].Language is null ? []
        : Enum.GetValues<Language>().Where(language => Versions.All(version => version.Language != language));

    /// <summary>A single text.</summary>
    public static LocalText Of(string text) => new([(null, text)]);

    /// <summary>The text in a language; where it lacks that one, the first there is; empty where there is none.</summary>
    public string In(Language language) =>
        Versions.FirstOrDefault(version => version.Language is null || version.Language == language).Text ?? (Versions.Count == 0 ? "" : Versions[0].Text);

    /// <inheritdoc/>
    public bool Equals(LocalText? other) => other is not null && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc/>
    public override int GetHashCode() => Versions.Count == 0 ? 0 : Versions[0].GetHashCode();

    /// <summary>Reads a key that holds one or the other.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="key">The key.</param>
    /// <param name="diagnostics">Receives TZ2950 where languages are missing.</param>
    /// <param name="required">Whether TZ0103 says that it is not there.</param>
    public static LocalText Read(YamlSection section, string key, ICollection<Diagnostic> diagnostics, bool required = false)
    {
        if (!section.IsSection(key))
        {
            return section.Text(key, required) is { Length: > 0 } text ? Of(text) : None;
        }

        var languages = section.Section(key);
        var found = Enum.GetValues<Language>().Select(language => (Language: language, Text: languages.Text(CodeOf(language))))
            .Where(version => !string.IsNullOrEmpty(version.Text)).ToDictionary(version => CodeOf(version.Language), version => (version.Language, version.Text!));
        languages.RejectUnknownKeys();
        var read = new LocalText([.. languages.Keys.Distinct().Where(found.ContainsKey).Select(code => ((Language?)found[code].Language, found[code].Item2))]);
        var missing = string.Join(", ", read.Missing.Select(CodeOf));
        if (read.Versions.Count == 0)
        {
            section.Report(key, "no text", "a text, or one for each of es, fr, en, pt");
        }
        else if (missing.Length > 0)
        {
            diagnostics.Add(ReadingDiagnostics.MissingLanguage.At(section.PlaceOf(key), read.Versions[0].Text, missing));
        }

        return read;
    }

    /// <summary>es, fr, en or pt.</summary>
    public static string CodeOf(Language language) => language.ToString().ToLowerInvariant();
}
