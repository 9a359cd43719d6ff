namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>What each respondent stands for.</summary>
/// <param name="Weights">By respondent: persons; all above 0. They add up to the population, or to the respondents where it is not known.</param>
/// <param name="PostStratum">By respondent: its post-stratum's position.</param>
/// <param name="PostStrata">The post-strata.</param>
/// <param name="Summary">What was done.</param>
internal sealed record RespondentWeights(double[] Weights, int[] PostStratum, PostStratum[] PostStrata, WeightingSummary Summary)
{
    /// <summary>Weights answers to a population.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="population">The population.</param>
    /// <param name="minimum">The fewest respondents of a post-stratum.</param>
    public static RespondentWeights Of(AnswerTable answers, Population population, int minimum)
    {
        var remarks = new SortedSet<WeightingRemark>();
        var tables = PopulationTable.All(answers, population, remarks);
        return answers.Count == 0 || tables.Count == 0 ? Equal(answers.Count, remarks)
            : tables.Count == 1 ? PostStratification.Of(answers.Count, tables[0], minimum, remarks)
            : Raking.Of(answers.Count, tables, remarks);
    }

    /// <summary>Kish's design effect of all weights: 1 + the squared coefficient of their variation.</summary>
    public static double DesignEffect(double[] weights)
    {
        double sum = 0;
        double squares = 0;
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return weights.Length == 0 ? 1 : weights.Length * squares / (sum * sum);
    }

    private static RespondentWeights Equal(int count, SortedSet<WeightingRemark> remarks)
    {
        var weights = new double[count];
        Array.Fill(weights, 1);
        return new(weights, new int[count], [new(count, 1)], new(WeightingMethod.None, 1, 0, 0, 1, count, [.. remarks]));
    }
}

/// <summary>Respondents whose residuals are set against one another.</summary>
/// <param name="Respondents">How many.</param>
/// <param name="NotSampled">Share of its persons that did not respond: the correction for a finite population; 1 where that is not known.</param>
internal readonly record struct PostStratum(int Respondents, double NotSampled);
