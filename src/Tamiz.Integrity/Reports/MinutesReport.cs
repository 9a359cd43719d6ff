using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Integrity.Reports;

/// <summary>The minutes of a workshop session, with its agenda; before it is held, its invitation.</summary>
public static class MinutesReport
{
    /// <summary>Makes them.</summary>
    public static Document Of(MinutesStatement statement, ReportSetting setting)
    {
        var (words, session) = (new ReportWords(setting), statement.Session);
        return words.Document(words.Say("workshop.title", ("number", $"{session.Number}")), words.Say("workshop.subtitle", ("date", words.Of(session.Date)), ("place", words.Of(session.Place))),
        [
            new Heading(1, words["workshop.agendaTitle"]),
            new Table(words["workshop.agendaTitle"], words.Columns(("workshop.time", 1), ("workshop.point", 3), ("workshop.howTitle", 5)),
                [.. Agenda.Of(session.Number, session.Begin, session.Proposals.Count).Select(point => ReportWords.Row(
                    point.Begin.ToString("HH:mm", CultureInfo.InvariantCulture), words["workshop.agenda." + point.Code], words["workshop.how." + point.Code]))]),
            new Heading(1, words["workshop.present"]),
            new Table(words["workshop.present"], words.Columns(("plan.unit", 4), ("assessment.count", -1)),
                [.. session.Participants.Select(unit => ReportWords.Row(words.Of(unit.Title), words.Of((double)unit.Count))), ReportWords.Row(words["plan.total"], words.Of((double)session.Present))]),
            .. Proposals(session, words),
            .. Votes(statement, words),
            new Heading(1, words["workshop.decisions"]),
            session.Decisions.Count == 0 ? new Paragraph(words["workshop.noDecisions"]) : new PointList([.. session.Decisions.Select(words.Of)], Numbered: true),
        ]);
    }

    private static IEnumerable<Block> Proposals(Workshop session, ReportWords words)
    {
        yield return new Heading(1, words["workshop.proposals"]);
        yield return session.Proposals.Count == 0 ? new Paragraph(words["workshop.noProposals"])
            : new Table(words["workshop.proposals"], words.Columns(("plan.id", 1), ("workshop.proposal", 4), ("workshop.from", 2.5), ("workshop.comments", 4)),
                [.. session.Proposals.Select(proposal => ReportWords.Row(
                    proposal.Id, words.Of(proposal.Text), IsLarge(proposal.Unit, session) ? TitleOf(proposal.Unit, session, words) : ReportWords.Nothing,
                    proposal.Comments.Count == 0 ? ReportWords.Nothing : string.Join('\n', proposal.Comments.Select(words.Of))))]);
    }

    private static IEnumerable<Block> Votes(MinutesStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["workshop.votes"]);
        if (statement.Votes is not { Ballots: > 0 } votes)
        {
            yield return new Paragraph(words["workshop.noVotes"]);
            yield break;
        }

        var (session, labels) = (statement.Session, votes.Options.Select(option => option.Proposal).ToList());
        yield return new Paragraph(words.Say("workshop.votesAbout", ("ballots", words.Count("workshop.ballots", votes.Ballots)), ("least", $"{Ballots.Least}")));
        yield return new Figure(words["workshop.votesChart"], string.Join("; ", votes.Options.Select(option => $"{option.Proposal}: {words.Words.Percent(option.Share)}")),
            new BarChart(labels, [new Series(words["workshop.support"], [.. votes.Options.Select(option => option.Share * 100)])], 0, 100, "%"));
        yield return new Table(words["workshop.votes"],
            [
                new Column(words["plan.id"], 1), new Column(words["workshop.proposal"], 4), new Column(words["workshop.support"], 1.4, true),
                .. votes.Units.Select(unit => new Column(words.Say("workshop.ofUnit", ("unit", TitleOf(unit.Unit, session, words)), ("ballots", $"{unit.Ballots}")), 1.4, true)),
            ],
            [.. votes.Options.Select(option => ReportWords.Row([
                option.Proposal, words.Of(session.Proposals.First(proposal => proposal.Id == option.Proposal).Text), $"{option.Total}/{votes.Ballots}",
                .. votes.Units.Select(unit => option.ByUnit.TryGetValue(unit.Unit, out var count) ? $"{count}" : words["workshop.notShown"])]))]);
        yield return new Paragraph(words["workshop.secrecy"], ParagraphStyle.Note);
    }

    // The unit of a proposal would name its author where few of it are there.
    private static bool IsLarge(string unit, Workshop session) => session.Participants.Any(one => one.Id == unit && one.Count >= Ballots.Least);

    private static string TitleOf(string unit, Workshop session, ReportWords words) => session.Participants.FirstOrDefault(one => one.Id == unit) is { } found ? words.Of(found.Title) : unit;
}
