using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Tamiz.Formats.Lists;

/// <summary>The consolidated list of the United Nations Security Council in XML (root CONSOLIDATED_LIST).</summary>
public static partial class UnConsolidatedXml
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
    private static readonly string[] AddressParts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"];

    /// <summary>
    /// Reads the entries; where the file breaks off, none, and TZ0204 says where. A name with semicolons is several names, the
    /// first of the kind told and the others aliases.
    /// </summary>
    /// <param name="content">The file's bytes. A document type is refused.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0201, TZ0204, TZ0207, TZ0209, TZ0212 and TZ0214.</param>
    public static IReadOnlyList<ListEntry> Read(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        if (Root(content, file, diagnostics) is not { } root)
        {
            return [];
        }

        var entries = new List<ListEntry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.Descendants().Where(node => node.Name.LocalName is "INDIVIDUAL" or "ENTITY"))
        {
            var entry = Entry(node, file, diagnostics);
            if (entry.Id.Length == 0 || entry.Names.Count == 0)
            {
                diagnostics.Add(ListDiagnostics.Nameless.At(PlaceOf(node, file), entry.Id));
            }
            else if (!ids.Add(entry.Id))
            {
                diagnostics.Add(ListDiagnostics.Duplicate.At(PlaceOf(node, file), entry.Id));
            }
            else
            {
                entries.Add(entry);
            }
        }

        if (entries.Count == 0)
        {
            diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
        }

        return entries;
    }

    private static XElement? Root(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        if (content.Length == 0)
        {
            diagnostics.Add(ListDiagnostics.NoEntries.At(new Place(file), ""));
            return null;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name.LocalName == "CONSOLIDATED_LIST")
            {
                return root;
            }

            diagnostics.Add(ListDiagnostics.BadXml.At(PlaceOf(root, file), root.Name.LocalName, "the root element CONSOLIDATED_LIST"));
        }
        catch (XmlException e)
        {
            diagnostics.Add(ListDiagnostics.BadXml.At(new Place(file, e.LineNumber, e.LinePosition), e.Message));
        }

        return null;
    }

    private static ListEntry Entry(XElement node, string file, ICollection<Diagnostic> diagnostics)
    {
        var kind = node.Name.LocalName;
        var draft = new ListDraft(Text(node, "REFERENCE_NUMBER") ?? Text(node, "DATAID") ?? "", kind == "INDIVIDUAL" ? "Person" : "Organization");
        AddNames(draft, string.Join(' ', NameParts.Select(part => Text(node, part)).OfType<string>()), ListNameKind.Primary);
        AddNames(draft, Text(node, "NAME_ORIGINAL_SCRIPT"), ListNameKind.StrongAlias);
        foreach (var alias in Children(node, kind + "_ALIAS"))
        {
            AddNames(draft, Text(alias, "ALIAS_NAME"), Kind(alias, file, diagnostics));
        }

        draft.AddProgramme(Text(node, "UN_LIST_TYPE"));
        draft.ListedOn = Listed(node, file, diagnostics);
        foreach (var nationality in Children(node, "NATIONALITY").SelectMany(value => Children(value, "VALUE")))
        {
            draft.AddCountry(Clean(nationality.Value));
        }

        foreach (var address in Children(node, kind + "_ADDRESS"))
        {
            draft.AddAddress(AddressParts.Select(part => Text(address, part)));
            draft.AddCountry(Text(address, "COUNTRY"));
        }

        AddPerson(draft, node);
        return draft.ToEntry();
    }

    private static void AddPerson(ListDraft draft, XElement node)
    {
        foreach (var document in Children(node, "INDIVIDUAL_DOCUMENT"))
        {
            if (Text(document, "NUMBER") is { } number)
            {
                draft.AddIdentifier(new ListIdentifier(Text(document, "TYPE_OF_DOCUMENT") ?? Text(document, "TYPE_OF_DOCUMENT2") ?? "Document", number,
                    Text(document, "ISSUING_COUNTRY") ?? Text(document, "COUNTRY_OF_ISSUE")));
            }
        }

        foreach (var birth in Children(node, "INDIVIDUAL_DATE_OF_BIRTH"))
        {
            var date = Text(birth, "DATE") ?? Text(birth, "YEAR")
                ?? (Text(birth, "FROM_YEAR") is { } from ? $"{from}/{Text(birth, "TO_YEAR") ?? ".."}" : null);
            draft.AddBirth(date is not null && Text(birth, "TYPE_OF_DATE") == "APPROXIMATELY" ? date + "~" : date);
        }
    }

    /// <summary>QUALITY: Good or Low for persons, a.k.a. or f.k.a. for entities, nothing where there is no alias.</summary>
    private static ListNameKind Kind(XElement alias, string file, ICollection<Diagnostic> diagnostics)
    {
        var quality = Text(alias, "QUALITY") ?? "";
        switch (quality.ToUpperInvariant())
        {
            case "GOOD" or "A.K.A.":
                return ListNameKind.StrongAlias;
            case "LOW":
                return ListNameKind.WeakAlias;
            case "F.K.A.":
                return ListNameKind.Former;
            default:
                if (Text(alias, "ALIAS_NAME") is not null)
                {
                    diagnostics.Add(ListDiagnostics.UnknownAliasType.At(PlaceOf(alias, file), quality, "Good, Low, a.k.a. or f.k.a."));
                }

                return ListNameKind.StrongAlias;
        }
    }

    /// <summary>LISTED_ON is a date, in some entries with an offset from UTC behind it.</summary>
    private static DateOnly? Listed(XElement node, string file, ICollection<Diagnostic> diagnostics)
    {
        var text = Text(node, "LISTED_ON");
        if (DateOnly.TryParseExact(text?[..Math.Min(10, text.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        diagnostics.Add(ListDiagnostics.BadDate.At(PlaceOf(node, file) with { Field = "LISTED_ON" }, text ?? ""));
        return null;
    }

    private static void AddNames(ListDraft draft, string? text, ListNameKind kind)
    {
        if (text is null || !text.Contains(';', StringComparison.Ordinal))
        {
            draft.AddName(text, kind);
            return;
        }

        foreach (var part in Separator().Split(text).Select(Clean).Where(part => part.Length > 0 && part != "original script"))
        {
            draft.AddName(part, kind);
            kind = kind == ListNameKind.Primary ? ListNameKind.StrongAlias : kind;
        }
    }

    private static IEnumerable<XElement> Children(XElement node, string name) => node.Elements().Where(child => child.Name.LocalName == name);

    private static string? Text(XElement node, string name) =>
        Children(node, name).FirstOrDefault() is { } child && Clean(child.Value) is { Length: > 0 } text ? text : null;

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Place PlaceOf(XElement node, string file) =>
        node is IXmlLineInfo info ? new Place(file, info.LineNumber, info.LinePosition, node.Name.LocalName) : new Place(file);

    /// <summary>Semicolons, brackets, and letters of a list such as "b)".</summary>
    [GeneratedRegex(@"\s[a-z]\)|[;()]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
