using System.Globalization;
using System.Text;
using Tamiz.Formats;
using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Integrity.Surveys;

/// <summary>The log of what was published, as survey/releases.yaml.</summary>
public static class ReleaseLogFile
{
    private const int DigestDigits = 64;

    /// <summary>Reads a log. Use it only where nothing of severity error was added: without its log nothing can be published safely.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2929.</param>
    public static ReleaseLog Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var entries = top.Sections("releases", required: true).Select(section => Entry(section, diagnostics)).ToList();
        top.RejectUnknownKeys();
        return new ReleaseLog(entries);
    }

    /// <summary>Writes a log.</summary>
    public static string Write(ReleaseLog log)
    {
        var text = new StringBuilder("# What was published of the survey, cell by cell. Written by Tamiz; a change here can undo the anonymity of respondents.\nreleases:\n");
        foreach (var entry in log.Entries)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  - {{round: \"{entry.Round}\", population: {entry.Population}, table: \"{entry.Table}\", cell: \"{entry.Cell}\", respondents: {entry.Respondents}, digest: \"{entry.Digest}\"}}\n");
        }

        return text.ToString();
    }

    private static ReleaseEntry Entry(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var entry = new ReleaseEntry(section.Text("round", required: true) ?? "", section.Text("population", required: true) ?? "", section.Text("table", required: true) ?? "",
            section.Text("cell") ?? "", section.Has("respondents") ? section.Whole("respondents", 0, 0) : section.Text("respondents", required: true) is null ? 0 : 1,
            section.Text("digest", required: true) ?? "");
        section.RejectUnknownKeys();
        if (entry.Digest.Length > 0 && (entry.Digest.Length != DigestDigits || !entry.Digest.All(char.IsAsciiHexDigit)))
        {
            diagnostics.Add(SurveyDiagnostics.DamagedLog.At(section.PlaceOf("digest"), entry.Digest));
        }

        return entry;
    }
}
