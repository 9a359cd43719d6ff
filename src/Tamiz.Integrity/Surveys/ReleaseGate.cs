using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Integrity.Surveys;

/// <summary>Takes out of figures what must not stand beside an earlier release.</summary>
internal static class ReleaseGate
{
    public static SurveyFigures Withhold(SurveyFigures figures, SurveySetting setting)
    {
        var cells = Releases.Check(setting.Released, figures, setting.MinimumGroup).Select(entry => (entry.Table, entry.Cell)).ToHashSet();
        bool Must(string table, string cell) => cells.Contains((table, cell));
        RespondentCount Counted(RespondentCount count, string cell) => !Must("respondents", cell) ? count
            : count with { Respondents = null, ResponseRate = null, Withheld = Withheld.Differencing };
        Figure Given(Figure figure, string table, string cell) => Must(table, cell) ? Figure.Without(Withheld.Differencing) : figure;
        return cells.Count == 0 ? figures : figures with
        {
            Respondents = Counted(figures.Respondents, ""),
            Weighting = Must("respondents", "") ? figures.Weighting with { DesignEffect = 1, EffectiveRespondents = null } : figures.Weighting,
            Strata = [.. figures.Strata.Select(stratum => stratum with { Categories = [.. stratum.Categories.Select(one => Counted(one, $"{stratum.Stratum}={one.Category}"))] })],
            Crosses = [.. figures.Crosses.Select(table => table with
            {
                Cells = [.. table.Cells.Select(cell => Must("respondents", $"{table.Rows}={cell.Row};{table.Columns}={cell.Column}")
                    ? cell with { Respondents = null, Withheld = Withheld.Differencing } : cell)],
            })],
            Statements = [.. figures.Statements.Select(one => one with
            {
                Favourable = Given(one.Favourable, "statement:" + one.Statement, ""),
                Mean = Given(one.Mean, "statement:" + one.Statement, ""),
                NoAnswer = Must("statement:" + one.Statement, "") ? null : one.NoAnswer,
            })],
            Factors = [.. figures.Factors.Select(one => one with
            {
                Index = Given(one.Index, "factor:" + one.Factor.Id, ""),
                ByCategory = [.. one.ByCategory.Select(cell => cell with { Index = Given(cell.Index, "factor:" + one.Factor.Id, $"{cell.Stratum}={cell.Category}") })],
            })],
        };
    }
}
