using System.Text;
using Tamiz.Documents.Docx;
using Tamiz.Documents.Html;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;

namespace Tamiz.Cli.Integrity;

/// <summary>Writes documents as the ending of their file says.</summary>
internal static class DocumentFile
{
    private static readonly Dictionary<string, Func<Document, Template, byte[]>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = DocxWriter.Write,
        [".html"] = static (document, template) => Encoding.UTF8.GetBytes(HtmlWriter.Write(document, template)),
    };

    /// <summary>The endings that documents can have.</summary>
    public static IReadOnlyCollection<string> Endings => Writers.Keys;

    /// <summary>Whether a file has one of the endings.</summary>
    public static bool CanBe(string path) => Writers.ContainsKey(Path.GetExtension(path));

    /// <summary>Writes a document whole or not at all: what was there before stays where it cannot be written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(Document document, string path, Template? template = null)
    {
        var unfinished = path + ".writing";
        File.WriteAllBytes(unfinished, Writers[Path.GetExtension(path)](document, template ?? Template.Default));
        File.Move(unfinished, path, overwrite: true);
    }
}
