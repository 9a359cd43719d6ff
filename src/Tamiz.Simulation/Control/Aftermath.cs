using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>What a day leaves for later days.</summary>
public sealed class Aftermath
{
    /// <summary>Consignments that will be lodged again.</summary>
    public List<Consignment> Again { get; } = [];

    /// <summary>Further versions of declarations whose lane was given.</summary>
    public List<Lodgement> Versions { get; } = [];

    /// <summary>Findings that are not known yet, by the day on which they will be.</summary>
    public PriorityQueue<Finding, (int Day, long Order)> Findings { get; } = new();

    /// <summary>Puts findings by until they become known.</summary>
    public void Await(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Findings.Enqueue(finding, ((int)(finding.Known / WorldClock.DayMinutes) + 1, _order++));
        }
    }

    private long _order;
}
