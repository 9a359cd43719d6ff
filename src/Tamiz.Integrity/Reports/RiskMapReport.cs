using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Risks;

namespace Tamiz.Integrity.Reports;

/// <summary>The corruption risk map as a document.</summary>
public static class RiskMapReport
{
    private static readonly string[] Bands = ["extreme", "high", "moderate", "low"];

    /// <summary>Makes it.</summary>
    public static Document Of(RiskMapStatement statement, ReportSetting setting)
    {
        var words = new ReportWords(setting);
        var map = statement.Map;
        var numbers = map.ByResidual.Select((risk, index) => (risk.Id, index + 1)).ToDictionary(one => one.Id, one => one.Item2, StringComparer.Ordinal);
        return words.Document(words["corruption.title"], words.Say("corruption.subtitle", ("date", words.Of(map.Date))),
        [
            new Heading(1, words["corruption.about"]),
            new Paragraph(words.Say("corruption.method", ("risks", words.Count("corruption.risks", map.Risks.Count)), ("processes", words.Count("corruption.processes", map.Processes.Count)))),
            new Paragraph(words["corruption.reservation"], ParagraphStyle.Note),
            new Heading(1, words["corruption.maps"]),
            Heat(map, residual: false, words),
            Heat(map, residual: true, words),
            new Heading(1, words["corruption.list"]),
            List(map, numbers, words),
            new Heading(1, words["corruption.controls"]),
            .. map.Processes.SelectMany(process => Controls(process, map, numbers, words)),
            .. Links(statement, words),
        ]);
    }

    private static Figure Heat(RiskMap map, bool residual, ReportWords words)
    {
        var grid = map.Grid(residual);
        string[] across = [.. Enumerable.Range(1, Exposure.Highest).Select(one => words[$"corruption.consequence.{one}"])];
        string[] up = [.. Enumerable.Range(1, Exposure.Highest).Select(one => words[$"corruption.likelihood.{one}"])];
        IReadOnlyList<IReadOnlyList<Cell>> cells = [.. Enumerable.Range(0, Exposure.Highest).Select(likelihood => (IReadOnlyList<Cell>)
            [.. Enumerable.Range(0, Exposure.Highest).Select(consequence => new Cell(CountOf(grid[likelihood, consequence].Count), ToneOf(new Exposure(likelihood + 1, consequence + 1))))])];
        var bands = map.Risks.GroupBy(risk => (residual ? risk.Residual : risk.Inherent).Band).ToDictionary(band => band.Key, band => band.Count());
        var message = string.Join("; ", Bands.Select(band => $"{words["corruption.band." + band]}: {bands.GetValueOrDefault(band)}"));
        var caption = words[residual ? "corruption.residualMap" : "corruption.inherentMap"];
        return new Figure(caption, words.Say("corruption.alternative", ("caption", caption), ("bands", message)),
            new GridChart(across, up, words["corruption.consequence.title"], words["corruption.likelihood.title"], cells));
    }

    private static string CountOf(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static Tone ToneOf(Exposure exposure) => exposure.Band switch { "extreme" => Tone.Bad, "high" => Tone.Poor, "moderate" => Tone.Middling, _ => exposure.Score <= 2 ? Tone.Good : Tone.Fair };

    private static Table List(RiskMap map, Dictionary<string, int> numbers, ReportWords words) => new(
        words["corruption.list"],
        words.Columns(("plan.number", -0.7), ("corruption.risk", 4.2), ("corruption.process", 2), ("corruption.inherent", -1.5), ("corruption.residual", -1.5), ("plan.owner", 2.2), ("corruption.review", 1.6)),
        [.. map.ByResidual.Select(risk => (IReadOnlyList<Cell>)
        [
            new Cell($"{numbers[risk.Id]}"), new Cell(words.Of(risk.Title)), new Cell(TitleOf(risk.Process, map, words)), CellOf(risk.Inherent), CellOf(risk.Residual),
            new Cell(risk.Owner.IsEmpty ? words["plan.nobody"] : words.Of(risk.Owner)), new Cell(words.Of(risk.Review)),
        ])]);

    private static Cell CellOf(Exposure exposure) => new($"{exposure.Likelihood} × {exposure.Consequence} = {exposure.Score}", ToneOf(exposure));

    private static string TitleOf(string process, RiskMap map, ReportWords words) => map.Processes.FirstOrDefault(one => one.Id == process) is { } found ? words.Of(found.Title) : process;

    private static IEnumerable<Block> Controls(CustomsProcess process, RiskMap map, Dictionary<string, int> numbers, ReportWords words)
    {
        var rows = map.Risks.Where(risk => risk.Process == process.Id).OrderBy(risk => numbers[risk.Id])
            .SelectMany(risk => risk.Controls.Select(control => ReportWords.Row(
                $"{numbers[risk.Id]}", words.Of(control.Title), words["corruption.kind." + control.Kind], words["corruption.effect." + control.Effectiveness], words.Of(control.Owner)))).ToList();
        if (rows.Count > 0)
        {
            yield return new Heading(2, words.Of(process.Title));
            yield return new Table(words.Say("corruption.controlsOf", ("process", words.Of(process.Title))),
                words.Columns(("plan.number", -0.7), ("corruption.control", 5), ("corruption.kindTitle", 1.4), ("corruption.effectTitle", 1.8), ("plan.owner", 2.4)), rows);
        }
    }

    private static IEnumerable<Block> Links(RiskMapStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["corruption.links"]);
        yield return new Paragraph(words["corruption.linksAbout"]);
        var links = statement.Map.Risks.SelectMany(risk => risk.Monitors.Select(id => (Risk: risk, Id: id, What: "monitor", There: statement.Links.Monitors.Contains(id)))
            .Concat(risk.Findings.Select(id => (Risk: risk, Id: id, What: "finding", There: statement.Links.Findings.Contains(id))))).ToList();
        if (links.Count > 0)
        {
            yield return new Table(words["corruption.links"], words.Columns(("corruption.risk", 4), ("corruption.linkKind", 1.3), ("corruption.linkId", 2.2), ("plan.status", 1.8)),
                [.. links.Select(link => ReportWords.Row(words.Of(link.Risk.Title), words["corruption.link." + link.What], link.Id, words[link.There ? "corruption.there" : "corruption.notThere"]))]);
        }
    }
}
