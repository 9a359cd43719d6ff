using Tamiz.Documents.Model;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys;
using Estimate = Tamiz.Integrity.Surveys.Figure;
using Figure = Tamiz.Documents.Model.Figure;

namespace Tamiz.Integrity.Reports;

/// <summary>The report on a round of the perception survey.</summary>
public static class SurveyReport
{
    private const int Weakest = 5;

    /// <summary>Makes it.</summary>
    public static Document Of(SurveyStatement statement, ReportSetting setting)
    {
        var words = new ReportWords(setting);
        var say = new SurveyWords(words);
        var round = statement.Round;
        Block[] results =
        [
            .. Answers(statement, words, say), .. ByFactor(statement, words, say), .. WeakestStatements(statement, words, say),
            .. SurveyChanges.Blocks(statement, words, say), .. SurveyTables.ByCategory(statement, words, say), .. SurveyTables.Statements(statement, words, say), .. SurveyTables.Crosses(statement, words, say),
        ];
        return words.Document(words["survey.title"], words.Say("survey.subtitle", ("round", round.Name), ("from", words.Of(round.From)), ("to", words.Of(round.To))),
            [.. About(round, words), .. results, .. Method(statement, words, say)]);
    }

    private static IEnumerable<Block> About(SurveyRound round, ReportWords words)
    {
        yield return new Heading(1, words["survey.about"]);
        yield return new Paragraph(words["survey.what"]);
        yield return new Paragraph(words.Say("survey.how", ("who", words.Of(round.Collector.Name)), ("kind", words["survey.kind." + round.Collector.Kind]),
            ("mode", words["survey.mode." + round.Mode.ToString().ToLowerInvariant()]), ("languages", string.Join(", ", round.Languages.Select(language => words["survey.language." + language.ToString().ToLowerInvariant()])))));
        if (round.Collector.IsCustoms)
        {
            yield return new Paragraph(words["survey.selfCollected"], ParagraphStyle.Emphasis);
        }

        if (!round.Notes.IsEmpty)
        {
            yield return new Paragraph(words.Of(round.Notes), ParagraphStyle.Note);
        }
    }

    private static IEnumerable<Block> Answers(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.respondents"]);
        yield return new Table(words["survey.respondents"],
            words.Columns(("survey.audienceHeading", 3), ("survey.read", -1.2), ("survey.refused", -1.3), ("survey.taken", -1.2), ("survey.invited", -1.3), ("survey.answered", -1.4), ("survey.persons", -1.3), ("survey.rate", -1.4)),
            [.. statement.Audiences.Select(one => Counts(one, words, say))]);
        foreach (var one in statement.Audiences.Where(one => one.Reading.Repeated > 0))
        {
            yield return new Paragraph(words.Say("survey.repeated", ("audience", NameOf(one, words)), ("count", words.Of((double)one.Reading.Repeated))), ParagraphStyle.Emphasis);
        }

        foreach (var block in statement.Audiences.SelectMany(one => SurveyTables.Rates(one, words, say)))
        {
            yield return block;
        }
    }

    // Where the number of respondents is withheld, nothing else may tell it.
    private static IReadOnlyList<Cell> Counts(AudienceStatement one, ReportWords words, SurveyWords say)
    {
        var (all, given) = (one.Figures.Respondents, one.Figures.Respondents.Respondents is not null);
        return ReportWords.Row(NameOf(one, words), given ? words.Of((double)one.Reading.Read) : ReportWords.Nothing, given ? words.Of((double)one.Reading.Refused) : ReportWords.Nothing,
            say.Of(all.Respondents, all.Withheld), words.Of((double?)one.Sample.Invited), given && one.Sample.Invited is > 0 and var invited ? say.Percent((double)one.Reading.Taken / invited) : ReportWords.Nothing,
            words.Of((double?)all.Persons), say.Percent(all.ResponseRate));
    }

    private static IEnumerable<Block> ByFactor(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        var factors = Factor.All.Where(factor => statement.Audiences.Any(one => one.Figures.Factors.Any(figures => figures.Factor == factor))).ToList();
        var columns = statement.Audiences.Select(one => (Name: NameOf(one, words), Figures: factors.Select(factor => IndexOf(one, factor)).ToList())).ToList();
        string[] labels = [.. factors.Select(factor => factor.Title(words.Words))];
        var told = columns.Select(column => $"{column.Name}: {string.Join("; ", labels.Zip(column.Figures, (label, figure) => $"{label} {say.Of(figure)}"))}");
        yield return new Heading(1, words["survey.byFactor"]);
        yield return new Paragraph(words["survey.index"]);
        yield return new Figure(words["survey.chart"], words.Say("survey.chartAlternative", ("values", string.Join(". ", told))),
            new BarChart(labels, [.. columns.Select(column => SurveyWords.Series(column.Name, column.Figures))], 0, 100, words["survey.points"]));
        yield return new Table(words["survey.byFactor"], [new Column(words["plan.factor"], 3), .. columns.Select(column => new Column(column.Name, 1.6, true))],
            [.. labels.Select((label, index) => (IReadOnlyList<Cell>)[new Cell(label), .. columns.Select(column => say.Cell(column.Figures[index]))])]);
    }

    private static Estimate IndexOf(AudienceStatement one, Factor factor) =>
        one.Figures.Factors.FirstOrDefault(figures => figures.Factor == factor)?.Index ?? Estimate.Without(Withheld.Empty);

    private static IEnumerable<Block> WeakestStatements(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.weakest"]);
        foreach (var one in statement.Audiences)
        {
            var weakest = one.Figures.Statements.Where(figures => figures.Favourable.Value is not null).OrderBy(figures => figures.Favourable.Value).Take(Weakest);
            yield return new Heading(2, NameOf(one, words));
            yield return new Table(words["survey.weakestAbout"], words.Columns(("survey.statement", 5), ("survey.favourable", -1.4)),
                [.. weakest.Select(figures => ReportWords.Row(SurveyTables.TextOf(one, figures.Statement, words), say.Percent(figures.Favourable)))]);
        }
    }

    private static IEnumerable<Block> Method(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.method"]);
        foreach (var one in statement.Audiences)
        {
            yield return new Paragraph(words.Say("survey.weighting", ("audience", NameOf(one, words)), ("method", words["survey.weights." + one.Figures.Weighting.Method.ToString().ToLowerInvariant()]),
                ("effect", words.Of(one.Figures.Weighting.DesignEffect)), ("effective", words.Of((double?)one.Figures.Weighting.EffectiveRespondents)), ("source", words.Of(one.Sample.Source))));
            var remarks = one.Figures.Weighting.Remarks.Select(remark => words["survey.remark." + Camel(remark.ToString())]).ToList();
            if (remarks.Count > 0)
            {
                yield return new PointList(remarks);
            }
        }

        yield return new Paragraph(words["survey.intervals"]);
        yield return new Heading(1, words["survey.anonymity"]);
        yield return new Paragraph(words.Say("survey.suppression", ("k", words.Of((double)statement.Round.MinimumGroup))));
        if (say.Legend.Count > 0)
        {
            yield return new PointList(say.Legend);
        }

        yield return new Heading(1, words["survey.limits"]);
        yield return new PointList([words["survey.limit.perception"], words["survey.limit.nonresponse"], words["survey.limit.cause"], words["survey.limit.compare"]]);
    }

    /// <summary>What an audience is called.</summary>
    internal static string NameOf(AudienceStatement one, ReportWords words) => words["survey.audience." + AudienceWords.Of(one.Sample.Form.Audience)];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
