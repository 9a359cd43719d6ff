using Tamiz.Documents.Model;
using Tamiz.Integrity.Surveys;
using Figure = Tamiz.Documents.Model.Figure;

namespace Tamiz.Integrity.Reports;

/// <summary>What changed between two rounds, in the survey's report.</summary>
internal static class SurveyChanges
{
    /// <summary>The section; none without a round to compare with.</summary>
    public static IEnumerable<Block> Blocks(SurveyStatement statement, ReportWords words, SurveyWords say)
    {
        var compared = statement.Audiences.Where(one => one.Change is not null).ToList();
        if (statement.Before is not { } before || compared.Count == 0)
        {
            yield break;
        }

        yield return new Heading(1, words["survey.change"]);
        yield return new Paragraph(words.Say("survey.changeAbout", ("before", before.Name), ("after", statement.Round.Name)));
        yield return Chart(compared, words, say);
        foreach (var one in compared)
        {
            yield return new Heading(2, SurveyReport.NameOf(one, words));
            yield return new Table(words["survey.change"],
                words.Columns(("plan.factor", 2.6), ("survey.difference", -1.6), ("survey.verdict", 2.4), ("survey.adjusted", -1), ("survey.detectable", -1.2)),
                [.. one.Change!.Factors.Select(factor => ReportWords.Row([factor.Factor.Title(words.Words), .. Cells(factor.Change, words, say)]))]);
            var told = one.Change.Statements.Where(change => change.Change.Verdict is ChangeVerdict.Rose or ChangeVerdict.Fell).ToList();
            if (told.Count > 0)
            {
                yield return new Table(words.Say("survey.changedStatements", ("audience", SurveyReport.NameOf(one, words))),
                    words.Columns(("survey.statement", 4), ("survey.difference", -1.6), ("survey.verdict", 2), ("survey.adjusted", -1), ("survey.detectable", -1.2)),
                    [.. told.Select(change => ReportWords.Row([SurveyTables.TextOf(one, change.Statement, words), .. Cells(change.Change, words, say)]))]);
            }
            else
            {
                yield return new Paragraph(words.Say("survey.noChangedStatements", ("audience", SurveyReport.NameOf(one, words))));
            }
        }

        yield return new Paragraph(words["survey.changeLimits"], ParagraphStyle.Note);
    }

    private static Figure Chart(List<AudienceStatement> compared, ReportWords words, SurveyWords say)
    {
        string[] labels = [.. compared[0].Change!.Factors.Select(factor => factor.Factor.Title(words.Words))];
        var series = compared.Select(one => SurveyWords.Series(SurveyReport.NameOf(one, words), one.Change!.Factors.Select(factor => factor.Change.Difference))).ToList();
        var reach = series.SelectMany(one => one.Intervals!.SelectMany(interval => new[] { Math.Abs(interval.Low), Math.Abs(interval.High) })).Where(double.IsFinite).DefaultIfEmpty(10).Max();
        var told = compared.Select(one => $"{SurveyReport.NameOf(one, words)}: {string.Join("; ", labels.Zip(one.Change!.Factors, (label, factor) => $"{label} {say.Of(factor.Change.Difference)}"))}");
        return new Figure(words["survey.changeChart"], words.Say("survey.changeAlternative", ("values", string.Join(". ", told))),
            new BarChart(labels, series, -Math.Ceiling(reach), Math.Ceiling(reach), words["survey.points"]));
    }

    private static string[] Cells(Change change, ReportWords words, SurveyWords say) =>
    [
        say.Of(change.Difference), words["survey.verdict." + change.Verdict.ToString().ToLowerInvariant()],
        change.AdjustedP is < 0.001 ? "< " + 0.001.ToString("0.000", words.Words.Culture) : change.AdjustedP?.ToString("0.000", words.Words.Culture) ?? ReportWords.Nothing, words.Of(change.Detectable),
    ];
}
