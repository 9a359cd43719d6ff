namespace Tamiz.Assessment;

/// <summary>What a risk would be if one of its reasons had not been known.</summary>
public static class Counterfactual
{
    /// <summary>
    /// The risk of an area without a reason, assessed anew: the fact is missing on each item that has the same, or the list hit or report
    /// is not there, or the riskiest item stands alone. Another item can then be the riskiest, or another evidence of the same origin count.
    /// </summary>
    /// <returns>Probability of non-compliance in the area, in (0, 1).</returns>
    public static double RiskWithout(Assessor assessor, AssessedDeclaration assessed, AreaRisk area, Evidence evidence)
    {
        var anew = assessor.Assess(Without(assessed, evidence));
        foreach (var other in anew.Areas)
        {
            if (other.Area == area.Area)
            {
                return other.Risk;
            }
        }

        // The last evidence of an area of its own is gone.
        return Elementary.Sigmoid(area.Base);
    }

    private static GatheredDeclaration Without(AssessedDeclaration assessed, Evidence evidence)
    {
        var gathered = assessed.Gathered;
        return evidence.Code == Assessor.OtherItemsCode ? gathered with { Items = [gathered.Items[assessed.Riskiest]] }
            : evidence.Item is { } item ? gathered.Without(item, evidence.Slot)
            : gathered.Without(-1, evidence.Code);
    }
}
