using System.Globalization;
using System.Text;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Risks;

/// <summary>Processes of customs with their usual risks of corruption and controls, to begin a map with.</summary>
/// <param name="Processes">The processes.</param>
/// <param name="Risks">Their risks; likelihood and consequence are suggestions.</param>
public sealed record RiskCatalogue(IReadOnlyList<CustomsProcess> Processes, IReadOnlyList<CatalogueRisk> Risks)
{
    private static readonly string[] Kinds = ["prevents", "detects", "corrects"];

    /// <summary>The catalogue that comes with Tamiz.</summary>
    public static RiskCatalogue Standard { get; } = Read(EmbeddedText.Of("risk-catalogue.yaml"), []);

    /// <summary>The text of a first risks.yaml: residual risks stand as inherent ones, until somebody has tested the controls.</summary>
    /// <param name="date">When it is begun.</param>
    public string Begin(DateOnly date)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"date: {date:yyyy-MM-dd}\nprocesses:\n");
        foreach (var process in Processes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: {process.Id}, title: {Written(process.Title)}}}\n");
        }

        text.Append("risks:\n");
        foreach (var risk in Risks)
        {
            var exposure = FormattableString.Invariant($"{{likelihood: {risk.Likelihood}, consequence: {risk.Consequence}}}");
            text.Append(CultureInfo.InvariantCulture, $"  - id: {risk.Id}\n    process: {risk.Process}\n    title: {Written(risk.Title)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    inherent: {exposure}\n    residual: {exposure}\n    review: {date.AddMonths(6):yyyy-MM-dd}\n    controls:\n");
            foreach (var (kind, title) in risk.Controls)
            {
                text.Append(CultureInfo.InvariantCulture, $"      - {{kind: {kind}, effectiveness: untested, title: {Written(title)}}}\n");
            }

            if (risk.Monitors.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"    monitors: [{string.Join(", ", risk.Monitors)}]\n");
            }
        }

        return text.ToString();
    }

    private static string Written(LocalText text) =>
        "{" + string.Join(", ", text.Versions.Select(version => $"{LocalText.CodeOf(version.Language ?? Language.Es)}: \"{version.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")) + "}";

    /// <summary>Reads a catalogue.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953.</param>
    internal static RiskCatalogue Read(string yaml, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, "risk-catalogue.yaml", diagnostics);
        var (processIds, riskIds) = (new Ids(diagnostics), new Ids(diagnostics));
        var processes = new List<CustomsProcess>();
        var risks = new List<CatalogueRisk>();
        foreach (var process in top.Sections("processes", required: true))
        {
            processes.Add(new CustomsProcess(processIds.Read(process), LocalText.Read(process, "title", diagnostics, required: true)));
            risks.AddRange(process.Sections("risks", required: true).Select(risk => ReadRisk(risk, processes[^1].Id, riskIds, diagnostics)));
            process.RejectUnknownKeys();
        }

        top.RejectUnknownKeys();
        return new RiskCatalogue(processes, risks);
    }

    private static CatalogueRisk ReadRisk(YamlSection section, string process, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var risk = new CatalogueRisk(
            ids.Read(section), process, LocalText.Read(section, "title", diagnostics, required: true),
            section.Whole("likelihood", 0, 1, Exposure.Highest), section.Whole("consequence", 0, 1, Exposure.Highest),
            [.. section.Sections("controls", required: true).SelectMany(control => Kinds
                .Select(kind => (kind, LocalText.Read(control, kind, diagnostics))).Where(one => !one.Item2.IsEmpty))],
            section.Texts("monitors"));
        section.RejectUnknownKeys();
        return risk;
    }
}

/// <summary>A risk of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Process">Id of its process.</param>
/// <param name="Title">What can happen.</param>
/// <param name="Likelihood">Suggested, 1 to 5.</param>
/// <param name="Consequence">Suggested, 1 to 5.</param>
/// <param name="Controls">Usual controls with their kind.</param>
/// <param name="Monitors">Ids of monitors that would show it.</param>
public sealed record CatalogueRisk(
    string Id, string Process, LocalText Title, int Likelihood, int Consequence, IReadOnlyList<(string Kind, LocalText Title)> Controls, IReadOnlyList<string> Monitors);
