namespace Tamiz.Assessment;

/// <summary>The risk register: the areas that control serves, and how each is weighed (risks.yaml).</summary>
/// <param name="Areas">The areas, in the register's order.</param>
public sealed record RiskRegister(IReadOnlyList<RiskArea> Areas)
{
    /// <summary>The area of an id; null where there is none.</summary>
    public RiskArea? Find(string id) => Areas.FirstOrDefault(area => string.Equals(area.Id, id, StringComparison.Ordinal));
}
