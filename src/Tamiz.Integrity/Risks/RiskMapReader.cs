using System.Globalization;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Risks;

/// <summary>Reads integrity/risks.yaml.</summary>
public static class RiskMapReader
{
    /// <summary>Reads a map. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="links">Which monitors and findings there are, and the day on which reviews are due.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953, TZ2970 to TZ2977.</param>
    public static RiskMap Read(string yaml, string file, RiskLinks links, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var date = top.Date("date", required: true) ?? default;
        var (processIds, riskIds) = (new Ids(diagnostics), new Ids(diagnostics));
        var processes = top.Sections("processes", required: true).Select(section => ReadProcess(section, processIds, diagnostics)).ToList();
        var risks = new List<CorruptionRisk>();
        foreach (var section in top.Sections("risks", required: true))
        {
            var risk = ReadRisk(section, riskIds, diagnostics);
            Ids.Demand(risk.Process, processIds.Taken, section.PlaceOf("process"), diagnostics);
            Check(risk, section, links, diagnostics);
            section.RejectUnknownKeys();
            risks.Add(risk);
        }

        top.RejectUnknownKeys();
        if (risks.Count == 0)
        {
            diagnostics.Add(RiskDiagnostics.NoRisks.At(top.PlaceOf("risks"), ""));
        }

        return new RiskMap(date, processes, risks);
    }

    private static CustomsProcess ReadProcess(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var process = new CustomsProcess(ids.Read(section), LocalText.Read(section, "title", diagnostics, required: true));
        section.RejectUnknownKeys();
        return process;
    }

    private static CorruptionRisk ReadRisk(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics) => new(
        ids.Read(section),
        section.Text("process", required: true) ?? "",
        LocalText.Read(section, "title", diagnostics, required: true),
        ReadExposure(section, "inherent"),
        ReadExposure(section, "residual"),
        LocalText.Read(section, "owner", diagnostics),
        section.Date("review"),
        [.. section.Sections("controls").Select(control => ReadControl(control, diagnostics))],
        section.Texts("monitors"),
        section.Texts("findings"));

    private static Exposure ReadExposure(YamlSection section, string key)
    {
        var exposure = section.Section(key, required: true);
        foreach (var part in new[] { "likelihood", "consequence" })
        {
            _ = exposure.Text(part, required: section.IsSection(key));
        }

        var read = new Exposure(exposure.Whole("likelihood", 1, 1, Exposure.Highest), exposure.Whole("consequence", 1, 1, Exposure.Highest));
        exposure.RejectUnknownKeys();
        return read;
    }

    private static RiskControl ReadControl(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var control = new RiskControl(
            LocalText.Read(section, "title", diagnostics, required: true),
            section.Choice("kind", "prevents", "prevents", "detects", "corrects"),
            LocalText.Read(section, "owner", diagnostics),
            section.Choice("effectiveness", "untested", "untested", "weak", "partial", "strong"));
        section.RejectUnknownKeys();
        return control;
    }

    private static void Check(CorruptionRisk risk, YamlSection section, RiskLinks links, ICollection<Diagnostic> diagnostics)
    {
        var score = FormattableString.Invariant($"{risk.Residual.Likelihood} × {risk.Residual.Consequence}");
        if (risk.Residual.Likelihood > risk.Inherent.Likelihood || risk.Residual.Consequence > risk.Inherent.Consequence)
        {
            diagnostics.Add(RiskDiagnostics.ResidualAbove.At(section.PlaceOf("residual"), score));
        }
        else if (risk.Residual.Score < risk.Inherent.Score && risk.Controls.All(control => control.Effectiveness is "untested"))
        {
            diagnostics.Add(RiskDiagnostics.ReducedByNothing.At(section.PlaceOf("residual"), score));
        }

        if (risk.Owner.IsEmpty)
        {
            diagnostics.Add(RiskDiagnostics.NoOwner.At(section.PlaceOf("owner"), risk.Id));
        }

        if (risk.Review is not { } review || review < links.Today)
        {
            diagnostics.Add(RiskDiagnostics.ReviewOverdue.At(section.PlaceOf("review"), risk.Review?.ToString("O", CultureInfo.InvariantCulture) ?? ""));
        }

        foreach (var monitor in risk.Monitors.Where(monitor => !links.Monitors.Contains(monitor, StringComparer.Ordinal)))
        {
            diagnostics.Add(RiskDiagnostics.NoMonitor.At(section.PlaceOf("monitors"), monitor));
        }

        foreach (var finding in risk.Findings.Where(finding => !links.Findings.Contains(finding, StringComparer.Ordinal)))
        {
            diagnostics.Add(RiskDiagnostics.NoFinding.At(section.PlaceOf("findings"), finding));
        }
    }
}
