using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Tamiz;

/// <summary>The words of one language: what an officer reads, by code. The same codes stand in every language.</summary>
public sealed class Phrasebook
{
    private static readonly Phrasebook[] All = [.. Enum.GetValues<Language>().Select(Load)];
    private readonly Dictionary<string, Dictionary<string, Phrase>> _sections;
    private readonly Dictionary<string, Phrase> _words;
    private readonly byte[] _point;
    private readonly byte[] _group;
    private readonly byte[] _percent;

    private Phrasebook(Language language, Dictionary<string, Dictionary<string, Phrase>> sections)
    {
        Language = language;
        _sections = sections;
        _point = language == Language.En ? "."u8.ToArray() : ","u8.ToArray();
        _group = (language switch { Language.En => ","u8, Language.Fr => "\u202F"u8, _ => "."u8 }).ToArray();
        _percent = language == Language.En ? "%"u8.ToArray() : "\u00A0%"u8.ToArray();
        Culture = CultureInfo.ReadOnly(new CultureInfo("")
        {
            NumberFormat = { NumberDecimalSeparator = Encoding.UTF8.GetString(_point), NumberGroupSeparator = Encoding.UTF8.GetString(_group) },
        });
        Codes = [.. sections.SelectMany(section => section.Value.Keys.Select(code => section.Key + "." + code))];
        _words = sections["field"].Concat(sections["check"]).Concat(sections["band"]).DistinctBy(word => word.Key).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>How numbers are written; fixed here, so that it does not change with the machine.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The codes that have words.</summary>
    public IReadOnlyCollection<string> Codes { get; }

    /// <summary>The words of a language.</summary>
    public static Phrasebook Of(Language language) => All[(int)language];

    /// <summary>The same with words for an administration's own codes, by field.</summary>
    public Phrasebook With(IReadOnlyDictionary<string, string> labels)
    {
        if (labels.Count == 0)
        {
            return this;
        }

        var fields = new Dictionary<string, Phrase>(_sections["field"], StringComparer.Ordinal);
        foreach (var (field, label) in labels)
        {
            fields[field] = new Phrase(label);
        }

        return new Phrasebook(Language, new Dictionary<string, Dictionary<string, Phrase>>(_sections, StringComparer.Ordinal) { ["field"] = fields });
    }

    /// <summary>The same with further sections of words.</summary>
    /// <param name="yaml">Sections of codes and words, none of which is there already.</param>
    /// <exception cref="ArgumentException">A section is there already.</exception>
    public Phrasebook WithSections(string yaml)
    {
        var sections = new Dictionary<string, Dictionary<string, Phrase>>(_sections, StringComparer.Ordinal);
        foreach (var (key, section) in Sections(new StringReader(yaml)))
        {
            sections.Add(key, section);
        }

        return new Phrasebook(Language, sections);
    }

    /// <summary>The language of a code es, fr, en or pt; null for another.</summary>
    public static Language? Find(string code) => Enum.GetValues<Language>().Cast<Language?>()
        .FirstOrDefault(language => string.Equals(language.ToString(), code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words for a code; null where there are none.</summary>
    public string? Find(string code, string prefix) => _sections.GetValueOrDefault(prefix)?.GetValueOrDefault(code)?.Text;

    /// <summary>The words for a code.</summary>
    /// <exception cref="KeyNotFoundException">The language has no words for it.</exception>
    public string this[string code] => Of(code).Text;

    /// <summary>The words for a code, its {name} places filled in.</summary>
    public string Say(string code, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var text = new Utf8Text();
        foreach (var (literal, place) in Of(code).Pieces)
        {
            text.Append(literal);
            text.Append(place is null ? "" : ValueOf(place, places));
        }

        return text.ToString();
    }

    /// <summary>A share as a percentage with one decimal; below 0.1 % with two.</summary>
    public string Percent(double share)
    {
        var text = new Utf8Text();
        Percent(share, text);
        return text.ToString();
    }

    /// <summary>Writes a share as a percentage with one decimal; below 0.1 % with two.</summary>
    public void Percent(double share, Utf8Text into)
    {
        into.AppendFixed(share * 100, Math.Abs(share) < 0.001 ? 2 : 1, _point, []);
        into.Append(_percent);
    }

    /// <summary>A number with at most two decimals and grouped thousands; without decimals from 100.</summary>
    public string Number(double value)
    {
        var text = new Utf8Text();
        Number(value, text);
        return text.ToString();
    }

    /// <summary>Writes a number with at most two decimals, half away from zero, and grouped thousands; without decimals from 100.</summary>
    public void Number(double value, Utf8Text into)
    {
        value = Math.Abs(value) >= 100 || value == Math.Truncate(value) ? value : Math.Round(value, 2, MidpointRounding.AwayFromZero);
        value += 0.0; // What rounds to zero has no sign.
        if (Math.Abs(value) >= 100 || value == Math.Truncate(value))
        {
            into.AppendFixed(value, 0, _point, _group);
            return;
        }

        into.AppendFixed(value, 2, _point, []);
        var kept = into.Written.TrimEnd((byte)'0');
        into.CutTo(kept.Length - (kept.EndsWith(_point) ? _point.Length : 0));
    }

    /// <summary>Writes the words for the code of a field, a check or a band; where there are none, see <see cref="OwnCode.Say"/>.</summary>
    internal void Word(string code, Utf8Text into)
    {
        if (_words.TryGetValue(code, out var phrase))
        {
            into.Append(phrase.Utf8);
        }
        else
        {
            into.Append(OwnCode.Say(code, this));
        }
    }

    /// <summary>The words for a code of a section, cut at their places: each literal stands before its place.</summary>
    internal ReadOnlySpan<(byte[] Literal, string? Place)> Pieces(string section, string code) => _sections[section][code].Pieces;

    private static string ValueOf(string place, ReadOnlySpan<(string Name, string Value)> places)
    {
        foreach (var (name, value) in places)
        {
            if (name == place)
            {
                return value;
            }
        }

        return "{" + place + "}";
    }

    private Phrase Of(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && _sections.TryGetValue(code[..dot], out var section) && section.TryGetValue(code[(dot + 1)..], out var phrase)
            ? phrase
            : throw new KeyNotFoundException($"There are no words for {code} in {Language}.");
    }

    private static Phrasebook Load(Language language)
    {
        var name = $"Tamiz.Words.{language.ToString().ToLowerInvariant()}.yaml";
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not in the assembly");
        return new Phrasebook(language, Sections(new StreamReader(stream)));
    }

    private static Dictionary<string, Dictionary<string, Phrase>> Sections(TextReader text)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        var sections = new Dictionary<string, Dictionary<string, Phrase>>(StringComparer.Ordinal);
        foreach (var (key, value) in ((YamlMappingNode)yaml.Documents[0].RootNode).Children)
        {
            var section = new Dictionary<string, Phrase>(StringComparer.Ordinal);
            Collect((YamlMappingNode)value, "", section);
            sections.Add(((YamlScalarNode)key).Value ?? "", section);
        }

        return sections;
    }

    private static void Collect(YamlMappingNode node, string prefix, Dictionary<string, Phrase> into)
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
                into.Add(code, new Phrase(((YamlScalarNode)value).Value ?? ""));
            }
        }
    }

    private sealed class Phrase(string text)
    {
        public string Text { get; } = text;

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

        public (byte[] Literal, string? Place)[] Pieces { get; } = Cut(text);

        private static (byte[] Literal, string? Place)[] Cut(string text)
        {
            var pieces = new List<(byte[], string?)>();
            var start = 0;
            while (text.IndexOf('{', start) is var open and >= 0 && text.IndexOf('}', open) is var close and > 0)
            {
                pieces.Add((Encoding.UTF8.GetBytes(text[start..open]), text[(open + 1)..close]));
                start = close + 1;
            }

            pieces.Add((Encoding.UTF8.GetBytes(text[start..]), null));
            return [.. pieces];
        }
    }
}
