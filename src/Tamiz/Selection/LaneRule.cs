namespace Tamiz.Selection;

/// <summary>A lane of an office.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Capacity">Its capacity.</param>
/// <param name="Random">Probability with which any declaration is drawn into it, whatever is known, 0 to 1.</param>
public sealed record LaneRule(string Lane, Capacity Capacity, double Random);
