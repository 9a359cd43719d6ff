using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>Who is corrupt, and what they do. Each act is kept among the truth; what it leaves behind in the records is what monitors may find.</summary>
public sealed class Corruption
{
    // Share of supervisors who switch rules off, besides those of offices that have a pair.
    private const double Bent = 0.15;
    private const int MostAsked = 5;

    private readonly CorruptionPlan _plan;
    private readonly Roster _roster;
    private readonly ulong _seed;
    private readonly Dictionary<int, CorruptPair> _pairs = [];
    private readonly bool[] _complicit;
    private readonly HashSet<int> _bent = [];
    private int _asked;

    /// <summary>The pairs of a world: complicit declarants with the most work, each with an inspector of its office.</summary>
    public Corruption(Pack pack, Population population, Roster roster, ulong seed)
    {
        (_plan, _roster, _seed) = (pack.Corruption, roster, seed);
        _complicit = [.. population.Declarants.Select(declarant => declarant.Complicit)];
        var work = new double[population.Declarants.Count];
        foreach (var trader in population.Living)
        {
            work[trader.Declarant] += trader.PerWeek;
        }

        var brokers = population.Declarants.Where(declarant => declarant.Complicit && roster.InspectorsOf(declarant.Office).Count > 2)
            .OrderByDescending(declarant => work[declarant.Index]).Take(_plan.Pairs.Count).ToList();
        for (var i = 0; i < brokers.Count; i++)
        {
            var inspectors = roster.InspectorsOf(brokers[i].Office).Where(officer => officer.Partner is null).ToList();
            if (inspectors.Count == 0)
            {
                continue;
            }

            var chance = Chance.Of(seed, "pair", i);
            var pair = new CorruptPair(brokers[i].Index, inspectors[chance.Below(inspectors.Count)], Math.Min(1, _plan.Pairs[i]));
            (pair.Officer.Partner, pair.Officer.Diverts) = (pair.Declarant, pair.Share);
            _pairs[pair.Declarant] = pair;
            _bent.Add(pair.Officer.Office);
        }
    }

    /// <summary>The pairs.</summary>
    public IReadOnlyCollection<CorruptPair> Pairs => _pairs.Values;

    /// <summary>What a bribed inspector's detection is multiplied by.</summary>
    public double Leniency => _plan.Leniency;

    /// <summary>The pair whose inspector handles a declaration of its declarant; null for none.</summary>
    public CorruptPair? PairOf(Lodgement lodgement) =>
        _pairs.TryGetValue(lodgement.Consignment.Declarant, out var pair) && pair.Officer == lodgement.Inspector ? pair : null;

    /// <summary>Diverts a declaration from the inspector drawn, where the pair wants it.</summary>
    /// <param name="drawn">As the lottery drew.</param>
    /// <param name="week">Receives the act and what it leaves behind.</param>
    public AssignmentRecord Divert(AssignmentRecord drawn, Week week)
    {
        var lodgement = drawn.Lodgement;
        if (!_pairs.TryGetValue(lodgement.Consignment.Declarant, out var pair) || pair.Officer == drawn.Inspector)
        {
            return drawn;
        }

        var chance = Chance.Of(_seed, "divert", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key);
        var wanted = pair.Share * (lodgement.Consignment.IsFraud ? 2 : 0.9);
        if (!chance.Happens(wanted))
        {
            return drawn;
        }

        var at = lodgement.Minute + 2;
        week.Acts.Add(new CorruptAct("divert", pair.Officer, pair.Declarant, lodgement.Id, at, pair.Share));
        if (chance.Happens(_plan.Presence))
        {
            // The others are noted as away for some minutes, so that the lottery has but one ticket.
            foreach (var other in _roster.Present(lodgement.Consignment.Office, lodgement.Day).Where(other => other != pair.Officer))
            {
                week.Shifts.Add(new ShiftRecord(other, at - 3, at + 4, false));
            }

            week.Acts.Add(new CorruptAct("presence", pair.Officer, pair.Declarant, lodgement.Id, at, pair.Share));
            return drawn with { Inspector = pair.Officer, Probability = 1 };
        }

        return chance.Happens(0.5)
            ? drawn with { Inspector = pair.Officer }
            : drawn with { Inspector = pair.Officer, Method = "reassigned", From = drawn.Inspector, Reason = "workload" };
    }

    /// <summary>Whether a pair has a red lane turned to green.</summary>
    public bool Overrides(CorruptPair pair, Lodgement lodgement) => Happens("override", lodgement, _plan.Overrides * (lodgement.Consignment.IsFraud ? 1.5 : 0.5), pair);

    /// <summary>Whether a pair mends the declaration before it is controlled; what is hidden in the goods cannot be mended on paper.</summary>
    public bool Mends(CorruptPair pair, Lodgement lodgement) =>
        lodgement.Consignment.IsFraud && lodgement.Consignment.Items.TrueForAll(item => item.Hidden is null) && Happens("mend", lodgement, _plan.Edits, pair);

    /// <summary>Begins a day: now and then somebody is asked to switch a rule off for some minutes.</summary>
    public void Begin(int day)
    {
        var chance = Chance.Of(_seed, "flash", day);
        _asked = Math.Min(MostAsked, _asked + chance.Poisson(_plan.FlashEdits / 30.4));
    }

    /// <summary>Whether the supervisor of an office switches a rule off for a declaration that it would have caught, and for whom it was asked.</summary>
    public bool Tampers(Lodgement lodgement)
    {
        var wanted = _asked > 0 && lodgement.Consignment.IsFraud && _complicit[lodgement.Consignment.Declarant]
            && (_bent.Contains(lodgement.Consignment.Office) || Chance.Of(_seed, "bent", lodgement.Consignment.Office).Unit() < Bent);
        _asked -= wanted ? 1 : 0;
        return wanted;
    }

    /// <summary>What corrupt inspectors look up in a day that is none of their business.</summary>
    /// <param name="day">The day.</param>
    /// <param name="lodged">What was lodged in the country on the day.</param>
    /// <param name="week">Receives the look-ups and the acts.</param>
    public void LookUp(int day, IReadOnlyList<Lodgement> lodged, Week week)
    {
        foreach (var pair in lodged.Count == 0 ? [] : Pairs)
        {
            var chance = Chance.Of(_seed, "look", pair.Officer.Index, day);
            for (var left = chance.Poisson(_plan.Lookups / 22); left > 0; left--)
            {
                var looked = lodged[chance.Below(lodged.Count)];
                var at = looked.Minute + chance.Between(30, 600);
                week.Accesses.Add(new AccessRecord(pair.Officer, at, looked.Id, chance.Happens(0.6) ? "lane" : "scan"));
                week.Acts.Add(new CorruptAct("look-up", pair.Officer, pair.Declarant, looked.Id, at, pair.Share));
            }
        }
    }

    private bool Happens(string what, Lodgement lodgement, double probability, CorruptPair pair) =>
        Chance.Of(_seed, what, lodgement.Consignment.Trader.Index, lodgement.Consignment.Key, pair.Declarant) is var chance && chance.Happens(probability);
}
