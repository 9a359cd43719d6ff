using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Tamiz;

/// <summary>The words of one language: what an officer reads, by code. The same codes stand in every language.</summary>
public sealed class Phrasebook
{
    private static readonly Phrasebook[] All = [.. Enum.GetValues<Language>().Select(Load)];
    private readonly Dictionary<string, string> _phrases;
    private readonly Dictionary<string, (string Literal, string? Place)[]> _templates;

    private Phrasebook(Language language, Dictionary<string, string> phrases)
    {
        Language = language;
        _phrases = phrases;
        _templates = phrases.ToDictionary(phrase => phrase.Key, phrase => Cut(phrase.Value), StringComparer.Ordinal);
        Culture = CultureInfo.ReadOnly(new CultureInfo("")
        {
            NumberFormat =
            {
                NumberDecimalSeparator = language == Language.En ? "." : ",",
                NumberGroupSeparator = language == Language.En ? "," : language == Language.Fr ? "\u202F" : ".",
            },
        });
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>How numbers are written; fixed here, so that it does not change with the machine.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The codes that have words.</summary>
    public IReadOnlyCollection<string> Codes => _phrases.Keys;

    /// <summary>The words of a language.</summary>
    public static Phrasebook Of(Language language) => All[(int)language];

    /// <summary>The same with words for an administration's own codes, by field.</summary>
    public Phrasebook With(IReadOnlyDictionary<string, string> labels) => labels.Count == 0 ? this
        : new Phrasebook(Language, new Dictionary<string, string>(
            [.. _phrases, .. labels.Select(label => KeyValuePair.Create("field." + label.Key, label.Value))], StringComparer.Ordinal));

    /// <summary>The language of a code es, fr, en or pt; null for another.</summary>
    public static Language? Find(string code) => Enum.GetValues<Language>().Cast<Language?>()
        .FirstOrDefault(language => string.Equals(language.ToString(), code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words for a code; null where there are none.</summary>
    public string? Find(string code, string prefix) => _phrases.GetValueOrDefault(prefix + "." + code);

    /// <summary>The words for a code.</summary>
    /// <exception cref="KeyNotFoundException">The language has no words for it.</exception>
    public string this[string code] => _phrases[code];

    /// <summary>The words for a code, its {name} places filled in.</summary>
    public string Say(string code, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var text = new StringBuilder(this[code]);
        foreach (var (name, value) in places)
        {
            text.Replace("{" + name + "}", value);
        }

        return text.ToString();
    }

    /// <summary>Writes the words for a code into a text, its {name} places filled in by a function.</summary>
    public void Say(string code, StringBuilder into, Action<string, StringBuilder> fill)
    {
        foreach (var (literal, place) in _templates[code])
        {
            into.Append(literal);
            if (place is not null)
            {
                fill(place, into);
            }
        }
    }

    /// <summary>A share as a percentage with one decimal; below 0.1 % with two.</summary>
    public string Percent(double share) =>
        (share * 100).ToString(Math.Abs(share) < 0.001 ? "F2" : "F1", Culture) + (Language == Language.En ? "%" : "\u00A0%");

    /// <summary>A number with at most two decimals and grouped thousands.</summary>
    public string Number(double value) => Math.Abs(value) >= 100 || value == Math.Truncate(value) ? value.ToString("N0", Culture) : value.ToString("0.##", Culture);

    private static (string Literal, string? Place)[] Cut(string phrase)
    {
        var parts = new List<(string, string?)>();
        var start = 0;
        while (phrase.IndexOf('{', start) is var open and >= 0 && phrase.IndexOf('}', open) is var close and > 0)
        {
            parts.Add((phrase[start..open], phrase[(open + 1)..close]));
            start = close + 1;
        }

        parts.Add((phrase[start..], null));
        return [.. parts];
    }

    private static Phrasebook Load(Language language)
    {
        var name = $"Tamiz.Words.{language.ToString().ToLowerInvariant()}.yaml";
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not in the assembly");
        var yaml = new YamlStream();
        yaml.Load(new StreamReader(stream));
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect((YamlMappingNode)yaml.Documents[0].RootNode, "", phrases);
        return new Phrasebook(language, phrases);
    }

    private static void Collect(YamlMappingNode node, string prefix, Dictionary<string, string> into)
    {
        foreach (var (key, value) in node.Children)
        {
            var code = prefix + ((YamlScalarNode)key).Value;
            if (value is YamlMappingNode section)
            {
                Collect(section, code + ".", into);
            }
            else
            {
                into.Add(code, ((YamlScalarNode)value).Value ?? "");
            }
        }
    }
}
