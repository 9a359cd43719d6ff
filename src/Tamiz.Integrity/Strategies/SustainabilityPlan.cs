using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>What an administration and its partners agreed, so that the strategy lasts: sustainability.yaml. The strategy is one of its parts.</summary>
/// <param name="Version">Like 1.0.</param>
/// <param name="Title">Its title.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Strategy">Version of the strategy that it holds.</param>
/// <param name="Currency">Currency of costs, ISO 4217.</param>
/// <param name="Partners">Who agrees: the administration first.</param>
/// <param name="Commitments">Who does what.</param>
/// <param name="Missions">Missions that followed up, with what they recommend.</param>
/// <param name="Handover">What has to go on when a donor leaves.</param>
public sealed record SustainabilityPlan(
    string Version, LocalText Title, LocalText Purpose, string Strategy, string Currency,
    IReadOnlyList<Partner> Partners, IReadOnlyList<Commitment> Commitments, IReadOnlyList<Mission> Missions, IReadOnlyList<HandoverItem> Handover)
{
    /// <summary>All recommendations with the mission that made them.</summary>
    public IEnumerable<(Mission Mission, Recommendation Recommendation)> Recommendations => Missions.SelectMany(mission => mission.Recommendations.Select(one => (mission, one)));

    /// <summary>What goes on by itself costs so much a year.</summary>
    public decimal CostPerYear => Handover.Sum(item => item.CostPerYear);

    /// <summary>What nobody answers for, or nobody pays, when the donor leaves.</summary>
    public IEnumerable<HandoverItem> Orphans => Handover.Where(item => item.Owner.IsEmpty || item.Money.IsEmpty);
}

/// <summary>Somebody who agrees to the plan.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Title">Their name.</param>
/// <param name="SignedOn">When they signed; null where they have not.</param>
/// <param name="Signatory">The function that signed.</param>
public sealed record Partner(string Id, LocalText Title, DateOnly? SignedOn, LocalText Signatory);

/// <summary>A promise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Id of the partner who makes it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Due">When it has to be kept.</param>
/// <param name="Status">open or kept.</param>
public sealed record Commitment(string Id, string By, LocalText Text, LocalText Owner, DateOnly Due, string Status);

/// <summary>A mission that followed up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">When.</param>
/// <param name="By">Id of the partner.</param>
/// <param name="Recommendations">What it recommends.</param>
public sealed record Mission(string Id, DateOnly Date, string By, IReadOnlyList<Recommendation> Recommendations);

/// <summary>Something that a mission recommends.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Action">Id of the strategy's action that it became; empty where it became none.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Due">When it has to be done; null where no day is set.</param>
/// <param name="Status">open, under-way, done or declined.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record Recommendation(string Id, LocalText Text, string Action, LocalText Owner, DateOnly? Due, string Status, IReadOnlyList<Evidence> Evidence);

/// <summary>Something that a donor pays for, and what becomes of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What.</param>
/// <param name="PaidBy">Id of the partner who pays for it now.</param>
/// <param name="Until">When that ends.</param>
/// <param name="CostPerYear">What it costs a year.</param>
/// <param name="Owner">Who answers for it then; empty where nobody does.</param>
/// <param name="Money">What pays for it then; empty where nothing does.</param>
/// <param name="Skills">What people have to be able to do.</param>
/// <param name="Risk">What can go wrong.</param>
/// <param name="Fallback">What is done where it cannot go on.</param>
public sealed record HandoverItem(
    string Id, LocalText Title, string PaidBy, DateOnly Until, decimal CostPerYear, LocalText Owner, LocalText Money, LocalText Skills, LocalText Risk, LocalText Fallback);
