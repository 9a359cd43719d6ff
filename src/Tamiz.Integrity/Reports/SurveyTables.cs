using Tamiz.Documents.Model;
using Tamiz.Integrity.Surveys;
using Estimate = Tamiz.Integrity.Surveys.Figure;
using Figure = Tamiz.Documents.Model.Figure;

namespace Tamiz.Integrity.Reports;

/// <summary>Tables of the survey's report: by group, by statement, groups by groups.</summary>
internal static class SurveyTables
{
    /// <summary>Response rates by group.</summary>
    public static IEnumerable<Block> Rates(AudienceStatement one, ReportWords words, SurveyWords say)
    {
        var name = SurveyReport.NameOf(one, words);
        var groups = one.Figures.Strata.SelectMany(stratum => stratum.Categories.Select(count => (Label: say.Category(one.Sample.Form, stratum.Stratum, count.Category), Count: count, Question: QuestionOf(one, stratum.Stratum, words)))).ToList();
        yield return new Heading(2, name);
        if (groups.Exists(group => group.Count.ResponseRate is not null))
        {
            var rated = groups.Where(group => group.Count.Persons is not null).ToList();
            var told = string.Join("; ", rated.Select(group => $"{group.Label} {say.Percent(group.Count.ResponseRate)}"));
            yield return new Figure(words.Say("survey.rates", ("audience", name)), words.Say("survey.ratesAlternative", ("values", told)),
                new BarChart([.. rated.Select(group => group.Label)], [new Series(name, [.. rated.Select(group => group.Count.ResponseRate * 100 ?? double.NaN)])], 0, 100, words["survey.percent"]));
        }

        yield return new Table(words.Say("survey.groupsOf", ("audience", name)), words.Columns(("survey.question", 3), ("survey.group", 3), ("survey.taken", -1.2), ("survey.persons", -1.2), ("survey.rate", -1.2)),
            [.. groups.Select(group => ReportWords.Row(group.Question, group.Label, say.Of(group.Count.Respondents, group.Count.Withheld), words.Of((double?)group.Count.Persons), say.Percent(group.Count.ResponseRate)))]);
    }

    /// <summary>The index of each factor by group.</summary>
    public static IEnumerable<Block> ByCategory(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.byGroup"]);
        yield return new Paragraph(words["survey.byGroupAbout"]);
        foreach (var one in statement.Audiences)
        {
            yield return new Heading(2, SurveyReport.NameOf(one, words));
            foreach (var stratum in one.Figures.Strata.Where(stratum => stratum.Categories.Count > 0))
            {
                var categories = stratum.Categories.Select(count => count.Category).Where(category => one.Figures.Factors.Any(factor => Find(factor, stratum.Stratum, category)?.Value is not null)
                    || category.Length > 0).ToList();
                yield return new Table(QuestionOf(one, stratum.Stratum, words),
                    [new Column(words["plan.factor"], 2.4), .. categories.Select(category => new Column(say.Category(one.Sample.Form, stratum.Stratum, category), 1.3, true))],
                    [.. one.Figures.Factors.Select(factor => (IReadOnlyList<Cell>)[new Cell(factor.Factor.Title(words.Words)), .. categories.Select(category => say.Cell(Find(factor, stratum.Stratum, category) ?? Estimate.Without(Withheld.Empty)))])]);
            }
        }
    }

    /// <summary>Each statement.</summary>
    public static IEnumerable<Block> Statements(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.byStatement"]);
        yield return new Paragraph(words["survey.turned"]);
        foreach (var one in statement.Audiences)
        {
            yield return new Heading(2, SurveyReport.NameOf(one, words));
            yield return new Table(words["survey.byStatement"], words.Columns(("survey.statement", 5), ("survey.favourable", -1.5), ("survey.mean", -1.7), ("survey.noAnswer", -1.2)),
                [.. one.Figures.Statements.Select(figures => ReportWords.Row(TextOf(one, figures.Statement, words), say.Percent(figures.Favourable), say.Of(figures.Mean), say.Percent(figures.NoAnswer)))]);
        }
    }

    /// <summary>Respondents by two background questions.</summary>
    public static IEnumerable<Block> Crosses(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        yield return new Heading(1, words["survey.crosses"]);
        yield return new Paragraph(words["survey.crossesAbout"]);
        foreach (var (one, cross) in statement.Audiences.SelectMany(one => one.Figures.Crosses.Select(cross => (one, cross))))
        {
            var caption = $"{SurveyReport.NameOf(one, words)}: {QuestionOf(one, cross.Rows, words)} × {QuestionOf(one, cross.Columns, words)}";
            if (cross.Cells.Count == 0)
            {
                yield return new Paragraph($"{caption}: {say.Of((double?)null, cross.Withheld)}");
                continue;
            }

            var columns = cross.Cells.Select(cell => cell.Column).Distinct(StringComparer.Ordinal).ToList();
            yield return new Table(caption, [new Column(QuestionOf(one, cross.Rows, words), 2.5), .. columns.Select(column => new Column(say.Category(one.Sample.Form, cross.Columns, column), 1.2, true))],
                [.. cross.Cells.GroupBy(cell => cell.Row, StringComparer.Ordinal).Select(row => (IReadOnlyList<Cell>)
                    [new Cell(say.Category(one.Sample.Form, cross.Rows, row.Key)), .. row.Select(cell => new Cell(say.Of(cell.Respondents, cell.Withheld)))])]);
        }
    }

    /// <summary>The words of a statement; those that are turned round say so.</summary>
    public static string TextOf(AudienceStatement one, string statement, ReportWords words) =>
        one.Sample.Form.FindStatement(statement) is not { } found ? statement : words.Of(found.Text) + (found.IsReversed ? " " + words["survey.reversed"] : "");

    private static string QuestionOf(AudienceStatement one, string background, ReportWords words) => one.Sample.Form.FindBackground(background) is { } found ? words.Of(found.Text) : background;

    private static Estimate? Find(FactorFigures factor, string stratum, string category) =>
        factor.ByCategory.FirstOrDefault(figure => figure.Stratum == stratum && figure.Category == category)?.Index;
}
