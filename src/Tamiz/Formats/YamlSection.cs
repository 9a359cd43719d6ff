using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tamiz.Formats;

/// <summary>
/// A mapping node of a YAML file, read key by key; every value that does not fit, and every key that nobody read, becomes
/// a diagnostic with its line and column.
/// </summary>
public sealed class YamlSection
{
    private readonly YamlMappingNode? _node;
    private readonly string _file;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly List<string> _known = [];

    private YamlSection(YamlMappingNode? node, string file, ICollection<Diagnostic> diagnostics)
    {
        _node = node;
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>Where the section begins.</summary>
    public Place Place => PlaceOf(_node, "");

    /// <summary>Where a key of the section stands; where the section begins if it lacks the key.</summary>
    public Place PlaceOf(string key) =>
        PlaceOf(_node?.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(node => node.Value == key) ?? (YamlNode?)_node, key);

    /// <summary>The keys as written, in order.</summary>
    public IEnumerable<string> Keys => _node is null ? [] : _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>Reads a YAML text. Where it is not one, the section is empty and a diagnostic (TZ0101) says where.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives what was wrong.</param>
    public static YamlSection Parse(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new MergingParser(new Parser(new StringReader(text))));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode node)
            {
                return new YamlSection(node, file, diagnostics);
            }

            diagnostics.Add(YamlDiagnostics.NotYaml.At(new Place(file), stream.Documents.Count == 0 ? "" : "a list or a single value"));
        }
        catch (YamlException e)
        {
            diagnostics.Add(YamlDiagnostics.NotYaml.At(
                new Place(file, Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column)), e.InnerException?.Message ?? e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser lets these through for some broken texts, without the place.
            diagnostics.Add(YamlDiagnostics.NotYaml.At(new Place(file, 1), e.Message));
        }

        return new YamlSection(null, file, diagnostics);
    }

    /// <summary>The same section, its diagnostics going elsewhere.</summary>
    public YamlSection ReportingTo(ICollection<Diagnostic> diagnostics) => new(_node, _file, diagnostics);

    /// <summary>Whether the key stands in the section with a value.</summary>
    public bool Has(string key) => Find(key) is not (null or YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain });

    /// <summary>Whether the key's value is a section of keys.</summary>
    public bool IsSection(string key) => Find(key) is YamlMappingNode;

    /// <summary>A text; null, with TZ0103 where <paramref name="required"/>, if it is not there.</summary>
    public string? Text(string key, bool required = false) => Scalar(key, required)?.Value;

    /// <summary>A whole number within bounds, both included.</summary>
    public int Whole(string key, int otherwise, int min = int.MinValue, int max = int.MaxValue) =>
        Read(key, otherwise, (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max,
            $"a whole number from {min} to {max}");

    /// <summary>A number within bounds, both included; a value such as 5 % means 0.05.</summary>
    public decimal Number(string key, decimal otherwise, decimal min = decimal.MinValue, decimal max = decimal.MaxValue) =>
        Read(key, otherwise, (string text, out decimal value) => TryNumber(text, out value) && value >= min && value <= max,
            min == decimal.MinValue && max == decimal.MaxValue ? "a number" : $"a number from {min} to {max}");

    /// <summary>true or false.</summary>
    public bool Flag(string key, bool otherwise) => Read(key, otherwise, (string text, out bool value) => bool.TryParse(text, out value), "true or false");

    /// <summary>A date as YYYY-MM-DD, or null.</summary>
    public DateOnly? Date(string key, bool required = false)
    {
        var scalar = Scalar(key, required);
        if (scalar?.Value is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(key, text, "a date as YYYY-MM-DD");
        return null;
    }

    /// <summary>One of the given words.</summary>
    public string Choice(string key, string otherwise, params ReadOnlySpan<string> words)
    {
        var text = Text(key) ?? otherwise;
        foreach (var word in words)
        {
            if (string.Equals(word, text, StringComparison.Ordinal))
            {
                return text;
            }
        }

        Report(key, text, "one of " + string.Join(", ", words.ToArray()));
        return otherwise;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key, bool required = false)
    {
        var node = Find(key);
        switch (node)
        {
            case YamlSequenceNode sequence when sequence.Children.All(child => child is YamlScalarNode):
                return [.. sequence.Children.Cast<YamlScalarNode>().Select(child => child.Value ?? "")];
            case YamlScalarNode scalar when Has(key):
                return [scalar.Value ?? ""];
            case null or YamlScalarNode:
                Missing(key, required);
                return [];
            default:
                Report(key, "a nested section", "a list of values");
                return [];
        }
    }

    /// <summary>A section below this one; empty where the key is missing.</summary>
    public YamlSection Section(string key, bool required = false)
    {
        var node = Find(key);
        if (node is not (null or YamlMappingNode) && Has(key))
        {
            Report(key, "a value or a list", "a section of keys");
        }
        else if (node is not YamlMappingNode)
        {
            Missing(key, required);
        }

        return new YamlSection(node as YamlMappingNode, _file, _diagnostics);
    }

    /// <summary>A list of sections; empty where the key is missing.</summary>
    public IReadOnlyList<YamlSection> Sections(string key, bool required = false)
    {
        switch (Find(key))
        {
            case YamlSequenceNode sequence when sequence.Children.All(child => child is YamlMappingNode):
                return [.. sequence.Children.Select(child => new YamlSection((YamlMappingNode)child, _file, _diagnostics))];
            case null:
                Missing(key, required);
                return [];
            default:
                if (Has(key))
                {
                    Report(key, "something else", "a list of sections, each beginning with -");
                }

                return [];
        }
    }

    /// <summary>Adds a diagnostic (TZ0104) about the value of a key.</summary>
    public void Report(string key, string found, string expected) =>
        _diagnostics.Add(YamlDiagnostics.BadValue.At(PlaceOf(Find(key) ?? _node, key), found, expected));

    /// <summary>Adds a diagnostic (TZ0102) for each key that nobody has asked for, with the nearest known one. Call it last.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var key in _node?.Children.Keys.OfType<YamlScalarNode>() ?? [])
        {
            if (!_known.Contains(key.Value ?? "", StringComparer.Ordinal))
            {
                var near = Nearest.To(key.Value ?? "", _known);
                _diagnostics.Add(YamlDiagnostics.UnknownKey.At(PlaceOf(key, key.Value ?? ""), key.Value ?? "",
                    near is null ? "one of " + string.Join(", ", _known) : $"«{near}»"));
            }
        }
    }

    private static bool TryNumber(string text, out decimal value)
    {
        var percent = text.EndsWith('%');
        var digits = percent ? text[..^1].TrimEnd() : text;
        var fits = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = percent ? value / 100 : value;
        return fits;
    }

    private delegate bool Reader<T>(string text, out T value);

    private T Read<T>(string key, T otherwise, Reader<T> read, string expected)
    {
        var text = Text(key);
        if (text is null or "")
        {
            return otherwise;
        }

        if (read(text, out var value))
        {
            return value;
        }

        Report(key, text, expected);
        return otherwise;
    }

    private YamlScalarNode? Scalar(string key, bool required)
    {
        var node = Find(key);
        if (!Has(key))
        {
            Missing(key, required);
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return scalar;
        }

        Report(key, "a list or a section", "a single value");
        return null;
    }

    private void Missing(string key, bool required)
    {
        if (required)
        {
            _diagnostics.Add(YamlDiagnostics.MissingKey.At(PlaceOf(_node, key), "", $"«{key}»"));
        }
    }

    private YamlNode? Find(string key)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        return _node is not null && _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private Place PlaceOf(YamlNode? node, string key) =>
        new(_file, Math.Max(1, node?.Start.Line ?? 1), (int)Math.Max(1, node?.Start.Column ?? 1), key);
}
