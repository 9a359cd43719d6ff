namespace Tamiz.Evaluation;

/// <summary>An item whose result is known to the evaluation alone, with the score that it got without it.</summary>
/// <param name="Score">Log-odds of non-compliance.</param>
/// <param name="NonCompliant">What the control found.</param>
/// <param name="Money">Money recovered where the file says it, else at stake; in the home's currency.</param>
public readonly record struct JudgedItem(double Score, bool NonCompliant, double Money)
{
    /// <summary>Score of the dictionary of exact goods; not a number where it was not asked for.</summary>
    public double LookupScore { get; init; } = double.NaN;

    /// <summary>Whether its goods occur in nothing learnt.</summary>
    public bool UnseenGoods { get; init; }

    /// <summary>Lane that it got.</summary>
    public string Lane { get; init; } = "";

    /// <summary>Identity of its declaration, which breaks ties.</summary>
    public string Identity { get; init; } = "";
}
