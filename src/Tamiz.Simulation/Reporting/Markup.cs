using System.Globalization;
using System.Text;
using System.Xml;

namespace Tamiz.Simulation.Reporting;

/// <summary>Writes elements of HTML and SVG as well-formed XML: every text and attribute is escaped, what XML cannot hold is left out.</summary>
internal sealed class Markup : IDisposable
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly XmlWriter _writer;

    public Markup()
    {
        _writer = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", ConformanceLevel = ConformanceLevel.Document });
    }

    /// <summary>Opens an element; it is closed when what is returned is disposed of.</summary>
    public IDisposable Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        return new Closing(_writer);
    }

    /// <summary>An element that holds a text alone.</summary>
    public void Add(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _writer.WriteString(Clean(text));
        _writer.WriteFullEndElement();
    }

    /// <summary>An element without content that HTML knows as such, or a shape.</summary>
    public void AddEmpty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _writer.WriteEndElement();
    }

    /// <summary>A coordinate, to a tenth.</summary>
    public static string At(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What was written.</summary>
    public override string ToString()
    {
        _writer.Flush();
        return "<!DOCTYPE html>\n" + _text;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _text.Dispose();
    }

    private void Begin(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            _writer.WriteAttributeString(attribute, Clean(value));
        }
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private sealed class Closing(XmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.WriteFullEndElement();
    }
}
