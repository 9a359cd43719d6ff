using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Programmes;

namespace Tamiz.Integrity.Reports;

/// <summary>The view of a programme over its administrations as a document.</summary>
public static class ProgrammeReport
{
    /// <summary>Makes it.</summary>
    /// <param name="result">The view.</param>
    /// <param name="setting">Language, date, who issues it.</param>
    /// <param name="byMember">Whether figures of single administrations stand in it, by name.</param>
    public static Document Of(ProgrammeResult result, ReportSetting setting, bool byMember = false)
    {
        var words = new ReportWords(setting);
        var expected = words.Count("programme.members", result.Members.Count);
        var received = result.Count("", MemberState.Received).ToString(CultureInfo.InvariantCulture);
        return words.Document(words.Of(result.Programme.Name), words.Say("programme.subtitle", ("round", result.Round.Id), ("received", received), ("expected", expected)),
        [
            new Heading(1, words["programme.about"]),
            new Paragraph(words.Say("programme.method", ("fewest", Disclosures.Fewest.ToString(CultureInfo.InvariantCulture)))),
            new Paragraph(words["programme.ranking"], ParagraphStyle.Emphasis),
            new Paragraph(words["programme.proof"], ParagraphStyle.Note),
            .. ReceivedSummaries.Of(result, words),
            new Heading(1, words["programme.levels"]),
            .. Measure.All.SelectMany(measure => Levels(result, measure, words)),
            .. Changes(result, words),
            new Heading(1, words["programme.actions"]),
            Actions(result, words),
            .. byMember ? MemberFigures(result, words) : [],
        ]);
    }

    private static IEnumerable<Block> Levels(ProgrammeResult result, Measure measure, ReportWords words)
    {
        var figures = result.Levels.Where(figure => figure.Measure == measure).ToList();
        if (figures.TrueForAll(figure => figure.Members == 0))
        {
            return [];
        }

        var name = words["programme.measure." + measure.Id];
        return
        [
            new Heading(2, words["programme.short." + measure.Id]),
            Grid(words.Say("programme.median", ("measure", name)), RegionNames(result, words), words["programme.region"], words, (factor, column) =>
            {
                var figure = At(figures, factor, column);
                return new Cell(Short(figure, words, isChange: false), figure.Spread is { } spread ? ReportWords.ToneOf((double)(spread.Median * 4 / measure.High)) : Tone.None);
            }),
            Spreads(words.Say("programme.spread", ("measure", name)), figures, result, words),
        ];
    }

    private static IEnumerable<Block> Changes(ProgrammeResult result, ReportWords words)
    {
        if (result.Before is not { } before)
        {
            return [new Heading(1, words.Say("programme.changes", ("before", ReportWords.Nothing))), new Paragraph(words["programme.noBefore"])];
        }

        var measures = Measure.All.Where(measure => result.Changes.Any(figure => figure.Measure == measure && figure.Members > 0)).ToList();
        var totals = result.Changes.Where(figure => figure.Region.Length == 0).ToList();
        (string Name, string Value)[] rounds = [("before", before.Id), ("round", result.Round.Id)];
        return
        [
            new Heading(1, words.Say("programme.changes", rounds)),
            new Paragraph(words["programme.changeMethod"]),
            Grid(words.Say("programme.changeMedian", rounds), [.. measures.Select(measure => words["programme.short." + measure.Id])], words["programme.measure"], words, (factor, column) =>
            {
                var figure = totals.Find(one => one.Factor == factor && one.Measure == measures[column])!;
                return new Cell(Short(figure, words, isChange: true), figure.Spread is { } spread ? ToneOfChange(spread.Median) : Tone.None);
            }),
            .. measures.Select(measure => Spreads(words.Say("programme.changeSpread", [.. rounds, ("measure", words["programme.measure." + measure.Id])]),
                [.. result.Changes.Where(figure => figure.Measure == measure)], result, words, isChange: true)),
        ];
    }

    private static Tone ToneOfChange(decimal change) => change switch { > 0 => Tone.Good, < 0 => Tone.Poor, _ => Tone.Middling };

    // Factors from the top, as they are numbered: a grid's rows begin at the bottom. The last column is that of all, where there is one.
    private static Figure Grid(string caption, IReadOnlyList<string> across, string title, ReportWords words, Func<Factor, int, Cell> cell)
    {
        var rows = Factor.All.Reverse().ToList();
        var cells = rows.Select(factor => (IReadOnlyList<Cell>)[.. across.Select((_, column) => cell(factor, column))]).ToList();
        var values = Factor.All.Select((factor, index) => words.Say("programme.medianValue", ("factor", factor.Title(words.Words)),
            ("value", string.Join(", ", across.Select((name, column) => $"{name} {cells[rows.Count - 1 - index][column].Text}")))));
        return new Figure(caption, words.Say("programme.medianAlternative", ("caption", caption), ("values", string.Join("; ", values))),
            new GridChart(across, [.. rows.Select(factor => factor.Title(words.Words))], title, words["programme.factor"], cells));
    }

    private static Table Spreads(string caption, IReadOnlyList<RolledFigure> figures, ProgrammeResult result, ReportWords words, bool isChange = false) => new(caption,
        [new Column(words["programme.factor"], 1.4), .. RegionNames(result, words).Select(name => new Column(name, 1.2, true))],
        [.. Factor.All.Select(factor => (IReadOnlyList<Cell>)
            [new Cell(factor.Title(words.Words)), .. RegionNames(result, words).Select((_, column) => new Cell(Long(At(figures, factor, column), words, isChange)))])]);

    private static RolledFigure At(IReadOnlyList<RolledFigure> figures, Factor factor, int column) => figures.Where(figure => figure.Factor == factor).ElementAt(column);

    private static IReadOnlyList<string> RegionNames(ProgrammeResult result, ReportWords words) =>
        [.. result.Programme.Regions.Select(region => region.In(words.Words)), words["programme.all"]];

    private static string Short(RolledFigure figure, ReportWords words, bool isChange) => figure.Spread is not { } spread ? words["programme.hidden." + figure.Disclosure]
        : words.Say("programme.short", ("median", Number(spread.Median, figure.Measure, words, isChange)), ("count", figure.Members.ToString(CultureInfo.InvariantCulture)));

    private static string Long(RolledFigure figure, ReportWords words, bool isChange)
    {
        return figure.Spread is not { } spread ? words["programme.hidden." + figure.Disclosure]
            : words.Say("programme.cell", ("median", Say(spread.Median)), ("lower", Say(spread.LowerQuartile)), ("upper", Say(spread.UpperQuartile)),
                ("low", Say(spread.Low)), ("high", Say(spread.High)), ("count", figure.Members.ToString(CultureInfo.InvariantCulture)));

        string Say(decimal value) => Number(value, figure.Measure, words, isChange);
    }

    // A level with one decimal, points and percent without: more would say more than is known.
    private static string Number(decimal value, Measure measure, ReportWords words, bool isChange = false)
    {
        var digits = measure == Measure.Assessment ? "0.0" : "0";
        return Math.Round(value, measure == Measure.Assessment ? 1 : 0, MidpointRounding.AwayFromZero).ToString(isChange ? $"+{digits};−{digits};0" : digits, words.Words.Culture);
    }

    private static Table Actions(ProgrammeResult result, ReportWords words) => new(words["programme.actionsTable"],
        words.Columns(("programme.factor", 2), ("programme.strategies", -1), ("programme.planned", -1), ("programme.underWay", -1), ("programme.done", -1), ("programme.stopped", -1), ("programme.late", -1)),
        [.. result.Actions.Where(one => one.Region.Length == 0).Select(one => ReportWords.Row(
            [one.Factor.Title(words.Words), Whole(one.Members), .. one.Counts is { } counts ? Counts(counts) : Enumerable.Repeat(words["programme.hidden." + one.Disclosure], 5)]))]);

    private static IEnumerable<string> Counts(ActionCounts counts) =>
        new[] { counts.Planned, counts.UnderWay, counts.Done, counts.Stopped, counts.Late }.Select(Whole);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Block> MemberFigures(ProgrammeResult result, ReportWords words) =>
    [
        new Heading(1, words["programme.byMember"]),
        new Paragraph(words["programme.byMemberNote"], ParagraphStyle.Emphasis),
        .. Measure.All.Select(measure => new Table(words.Say("programme.memberTable", ("measure", words["programme.measure." + measure.Id])),
            [new Column(words["programme.member"], 2), .. Factor.All.Select(factor => new Column(factor.Title(words.Words), 1, true))],
            [.. result.Members.Where(one => one.Summary is not null).Select(one => ReportWords.Row(
                [one.Member.Name.In(words.Words.Language), .. one.Summary!.Factors.Select(figures => OfMember(figures, measure, words))]))])),
    ];

    private static string OfMember(FactorFigures figures, Measure measure, ReportWords words) => measure.Of(figures) is { } value ? Number(value, measure, words)
        : figures.Withheld.Contains(measure.Id) ? words["programme.withheld"] : words["programme.none"];
}
