using Tamiz.Ledger;
using Tamiz.Storage.Desk;

namespace Tamiz.Storage.Projections;

/// <summary>What a portion of records means for the desk database, while it is read.</summary>
internal sealed class DeskDraft
{
    private readonly List<DeskDeclaration> _declarations = [];
    private readonly List<DeskDecision> _decisions = [];
    private readonly List<DeskLaneChange> _laneChanges = [];
    private readonly List<DeskCancellation> _cancellations = [];
    private readonly List<DeskFinding> _findings = [];
    private readonly List<DeskAct> _acts = [];
    private readonly DeskHouse _house = new();
    private readonly Dictionary<string, double> _draws = new(StringComparer.Ordinal);

    /// <summary>Identities with a lane whose draw does not stand in this portion.</summary>
    public IReadOnlyList<string> WithoutDraw =>
    [
        .. _declarations.Where(row => row.Lane is not null).Select(row => row.Identity)
            .Concat(_decisions.Select(row => row.Identity)).Where(identity => !_draws.ContainsKey(identity)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Adds what a record means.</summary>
    public void Add(LedgerStep step)
    {
        switch (step.Record)
        {
            case DeclarationEntered entered:
                _declarations.Add(RowOf(step, entered));
                break;
            case DrawMade drawn:
                _draws[drawn.Identity] = drawn.Drawn.Lane;
                break;
            case LaneGiven when step.Decision is { Lane: { } lane } decision:
                _decisions.Add(Late(decision, lane));
                break;
            case FindingEntered found:
                _findings.Add(new DeskFinding(
                    step.Sequence, found.At, found.By, found.Identity, found.Item, found.NonCompliant, found.Area, (int)found.Status, (int)found.Nature, found.Known,
                    found.Recovered));
                break;
            case DeclarationAmended or DeclarationCancelled or InspectorAssigned or LaneOverridden:
                Act(step.Sequence, step.Record);
                break;
            default:
                _house.Add(step);
                break;
        }
    }

    /// <summary>All of it.</summary>
    /// <param name="earlier">Draws by identity that were applied earlier.</param>
    public DeskChanges ToChanges(IReadOnlyDictionary<string, double> earlier) => _house.Fill(new DeskChanges
    {
        Declarations = _declarations.ConvertAll(row => row.Lane is null ? row : row with { Draw = DrawOf(row.Identity, earlier) }),
        Decisions = _decisions.ConvertAll(row => row with { Draw = DrawOf(row.Identity, earlier) }),
        LaneChanges = _laneChanges,
        Cancellations = _cancellations,
        Findings = _findings,
        Acts = _acts,
    });

    private double? DrawOf(string identity, IReadOnlyDictionary<string, double> earlier) =>
        _draws.TryGetValue(identity, out var draw) || earlier.TryGetValue(identity, out draw) ? draw : null;

    private static DeskDeclaration RowOf(LedgerStep step, DeclarationEntered entered)
    {
        var lodged = entered.Declaration;
        var row = new DeskDeclaration(
            step.Sequence, step.Batch, entered.Identity, lodged.Identity.Version, lodged.Identity.Office, lodged.LodgedOn, lodged.LodgedAt, entered.At, entered.Live)
        {
            Importer = entered.Parties.Importer?.Identifier?.Value,
            Declarant = entered.Parties.Declarant?.Identifier?.Value,
            Exporter = entered.Parties.Exporter?.Identifier?.Value,
        };
        if (step.Decision is not { Lane: { } lane } decision)
        {
            return row;
        }

        var main = decision.Main;
        return row with
        {
            Lane = lane.Lane,
            LaneSequence = decision.LaneSequence,
            Basis = lane.Basis,
            Area = main?.Area,
            Risk = main?.Risk,
            AtStake = main?.AtStake,
            Expected = main?.Expected,
            Inclusion = lane.Inclusion,
            Referral = lane.Referral,
        };
    }

    private static DeskDecision Late(Decision decision, LaneGiven lane)
    {
        var main = decision.Main;
        return new DeskDecision(
            decision.LaneSequence, decision.Identity, decision.Version, lane.Lane, lane.Basis, main?.Area, main?.Risk, main?.AtStake, main?.Expected, null, lane.Inclusion,
            lane.Referral);
    }

    private void Act(long sequence, LedgerRecord record)
    {
        var row = new DeskAct(sequence, record.At, record.By, ActKind.Assignment, "", "", "", "", "");
        switch (record)
        {
            case InspectorAssigned assigned:
                row = row with { Identity = assigned.Identity, To = assigned.Inspector, Reason = assigned.Reason, Second = assigned.Second };
                break;
            case LaneOverridden lane:
                row = row with
                {
                    Kind = ActKind.Override, Identity = lane.Identity, From = lane.From, To = lane.To, Reason = $"{lane.Code} {lane.Note}".Trim(), Second = lane.Second,
                };
                _laneChanges.Add(new DeskLaneChange(sequence, lane.Identity, lane.To));
                break;
            case DeclarationAmended amended:
                row = row with
                {
                    Kind = ActKind.Amendment, Identity = amended.Identity, From = Number(amended.Earlier), To = Number(amended.Later), Reason = amended.Disclosed ? "disclosed" : "",
                };
                break;
            case DeclarationCancelled cancelled:
                row = row with { Kind = ActKind.Cancellation, Identity = cancelled.Identity, From = Number(cancelled.DeclarationVersion), Reason = cancelled.Reason };
                _cancellations.Add(new DeskCancellation(cancelled.Identity, cancelled.DeclarationVersion));
                break;
        }

        _acts.Add(row);
    }

    private static string Number(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
