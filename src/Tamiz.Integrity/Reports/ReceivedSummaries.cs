using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Programmes;

namespace Tamiz.Integrity.Reports;

/// <summary>What a programme received for a round: by region, who is outstanding, which files are set aside and why.</summary>
internal static class ReceivedSummaries
{
    private static readonly MemberState[] States = [MemberState.Received, MemberState.Missing, MemberState.Stale, MemberState.Contradicted];

    /// <summary>Makes the section.</summary>
    public static IEnumerable<Block> Of(ProgrammeResult result, ReportWords words)
    {
        var outstanding = result.Members.Where(one => one.State != MemberState.Received).Select(one => Line(result, one, words)).ToList();
        var aside = result.FilesOfRound.Where(file => file.State != FileState.Used).ToList();
        var others = result.Files.Count - result.FilesOfRound.Count();
        return
        [
            new Heading(1, words["programme.received"]),
            ByRegion(result, words),
            new Heading(2, words["programme.outstanding"]),
            outstanding.Count == 0 ? new Paragraph(words["programme.nothingOutstanding"]) : new PointList(outstanding),
            new Heading(2, words["programme.aside"]),
            aside.Count == 0 ? new Paragraph(words["programme.nothingAside"]) : Aside(aside, words),
            .. others == 0 ? Array.Empty<Block>() : [new Paragraph(words.Say("programme.otherRounds", ("count", Whole(others))), ParagraphStyle.Note)],
        ];
    }

    private static Table ByRegion(ProgrammeResult result, ReportWords words) => new(words["programme.receivedTable"],
        [.. words.Columns(("programme.region", 3), ("programme.expected", -1)), .. States.Select(state => new Column(words["programme.state." + state], 1, true))],
        [.. result.Programme.Regions.Select(region => Row(result, region.In(words.Words), region.Id)), Row(result, words["programme.all"], "")]);

    private static IReadOnlyList<Cell> Row(ProgrammeResult result, string name, string region) =>
        ReportWords.Row([name, Whole(States.Sum(state => result.Count(region, state))), .. States.Select(state => Whole(result.Count(region, state)))]);

    private static string Line(ProgrammeResult result, MemberStanding standing, ReportWords words)
    {
        var line = words.Say("programme.outstandingLine", ("name", standing.Member.Name.In(words.Words.Language)), ("code", standing.Member.Code), ("state", words["programme.standing." + standing.State]));
        return result.Claiming(standing.Member).Aggregate(line, (text, file) => words.Say("programme.claimed", ("line", text), ("file", file.Name)));
    }

    private static Table Aside(IReadOnlyList<ReceivedFile> files, ReportWords words) => new(words["programme.aside"],
        words.Columns(("programme.file", 3), ("programme.says", 1), ("programme.cause", 3), ("programme.diagnostic", 1)),
        [.. files.Select(file => ReportWords.Row(file.Name, file.Member.Length == 0 ? ReportWords.Nothing : file.Member, words["programme.file." + file.State], file.Problem?.Code ?? ""))]);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
