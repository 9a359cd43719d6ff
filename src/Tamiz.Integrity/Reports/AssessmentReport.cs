using Tamiz.Documents.Model;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Reports;

/// <summary>The report on a round of self-assessment.</summary>
public static class AssessmentReport
{
    /// <summary>Makes it.</summary>
    public static Document Of(AssessmentStatement statement, ReportSetting setting)
    {
        var words = new ReportWords(setting);
        var result = statement.Result;
        return words.Document(words["assessment.title"], words.Say("assessment.subtitle", ("round", result.Round.Name), ("date", words.Of(result.Round.Date))),
        [
            new Heading(1, words["assessment.about"]),
            new Paragraph(words.Say("assessment.method", ("assessors", words.Count("assessment.assessors", result.Round.Assessors.Count)))),
            new Paragraph(words["assessment.reservation"], ParagraphStyle.Note),
            .. ByFactor(statement, words),
            .. Differences(result, words),
            .. Platform(statement.Platform, words),
            .. Moved(statement.Comparison, words),
            .. Questions(statement, words),
            .. Units(result.Round, words),
        ]);
    }

    private static IEnumerable<Block> ByFactor(AssessmentStatement statement, ReportWords words)
    {
        var (factors, before) = (statement.Result.Factors, statement.Comparison?.Before.Factors);
        string[] labels = [.. factors.Select(factor => factor.Factor.Title(words.Words))];
        Series[] series = [.. before is null ? [] : new[] { SeriesOf(statement.Comparison!.Before) }, SeriesOf(statement.Result)];
        var alternative = string.Join("; ", factors.Select((factor, index) => $"{labels[index]}: {words.Level(factor.Level)}"));
        yield return new Heading(1, words["assessment.byFactor"]);
        yield return new Figure(words["assessment.chart"], words.Say("assessment.chartAlternative", ("levels", alternative)), new RadarChart(labels, series, Question.Highest));
        yield return new Table(words["assessment.byFactor"],
            words.Columns(("plan.factor", 4), ("assessment.level", -1.3), ("assessment.before", -1.3), ("assessment.answered", -1.5), ("assessment.agreedOn", -1.5)),
            [.. factors.Select((factor, index) => (IReadOnlyList<Cell>)
            [
                new Cell(labels[index]), new Cell(words.Level(factor.Level), ReportWords.ToneOf(factor.Level)), new Cell(before is null ? ReportWords.Nothing : words.Level(before[index].Level)),
                new Cell($"{factor.Answered}/{factor.Asked}"), new Cell($"{factor.Agreed}/{factor.Asked}"),
            ])]);
    }

    private static Series SeriesOf(AssessmentResult result) => new(result.Round.Name, [.. result.Factors.Select(factor => factor.Level ?? double.NaN)]);

    private static IEnumerable<Block> Differences(AssessmentResult result, ReportWords words)
    {
        var apart = result.ToDiscuss.ToList();
        yield return new Heading(1, words["assessment.differences"]);
        yield return new Paragraph(apart.Count == 0 ? words["assessment.noDifferences"] : words.Count("assessment.toDiscuss", apart.Count));
        if (apart.Count > 0)
        {
            yield return new Table(words["assessment.differences"],
                words.Columns(("assessment.question", 5), ("assessment.lowest", -1), ("assessment.highest", -1), ("assessment.median", -1), ("assessment.agreed", -1.2)),
                [.. apart.Select(one => ReportWords.Row(words.Of(one.Question.Text), words.Of(one.Lowest), words.Of(one.Highest), words.Of(one.Median), words.Of(one.Answer?.Agreed)))]);
        }
    }

    private static IEnumerable<Block> Platform(IReadOnlyList<PlatformEvidence> platform, ReportWords words)
    {
        yield return new Heading(1, words["assessment.platform"]);
        yield return new Paragraph(words["assessment.platformAbout"]);
        yield return new Table(words["assessment.platform"],
            words.Columns(("plan.factor", 2.2), ("plan.indicator", 3.6), ("plan.value", -1.2), ("assessment.cases", -1.1), ("plan.date", 1.4), ("plan.source", 2.4)),
            [.. platform.Select(one => ReportWords.Row(
                one.Indicator.Factor.Title(words.Words), words["platform." + one.Indicator.Id], PlatformWords.ValueOf(one, words.Words),
                one.Value is null ? ReportWords.Nothing : words.Of((double)one.N), one.Value is null ? ReportWords.Nothing : words.Of(one.Date), PlatformWords.SourceOf(one, words.Words)))]);
    }

    private static IEnumerable<Block> Moved(AssessmentComparison? comparison, ReportWords words)
    {
        if (comparison is null)
        {
            yield break;
        }

        var moved = comparison.Moved.ToList();
        yield return new Heading(1, words["assessment.moved"]);
        yield return new Paragraph(words.Say("assessment.movedAbout", ("before", comparison.Before.Round.Name), ("after", comparison.After.Round.Name),
            ("same", words.Of((double)comparison.Same)), ("assessorsBefore", words.Of((double)comparison.Before.Round.Assessors.Count)), ("assessorsAfter", words.Of((double)comparison.After.Round.Assessors.Count))));
        if (moved.Count > 0)
        {
            yield return new Table(words["assessment.moved"], words.Columns(("assessment.question", 5), ("assessment.before", -1.2), ("assessment.level", -1.2)),
                [.. moved.Select(one => ReportWords.Row(words.Of(one.Question.Text), words.Of(one.Before), words.Of(one.After)))]);
        }
    }

    private static IEnumerable<Block> Questions(AssessmentStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["assessment.questions"]);
        foreach (var factor in statement.Result.Factors)
        {
            yield return new Heading(2, factor.Factor.Title(words.Words));
            foreach (var block in statement.Result.Questions.Where(question => question.Question.Factor == factor.Factor).SelectMany(question => One(question, statement, words)))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> One(QuestionResult result, AssessmentStatement statement, ReportWords words)
    {
        yield return new Paragraph(words.Of(result.Question.Text), ParagraphStyle.Emphasis);
        if (result.Answer is not { } answer || result.Level is not { } level)
        {
            yield return new Paragraph(words["assessment.notAnswered"]);
            yield break;
        }

        var seen = words.Of(result.Question.Levels[(int)Math.Floor(level)]);
        yield return new Paragraph(words.Say(answer.Agreed is null ? "assessment.onMedian" : "assessment.onAgreed", ("level", words.Of(level)), ("seen", seen)));
        if (!answer.Reasoning.IsEmpty)
        {
            yield return new Paragraph(words.Say("assessment.reasoning", ("text", words.Of(answer.Reasoning))));
        }

        foreach (var (_, text) in answer.Comments)
        {
            yield return new Paragraph(words.Of(text), ParagraphStyle.Quotation);
        }

        if (answer.Evidence.Count > 0)
        {
            yield return new PointList([.. answer.Evidence.Select(one => Say(one, statement.StateOf(one), words))]);
        }
    }

    private static string Say(Evidence evidence, EvidenceState state, ReportWords words) =>
        words.Say("plan.evidence." + state.ToString().ToLowerInvariant(), ("title", words.Of(evidence.Title)), ("location", evidence.Location), ("date", words.Of(evidence.Date)));

    private static IEnumerable<Block> Units(AssessmentRound round, ReportWords words)
    {
        yield return new Heading(1, words["assessment.who"]);
        yield return new Table(words["assessment.who"], words.Columns(("plan.unit", 4), ("assessment.count", -1)),
            [.. round.Assessors.GroupBy(assessor => words.Of(assessor.Unit), StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal)
                .Select(unit => ReportWords.Row(unit.Key, words.Of((double)unit.Count())))]);
    }
}
