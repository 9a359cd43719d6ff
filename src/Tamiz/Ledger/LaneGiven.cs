using Tamiz.Selection;

namespace Tamiz.Ledger;

/// <summary>The lane of a declaration, and how it came about.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="DeclarationVersion">Its version, from 1.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Basis">Why.</param>
/// <param name="Area">Risk area whose reserve was used; empty for none.</param>
/// <param name="Inclusion">Probability of this lane or a more controlling one.</param>
/// <param name="Exact">Probability of exactly this lane.</param>
/// <param name="Random">Probability of this lane or a more controlling one by the draw alone.</param>
/// <param name="Bid">The least value that the lane's capacity would have taken; NaN for none.</param>
/// <param name="Value">Expected consequence over all areas, in the home's currency.</param>
/// <param name="Mandatory">What makes a control mandatory; empty for nothing.</param>
/// <param name="Referral">Whether it is flagged for post-clearance audit.</param>
/// <param name="ReferralProbability">Probability of the flag, given the lane.</param>
public sealed record LaneGiven(
    Instant At, string By, string Identity, int DeclarationVersion, string Lane, Basis Basis, string Area, double Inclusion,
    double Exact, double Random, double Bid, double Value, string Mandatory, bool Referral, double ReferralProbability)
    : LedgerRecord(At, By)
{
    private const int Bases = 5;

    /// <inheritdoc/>
    public override RecordType Type => RecordType.LaneGiven;

    /// <summary>The record of a decision.</summary>
    /// <param name="at">When it was made.</param>
    /// <param name="by">Id of the person; empty where the system acted by itself.</param>
    /// <param name="identity">office/year/number of the declaration, without a version.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <param name="decision">The decision; its draw is a record of its own.</param>
    public static LaneGiven Of(Instant at, string by, string identity, int version, LaneDecision decision) => new(
        at, by, identity, version, decision.Lane, decision.Basis, decision.Area ?? "", decision.InclusionProbability,
        decision.LaneProbability, decision.RandomProbability, decision.BidPrice, decision.Value, decision.Mandatory ?? "",
        decision.Referral, decision.ReferralProbability);

    /// <summary>The decision again.</summary>
    /// <param name="draw">The lane's number drawn (<see cref="DrawMade"/>), in [0, 1).</param>
    public LaneDecision Decision(double draw) => new(Lane, Basis)
    {
        Draw = draw,
        RandomProbability = Random,
        InclusionProbability = Inclusion,
        LaneProbability = Exact,
        Area = Area.Length == 0 ? null : Area,
        Value = Value,
        BidPrice = Bid,
        Mandatory = Mandatory.Length == 0 ? null : Mandatory,
        Referral = Referral,
        ReferralProbability = ReferralProbability,
    };

    internal static LaneGiven Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Count32(), reader.Text(), (Basis)reader.OneOf(Bases), reader.Text(), reader.Number(),
            reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Text(), reader.Flag(), reader.Number());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Count(DeclarationVersion);
        writer.Text(Lane);
        writer.U8((byte)Basis);
        writer.Text(Area);
        writer.Number(Inclusion);
        writer.Number(Exact);
        writer.Number(Random);
        writer.Number(Bid);
        writer.Number(Value);
        writer.Text(Mandatory);
        writer.Flag(Referral);
        writer.Number(ReferralProbability);
    }
}
