namespace Tamiz.Formats.Mappings;

/// <summary>A key under which history is kept, as a mapping or a home names it.</summary>
/// <param name="Fields">One or two field ids.</param>
/// <param name="Parent">The key that its rate is smoothed toward, as its fields joined by +; null for the overall rate.</param>
public sealed record KeyMapping(IReadOnlyList<string> Fields, string? Parent)
{
    /// <summary>The fields joined by +.</summary>
    public string Id => string.Join('+', Fields);

    /// <summary>Reads a list of keys: each a field id, or {key: [field, field], parent: key}.</summary>
    public static IReadOnlyList<KeyMapping> Read(YamlSection section, string key, ICollection<Diagnostic> diagnostics)
    {
        var keys = new List<KeyMapping>();
        foreach (var line in section.Sections(key))
        {
            var mapping = new KeyMapping(line.Texts("key", required: true), line.Text("parent"));
            line.RejectUnknownKeys();
            if (mapping.Fields.Count is 0 or > 2 || mapping.Fields.Any(field => field.Contains("mass", StringComparison.OrdinalIgnoreCase)))
            {
                diagnostics.Add(MappingDiagnostics.KeyTooNarrow.At(line.Place with { Field = key }, mapping.Id));
            }
            else
            {
                keys.Add(mapping);
            }
        }

        return keys;
    }
}
