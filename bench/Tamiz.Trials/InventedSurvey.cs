using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Trials;

/// <summary>Invented answers, with units that lie in regions, rare grades and small units: what makes persons stand out.</summary>
public static class InventedSurvey
{
    /// <summary>Answers of some respondents.</summary>
    /// <param name="random">The chances.</param>
    /// <param name="count">Respondents.</param>
    /// <param name="statements">Statements a factor; there are two factors.</param>
    public static AnswerTable Of(Xorshift random, int count, int statements)
    {
        var units = 2 + random.Next(8);
        var unit = Draw(count, () => Math.Min(random.Next(units), random.Next(units)));
        int[] region = [.. unit.Select(one => one * 3 / units)];
        var grade = Draw(count, () => random.Next(3) == 0 ? random.Next(4) : 0);
        int[] role = [.. grade.Select((one, i) => one == 3 ? 1 : random.Next(10) == 0 ? -1 : unit[i] % 2)];
        return new(count, [Column("unit", units, unit), Column("region", 3, region), Column("grade", 4, grade), Column("role", 2, role)], [
            .. Enumerable.Range(0, 2 * statements).Select(s => new StatementColumn(
                $"s{s}", Factor.All[s / statements], [.. Enumerable.Range(0, count).Select(i => Answer(random, unit[i]))])),
        ]);
    }

    /// <summary>The same without some rows, those for which <paramref name="keeps"/> is false.</summary>
    public static AnswerTable Where(AnswerTable answers, Func<int, bool> keeps)
    {
        int[] rows = [.. Enumerable.Range(0, answers.Count).Where(keeps)];
        return new(
            rows.Length,
            [.. answers.Strata.Select(stratum => stratum with { Codes = [.. rows.Select(i => stratum.Codes[i])] })],
            [.. answers.Statements.Select(statement => statement with { Answers = [.. rows.Select(i => statement.Answers[i])] })]);
    }

    private static sbyte Answer(Xorshift random, int unit) => (sbyte)(random.Next(15) == 0 ? 0 : unit == 1 ? 5 : 1 + random.Next(5));

    private static int[] Draw(int count, Func<int> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private static StratumColumn Column(string id, int categories, int[] codes) => new(id, [.. Enumerable.Range(0, categories).Select(c => id + c)], codes);
}
