using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys.Disclosure;
using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

/// <summary>Answers in an order that does not depend on that of the rows, weighted, with the index of each factor.</summary>
/// <param name="Answers">The answers.</param>
/// <param name="Weights">The weights.</param>
/// <param name="Factors">By factor that has statements, by respondent: 0 to 100; not a number where fewer than half were answered.</param>
/// <param name="Setting">What is wanted.</param>
internal sealed record SurveyItems(AnswerTable Answers, RespondentWeights Weights, IReadOnlyDictionary<Factor, double[]> Factors, SurveySetting Setting)
{
    public static SurveyItems Of(AnswerTable answers, Population population, SurveySetting setting)
    {
        answers = InOrder(answers);
        var factors = answers.Statements.GroupBy(statement => statement.Factor).ToDictionary(group => group.Key, group => Index(answers.Count, [.. group]));
        return new(answers, RespondentWeights.Of(answers, population, setting.MinimumPostStratum), factors, setting);
    }

    /// <summary>Respondents who have a value.</summary>
    public static List<int> Members(double[] values)
    {
        var members = new List<int>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                members.Add(i);
            }
        }

        return members;
    }

    /// <summary>Persons of a category as the population's first table that has its stratum tells; of the first table where no stratum is given.</summary>
    public static long? Persons(Population population, string? stratum, string category)
    {
        var first = population.Cells.FirstOrDefault(cell => stratum is null || cell.Categories.ContainsKey(stratum));
        return first is null || (stratum is not null && category.Length == 0) ? null : population.Cells
            .Where(cell => cell.Categories.Count == first.Categories.Count && cell.Categories.Keys.All(first.Categories.ContainsKey))
            .Where(cell => stratum is null || cell.Categories[stratum] == category)
            .Sum(cell => cell.Persons);
    }

    public static double[] Values(StatementColumn statement) => [.. statement.Answers.Select(answer => answer == 0 ? double.NaN : answer)];

    public static double[] Favourable(StatementColumn statement) => [.. statement.Answers.Select(answer => answer == 0 ? double.NaN : answer >= 4 ? 1 : 0)];

    /// <summary>Whether the figure of all who have a value may be published.</summary>
    public bool MayStand(double[] values, double low, double high)
    {
        var group = AnswerGroup.Empty;
        foreach (var i in Members(values))
        {
            group += AnswerGroup.Of(values[i]);
        }

        return group.Count >= Setting.MinimumGroup && (group.Count >= Setting.AlikeLimit || !group.IsAlike(low, high));
    }

    /// <summary>
    /// The statement that must be withheld because only 1 to k-1 respondents answered a part of the factor's statements: the index less all
    /// statements would tell of them alone. It is the one of fewest answers; null where there is no need.
    /// </summary>
    public string? Covering(Factor factor)
    {
        StatementColumn[] statements = [.. Answers.Statements.Where(statement => statement.Factor == factor)];
        var partial = 0;
        for (var i = 0; i < Answers.Count; i++)
        {
            var given = 0;
            foreach (var statement in statements)
            {
                given += statement.Answers[i] != 0 ? 1 : 0;
            }

            partial += given > 0 && given < statements.Length ? 1 : 0;
        }

        return partial > 0 && partial < Setting.MinimumGroup ? statements.MinBy(statement => statement.Answers.Count(answer => answer != 0))!.Id : null;
    }

    private static double[] Index(int count, StatementColumn[] statements)
    {
        var index = new double[count];
        for (var i = 0; i < count; i++)
        {
            var (sum, n) = (0, 0);
            foreach (var statement in statements)
            {
                sum += statement.Answers[i];
                n += statement.Answers[i] != 0 ? 1 : 0;
            }

            index[i] = 2 * n >= statements.Length ? 25.0 * (sum - n) / n : double.NaN;
        }

        return index;
    }

    private static AnswerTable InOrder(AnswerTable answers)
    {
        int[] order = [.. Enumerable.Range(0, answers.Count)];
        Array.Sort(order, (a, b) =>
        {
            var difference = 0;
            for (var s = 0; s < answers.Strata.Count && difference == 0; s++)
            {
                difference = answers.Strata[s].Codes[a].CompareTo(answers.Strata[s].Codes[b]);
            }

            for (var s = 0; s < answers.Statements.Count && difference == 0; s++)
            {
                difference = answers.Statements[s].Answers[a].CompareTo(answers.Statements[s].Answers[b]);
            }

            return difference;
        });
        return answers with
        {
            Strata = [.. answers.Strata.Select(stratum => stratum with { Codes = [.. order.Select(i => stratum.Codes[i])] })],
            Statements = [.. answers.Statements.Select(statement => statement with { Answers = [.. order.Select(i => statement.Answers[i])] })],
        };
    }
}
