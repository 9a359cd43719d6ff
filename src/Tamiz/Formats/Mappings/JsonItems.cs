namespace Tamiz.Formats.Mappings;

/// <summary>Where the items of a declaration in JSON stand: each object of an array, its values under headings that begin with a prefix.</summary>
/// <param name="Array">Dotted path of the array.</param>
/// <param name="Prefix">What a path within an item is led by in a heading; empty for nothing.</param>
public sealed record JsonItems(string Array = "items", string Prefix = "item")
{
    /// <summary>Reads the key items of a mapping: the path of the array, or {array: PATH, prefix: TEXT}.</summary>
    internal static JsonItems Read(YamlSection top)
    {
        var usual = new JsonItems();
        if (!top.IsSection("items"))
        {
            return usual with { Array = top.Text("items") ?? usual.Array };
        }

        var section = top.Section("items");
        var items = new JsonItems(section.Text("array") ?? usual.Array, section.Text("prefix") ?? usual.Prefix);
        section.RejectUnknownKeys();
        return items;
    }
}
