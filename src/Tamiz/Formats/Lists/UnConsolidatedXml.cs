using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Tamiz.Formats.Lists;

/// <summary>The consolidated list of the United Nations Security Council in XML (root CONSOLIDATED_LIST).</summary>
public static class UnConsolidatedXml
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    /// <summary>Reads the entries; where the file breaks off, none, and TZ0204 says where.</summary>
    public static IReadOnlyList<ListEntry> Read(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name.LocalName != "CONSOLIDATED_LIST")
            {
                diagnostics.Add(ListDiagnostics.BadXml.At(new Place(file, 1), root.Name.LocalName, "the root element CONSOLIDATED_LIST"));
                return [];
            }

            var entries = root.Descendants("INDIVIDUAL").Select(node => Entry(node, "Person", "INDIVIDUAL"))
                .Concat(root.Descendants("ENTITY").Select(node => Entry(node, "Organization", "ENTITY")))
                .Where(entry => entry.Names.Count > 0).ToList();
            if (entries.Count == 0)
            {
                diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
            }

            return entries;
        }
        catch (XmlException e)
        {
            diagnostics.Add(ListDiagnostics.BadXml.At(new Place(file, e.LineNumber, e.LinePosition), e.Message));
            return [];
        }
    }

    private static ListEntry Entry(XElement node, string schema, string prefix)
    {
        var names = new List<ListName>();
        Add(names, string.Join(' ', NameParts.Select(part => Text(node, part)).OfType<string>()),
            ListNameKind.Primary);
        Add(names, Text(node, "NAME_ORIGINAL_SCRIPT"), ListNameKind.StrongAlias);
        foreach (var alias in node.Elements(prefix + "_ALIAS"))
        {
            var kind = Text(alias, "QUALITY") switch
            {
                "Low" => ListNameKind.WeakAlias,
                { } quality when quality.StartsWith('F') => ListNameKind.Former,
                _ => ListNameKind.StrongAlias,
            };
            Add(names, Text(alias, "ALIAS_NAME"), kind);
        }

        return new ListEntry(Text(node, "REFERENCE_NUMBER") ?? Text(node, "DATAID") ?? "", schema, names)
        {
            ListedOn = DateOnly.TryParseExact(Text(node, "LISTED_ON")?[..Math.Min(10, Text(node, "LISTED_ON")!.Length)], "yyyy-MM-dd",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var listed) ? listed : null,
            Programmes = Text(node, "UN_LIST_TYPE") is { } type ? [type] : [],
            Addresses = [.. node.Elements(prefix + "_ADDRESS").Select(address => string.Join(", ", address.Elements().Select(part => part.Value.Trim())
                .Where(part => part.Length > 0))).Where(address => address.Length > 0)],
        };
    }

    private static string? Text(XElement node, string name) => node.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static void Add(List<ListName> names, string? text, ListNameKind kind)
    {
        if (text is { Length: > 0 })
        {
            names.Add(new ListName(text, kind));
        }
    }
}
