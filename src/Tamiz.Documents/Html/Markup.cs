using System.Globalization;
using System.Xml;

namespace Tamiz.Documents.Html;

/// <summary>Writes elements of HTML and SVG as well-formed XML: every text and attribute is escaped.</summary>
internal sealed class Markup : IDisposable
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly XmlWriter _writer;

    public Markup() => _writer = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n" });

    /// <summary>Opens an element; it is closed when what is returned is disposed of. An attribute without value is left out.</summary>
    public IDisposable Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        return new Closing(_writer);
    }

    /// <summary>An element that holds a text alone; its line feeds break lines.</summary>
    public void Add(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        Say(text);
        _writer.WriteFullEndElement();
    }

    /// <summary>An element without content that HTML knows as such, or a shape.</summary>
    public void AddEmpty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _writer.WriteEndElement();
    }

    /// <summary>A text; its line feeds break lines.</summary>
    public void Say(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                AddEmpty("br");
            }

            _writer.WriteString(lines[i]);
        }
    }

    /// <summary>A style sheet of ours, as it is.</summary>
    public void AddStyle(string css) => _writer.WriteRaw($"<style>{css}</style>");

    /// <summary>A new line of the source, for who reads it.</summary>
    public void Break() => _writer.WriteRaw("\n");

    /// <summary>A coordinate, to a tenth.</summary>
    public static string At(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What was written.</summary>
    public override string ToString()
    {
        _writer.Flush();
        return "<!DOCTYPE html>\n" + _text + "\n";
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
            if (value.Length > 0)
            {
                _writer.WriteAttributeString(attribute, value);
            }
        }
    }

    private sealed class Closing(XmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.WriteFullEndElement();
    }
}
