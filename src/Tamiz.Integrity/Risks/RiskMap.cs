using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Risks;

/// <summary>The corruption risk map: what can go wrong in each process of customs, how likely, how grave, and what is done about it.</summary>
/// <param name="Date">When it was last gone through.</param>
/// <param name="Processes">The processes.</param>
/// <param name="Risks">The risks, in the order of the file.</param>
public sealed record RiskMap(DateOnly Date, IReadOnlyList<CustomsProcess> Processes, IReadOnlyList<CorruptionRisk> Risks)
{
    /// <summary>How many risks lie in each cell.</summary>
    /// <param name="residual">With controls, else without.</param>
    /// <returns>Ids of risks by likelihood (0 to 4 for 1 to 5) and consequence.</returns>
    public IReadOnlyList<string>[,] Grid(bool residual)
    {
        var grid = new IReadOnlyList<string>[Exposure.Highest, Exposure.Highest];
        for (var likelihood = 1; likelihood <= Exposure.Highest; likelihood++)
        {
            for (var consequence = 1; consequence <= Exposure.Highest; consequence++)
            {
                var cell = new Exposure(likelihood, consequence);
                grid[likelihood - 1, consequence - 1] = [.. Risks.Where(risk => (residual ? risk.Residual : risk.Inherent) == cell).Select(risk => risk.Id)];
            }
        }

        return grid;
    }

    /// <summary>The risks, the gravest with controls first.</summary>
    public IEnumerable<CorruptionRisk> ByResidual => Risks.OrderByDescending(risk => risk.Residual.Score).ThenByDescending(risk => risk.Inherent.Score).ThenBy(risk => risk.Id, StringComparer.Ordinal);
}

/// <summary>A process of customs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
public sealed record CustomsProcess(string Id, LocalText Title);

/// <summary>How likely and how grave, each from 1 to 5.</summary>
/// <param name="Likelihood">1 rare to 5 almost certain.</param>
/// <param name="Consequence">1 slight to 5 grave.</param>
public sealed record Exposure(int Likelihood, int Consequence)
{
    /// <summary>The highest likelihood and consequence.</summary>
    public const int Highest = 5;

    private const int Moderate = 5;
    private const int High = 10;
    private const int Extreme = 15;

    /// <summary>Their product, 1 to 25.</summary>
    public int Score => Likelihood * Consequence;

    /// <summary>low, moderate, high or extreme.</summary>
    public string Band => Score >= Extreme ? "extreme" : Score >= High ? "high" : Score >= Moderate ? "moderate" : "low";
}

/// <summary>A risk of corruption in a process.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Process">Id of the process.</param>
/// <param name="Title">What can happen.</param>
/// <param name="Inherent">Without controls.</param>
/// <param name="Residual">With the controls as they are.</param>
/// <param name="Owner">Who answers for it; empty where nobody does.</param>
/// <param name="Review">When it is gone through again; null where no day is set.</param>
/// <param name="Controls">What is done about it.</param>
/// <param name="Monitors">Ids of monitors that would show it.</param>
/// <param name="Findings">Ids of findings that have to do with it.</param>
public sealed record CorruptionRisk(
    string Id, string Process, LocalText Title, Exposure Inherent, Exposure Residual, LocalText Owner, DateOnly? Review,
    IReadOnlyList<RiskControl> Controls, IReadOnlyList<string> Monitors, IReadOnlyList<string> Findings);

/// <summary>Something that is done about a risk.</summary>
/// <param name="Title">What.</param>
/// <param name="Kind">prevents, detects or corrects.</param>
/// <param name="Owner">Who does it; empty where it is not said.</param>
/// <param name="Effectiveness">untested, weak, partial or strong.</param>
public sealed record RiskControl(LocalText Title, string Kind, LocalText Owner, string Effectiveness);
