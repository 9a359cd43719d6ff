using Tamiz.Assessment;
using Tamiz.Ledger;

namespace Tamiz.Storage.Projections;

/// <summary>What one batch of the ledger says was decided about a version of a declaration.</summary>
internal sealed class Decision(string identity, int version)
{
    /// <summary>Identity, without the version.</summary>
    public string Identity { get; } = identity;

    /// <summary>From 1.</summary>
    public int Version { get; } = version;

    /// <summary>Whether its declaration stands before it in the same batch.</summary>
    public bool IsEntered { get; init; }

    /// <summary>Its assessment; null where the batch has none.</summary>
    public AssessmentMade? Assessment { get; set; }

    /// <summary>The draw; null where the batch has none, as for an amendment, which keeps the first draw.</summary>
    public DrawMade? Draw { get; set; }

    /// <summary>The lane; null where the batch gives none, as for imported history.</summary>
    public LaneGiven? Lane { get; set; }

    /// <summary>Sequence of the record of the lane.</summary>
    public long LaneSequence { get; set; }

    /// <summary>The area with the highest expected consequence; the first where several are equal, null where there is none.</summary>
    public AreaRisk? Main
    {
        get
        {
            AreaRisk? main = null;
            foreach (var area in Assessment?.Areas ?? [])
            {
                var risk = new AreaRisk(area.Area, area.Base, [], area.LogOdds, area.AtStake);
                main = main is null || risk.Expected > main.Expected ? risk : main;
            }

            return main;
        }
    }
}
