using Tamiz.Formats;
using Tamiz.Formats.Lists;

namespace Tamiz.Flow;

/// <summary>Reads a list that tamiz.yaml names under sources.</summary>
internal static class SourceReader
{
    /// <summary>The list; null where a file is missing or holds no entry.</summary>
    public static (string Id, ListSnapshot? List) Read(YamlSection section, Func<string, byte[]?> files, ICollection<Diagnostic> diagnostics)
    {
        var id = section.Text("id", required: true) ?? "";
        var format = section.Choice("format", "plain", "plain", "ofac", "un");
        var paths = section.Texts("files", required: true);
        var asOf = section.Date("asOf", required: true) ?? default;
        var contents = new List<byte[]>();
        foreach (var path in paths)
        {
            if (files(path) is { } content)
            {
                contents.Add(content);
            }
            else
            {
                diagnostics.Add(ListDiagnostics.Unreadable.At(new Place(path), ""));
            }
        }

        var entries = contents.Count != paths.Count || contents.Count == 0 ? [] : format switch
        {
            "ofac" => OfacCsv.Read(contents[0], contents.ElementAtOrDefault(1), contents.ElementAtOrDefault(2), paths[0], diagnostics),
            "un" => UnConsolidatedXml.Read(contents[0], paths[0], diagnostics),
            _ => PlainList.Read(contents[0], paths[0], diagnostics),
        };
        var list = new ListSnapshot(id, section.Text("publisher", required: true) ?? "", asOf, ListSnapshot.HashOf([.. contents]), entries)
        {
            Origin = section.Text("origin") ?? "",
            Licence = section.Text("licence") ?? "",
            Area = section.Text("area", required: true) ?? "",
            Weight = (double)section.Number("weight", 3, -10, 10),
            Mandatory = section.Flag("mandatory", false),
            MaxAgeDays = section.Whole("maxAgeDays", 30, 1, 100_000),
        };
        section.RejectUnknownKeys();
        return (id, entries.Count == 0 ? null : list);
    }
}
