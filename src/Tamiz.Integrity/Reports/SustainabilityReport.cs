using Tamiz.Documents.Model;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Integrity.Reports;

/// <summary>The sustainability plan as a document.</summary>
public static class SustainabilityReport
{
    /// <summary>Makes it.</summary>
    public static Document Of(SustainabilityStatement statement, ReportSetting setting)
    {
        var (words, plan) = (new ReportWords(setting), statement.Plan);
        return words.Document(words.Of(plan.Title), words.Say("sustainability.subtitle", ("version", plan.Version), ("strategy", plan.Strategy)),
        [
            new Heading(1, words["sustainability.purpose"]),
            new Paragraph(words.Of(plan.Purpose), ParagraphStyle.Emphasis),
            .. Partners(plan, words),
            new Heading(1, words["sustainability.commitments"]),
            Commitments(statement, words),
            .. Strategy(statement, words),
            .. Missions(statement, words),
            .. Handover(plan, words),
        ]);
    }

    private static IEnumerable<Block> Partners(SustainabilityPlan plan, ReportWords words)
    {
        yield return new Heading(1, words["sustainability.partners"]);
        yield return new Table(words["sustainability.partners"], words.Columns(("sustainability.partner", 3), ("sustainability.signatory", 3), ("sustainability.signed", 1.6)),
            [.. plan.Partners.Select(partner => ReportWords.Row(words.Of(partner.Title), words.Of(partner.Signatory), partner.SignedOn is null ? words["sustainability.notSigned"] : words.Of(partner.SignedOn)))]);
    }

    private static Table Commitments(SustainabilityStatement statement, ReportWords words) => new(
        words["sustainability.commitments"],
        words.Columns(("sustainability.partner", 2), ("sustainability.commitment", 4), ("plan.owner", 2.2), ("plan.due", 1.6), ("plan.status", 1.5)),
        [.. statement.Plan.Commitments.Select(one => (IReadOnlyList<Cell>)
        [
            new Cell(PartnerOf(one.By, statement.Plan, words)), new Cell(words.Of(one.Text)), new Cell(words.Of(one.Owner)), new Cell(words.Of(one.Due)),
            StatusOf(one.Status, one.Status == "open" && one.Due < statement.Date, words),
        ])]);

    private static IEnumerable<Block> Strategy(SustainabilityStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["sustainability.strategyTitle"]);
        yield return new Paragraph(statement.Strategy is { } strategy
            ? words.Say("sustainability.strategyText", ("title", words.Of(strategy.Title)), ("version", statement.Plan.Strategy),
                ("actions", words.Count("strategy.actions", strategy.Actions.Count)), ("budget", words.Money(strategy.Budget, strategy.Currency)))
            : words["sustainability.noStrategy"]);
    }

    private static IEnumerable<Block> Missions(SustainabilityStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["sustainability.missions"]);
        if (statement.Plan.Missions.Count == 0)
        {
            yield return new Paragraph(words["sustainability.noMissions"]);
        }

        foreach (var mission in statement.Plan.Missions)
        {
            var caption = words.Say("sustainability.mission", ("date", words.Of(mission.Date)), ("partner", PartnerOf(mission.By, statement.Plan, words)));
            yield return new Heading(2, caption);
            yield return new Table(caption,
                words.Columns(("sustainability.recommendation", 4), ("plan.action", 1.1), ("plan.owner", 2.2), ("plan.due", 1.6), ("plan.status", 1.5), ("sustainability.shownBy", 2.4)),
                [.. mission.Recommendations.Select(one => (IReadOnlyList<Cell>)
                [
                    new Cell(words.Of(one.Text)), new Cell(one.Action.Length == 0 ? ReportWords.Nothing : one.Action), new Cell(words.Of(one.Owner)), new Cell(words.Of(one.Due)),
                    StatusOf(one.Status, one.Status is "open" or "under-way" && one.Due < statement.Date, words),
                    new Cell(one.Evidence.Count == 0 ? ReportWords.Nothing : string.Join("\n", one.Evidence.Select(evidence => words.Of(evidence.Title)))),
                ])]);
        }
    }

    private static IEnumerable<Block> Handover(SustainabilityPlan plan, ReportWords words)
    {
        var orphans = plan.Orphans.ToList();
        yield return new Heading(1, words["sustainability.handover"]);
        yield return new Paragraph(words.Say("sustainability.handoverAbout", ("cost", words.Money(plan.CostPerYear, plan.Currency))));
        if (orphans.Count > 0)
        {
            yield return new Paragraph(words["sustainability.orphans"], ParagraphStyle.Emphasis);
            yield return new PointList([.. orphans.Select(one => words.Say("sustainability.orphan." + (one.Owner.IsEmpty ? one.Money.IsEmpty ? "both" : "owner" : "money"), ("title", words.Of(one.Title))))]);
        }

        if (plan.CostPerYear > 0)
        {
            var paid = plan.Handover.Where(item => item.CostPerYear > 0).ToList();
            yield return new Figure(words["sustainability.costChart"], string.Join("; ", paid.Select(item => $"{words.Of(item.Title)}: {words.Money(item.CostPerYear, plan.Currency)}")),
                new BarChart([.. paid.Select(item => words.Of(item.Title))], [new Series(words["sustainability.cost"], [.. paid.Select(item => (double)item.CostPerYear)])],
                    0, (double)paid.Max(item => item.CostPerYear), plan.Currency));
        }

        foreach (var item in plan.Handover)
        {
            yield return new Heading(2, words.Of(item.Title));
            yield return new Table(words.Of(item.Title), words.Columns(("sustainability.aspect", 1.6), ("sustainability.answer", 5)),
            [
                ReportWords.Row(words["sustainability.paidBy"], words.Say("sustainability.paidUntil", ("partner", PartnerOf(item.PaidBy, plan, words)), ("date", words.Of(item.Until)))),
                ReportWords.Row(words["sustainability.cost"], words.Money(item.CostPerYear, plan.Currency)),
                [new Cell(words["plan.owner"]), Filled(item.Owner.IsEmpty ? words["plan.nobody"] : words.Of(item.Owner), item.Owner.IsEmpty)],
                [new Cell(words["sustainability.money"]), Filled(item.Money.IsEmpty ? words["sustainability.noMoney"] : words.Of(item.Money), item.Money.IsEmpty)],
                ReportWords.Row(words["sustainability.skills"], words.Of(item.Skills)),
                ReportWords.Row(words["sustainability.risk"], words.Of(item.Risk)),
                ReportWords.Row(words["sustainability.fallback"], words.Of(item.Fallback)),
            ]);
        }
    }

    private static Cell Filled(string text, bool isMissing) => new(text, isMissing ? Tone.Bad : Tone.None);

    private static Cell StatusOf(string status, bool isOverdue, ReportWords words) => isOverdue ? new Cell(words["sustainability.overdue"], Tone.Bad)
        : new Cell(words["sustainability.status." + status], status is "kept" or "done" ? Tone.Good : Tone.None);

    private static string PartnerOf(string id, SustainabilityPlan plan, ReportWords words) => plan.Partners.FirstOrDefault(partner => partner.Id == id) is { } found ? words.Of(found.Title) : id;
}
