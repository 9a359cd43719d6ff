using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Our styles, with those of a base document of the same name before them.</summary>
/// <param name="Xml">The part's text.</param>
/// <param name="Ids">What a style of ours is called in it, where that differs.</param>
internal sealed record BaseStyles(string Xml, IReadOnlyDictionary<string, string> Ids)
{
    private static readonly XNamespace W0 = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static BaseStyles Of(string ours, ReadOnlyMemory<byte> document)
    {
        if (document.IsEmpty)
        {
            return new BaseStyles(ours, new Dictionary<string, string>());
        }

        using var stream = new MemoryStream(document.ToArray());
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        using var part = package.MainDocumentPart!.StyleDefinitionsPart!.GetStream();
        var theirs = XDocument.Load(part);
        var own = XDocument.Parse(ours);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var byName = theirs.Root!.Elements(W0 + "style").GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var taken = byName.Values.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        foreach (var style in own.Root!.Elements(W0 + "style"))
        {
            if (byName.TryGetValue(NameOf(style), out var there))
            {
                ids[IdOf(style)] = IdOf(there);
                Renumber(there, style);
            }
            else
            {
                ids[IdOf(style)] = taken.Contains(IdOf(style)) ? "Tamiz" + IdOf(style) : IdOf(style);
                theirs.Root.Add(new XElement(style));
            }
        }

        // Only what we added still has our ids.
        var renamed = new BaseStyles("", ids);
        foreach (var added in theirs.Root.Elements(W0 + "style").Where(style => !byName.ContainsValue(style)))
        {
            renamed.Rename(added);
        }

        return renamed with { Xml = theirs.Declaration + theirs.ToString(SaveOptions.DisableFormatting) };
    }

    /// <summary>Puts the base document's ids in the place of ours.</summary>
    public void Rename(OpenXmlElement body)
    {
        foreach (var used in Ids.Count == 0 ? [] : body.Descendants<W.ParagraphStyleId>())
        {
            used.Val = Ids.GetValueOrDefault(used.Val!.Value!, used.Val!.Value!);
        }

        foreach (var used in Ids.Count == 0 ? [] : body.Descendants<W.TableStyle>())
        {
            used.Val = Ids.GetValueOrDefault(used.Val!.Value!, used.Val!.Value!);
        }
    }

    /// <summary>The same for a part's text.</summary>
    public string Rename(string xml)
    {
        var part = XDocument.Parse(xml);
        Rename(part.Root!);
        return part.ToString(SaveOptions.DisableFormatting);
    }

    private void Rename(XElement element)
    {
        foreach (var value in element.DescendantsAndSelf()
            .Where(one => one.Name == W0 + "basedOn" || one.Name == W0 + "next" || one.Name == W0 + "link" || one.Name == W0 + "pStyle").Select(one => one.Attribute(W0 + "val"))
            .Append(element.Attribute(W0 + "styleId")).OfType<XAttribute>())
        {
            value.Value = Ids.GetValueOrDefault(value.Value, value.Value);
        }
    }

    // Numbers refer to a list of their own document: ours take their place.
    private static void Renumber(XElement theirs, XElement ours)
    {
        theirs.Descendants(W0 + "numPr").Remove();
        if (ours.Descendants(W0 + "numPr").FirstOrDefault() is { } numbers)
        {
            if (theirs.Element(W0 + "pPr") is not { } properties)
            {
                properties = new XElement(W0 + "pPr");
                (theirs.Element(W0 + "rPr") is { } runs ? (Action<object>)runs.AddBeforeSelf : theirs.Add)(properties);
            }

            string[] before = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"];
            var last = properties.Elements().LastOrDefault(one => before.Contains(one.Name.LocalName));
            (last is null ? (Action<object>)properties.AddFirst : last.AddAfterSelf)(new XElement(numbers));
        }
    }

    private static string NameOf(XElement style) => (string?)style.Element(W0 + "name")?.Attribute(W0 + "val") ?? "";

    private static string IdOf(XElement style) => (string?)style.Attribute(W0 + "styleId") ?? "";
}
