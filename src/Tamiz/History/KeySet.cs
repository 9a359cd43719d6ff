using System.Security.Cryptography;
using System.Text;
using Tamiz.Declarations;
using Tamiz.Formats.Mappings;

namespace Tamiz.History;

/// <summary>The kinds of keys that history is kept under, parents before their children.</summary>
public sealed class KeySet
{
    private static readonly KeyMapping[] DefaultKeys =
    [
        new(["declaration.office"], null),
        new(["declarant.id"], null),
        new(["importer.id"], null),
        new(["exporter.id"], null),
        new(["exporter.name"], null),
        new(["item.origin"], null),
        new(["item.procedure"], null),
        new([KeyDefinition.PriceBand], null),
        new(["item.hs2"], null),
        new(["item.hs4"], "item.hs2"),
        new(["item.hs6"], "item.hs4"),
        new(["item.hs6", "item.origin"], "item.hs6"),
        new(["importer.id", "item.hs4"], "importer.id"),
        new(["importer.id", "item.origin"], "importer.id"),
        new(["declarant.id", "item.hs2"], "declarant.id"),
        new(["declaration.office", "item.hs2"], "declaration.office"),
    ];

    private KeySet(IReadOnlyList<KeyDefinition> keys)
    {
        Keys = keys;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys.Select(key => $"{key.Id} {key.Parent}")))));
    }

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeyDefinition> Keys { get; }

    /// <summary>SHA-256 of the definitions, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The keys of a mapping, or the default list where it names none. A field or parent that does not exist is a diagnostic, and the key is left out.</summary>
    public static KeySet Create(IReadOnlyList<KeyMapping> mappings, string file, ICollection<Diagnostic> diagnostics)
    {
        var keys = new List<KeyDefinition>();
        foreach (var mapping in mappings.Count == 0 ? DefaultKeys : mappings)
        {
            var fields = mapping.Fields.Select(id => (Id: id, Field: Field.Find(id))).ToArray();
            var unknown = fields.FirstOrDefault(field => field.Field is null && field.Id != KeyDefinition.PriceBand);
            var parent = mapping.Parent is null ? -1 : keys.FindIndex(key => key.Id == mapping.Parent);
            if (unknown.Id is not null)
            {
                diagnostics.Add(MappingDiagnostics.UnknownField.At(new Place(file, 0, 0, "keys"), unknown.Id,
                    Nearest.To(unknown.Id, Field.Standard.Select(field => field.Id))));
            }
            else if (mapping.Parent is not null && parent < 0)
            {
                diagnostics.Add(MappingDiagnostics.UnknownField.At(new Place(file, 0, 0, "keys"), mapping.Parent, "a key that stands before this one"));
            }
            else
            {
                keys.Add(new KeyDefinition(mapping.Id, fields[0].Field, fields.Length > 1 ? fields[1].Field : null, parent));
            }
        }

        return new KeySet(keys);
    }
}
