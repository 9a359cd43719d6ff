namespace Tamiz.Assessment;

/// <summary>A declaration with its risks.</summary>
/// <param name="Gathered">What was known.</param>
/// <param name="Areas">A risk for the area of the model, and for each area with evidence of its own.</param>
/// <param name="ItemLogOdds">Log-odds in the model's area of each item by itself.</param>
public sealed record AssessedDeclaration(GatheredDeclaration Gathered, IReadOnlyList<AreaRisk> Areas, IReadOnlyList<double> ItemLogOdds)
{
    /// <summary>Index of the item with the highest log-odds; the first where several are equal.</summary>
    public int Riskiest
    {
        get
        {
            var riskiest = 0;
            for (var i = 1; i < ItemLogOdds.Count; i++)
            {
                riskiest = ItemLogOdds[i] > ItemLogOdds[riskiest] ? i : riskiest;
            }

            return riskiest;
        }
    }

    /// <summary>The area with the highest expected consequence; the model's area where several are equal.</summary>
    public AreaRisk Main { get; } = MainOf(Areas);

    private static AreaRisk MainOf(IReadOnlyList<AreaRisk> areas)
    {
        var main = areas[0];
        for (var i = 1; i < areas.Count; i++)
        {
            main = areas[i].Expected > main.Expected ? areas[i] : main;
        }

        return main;
    }
}
