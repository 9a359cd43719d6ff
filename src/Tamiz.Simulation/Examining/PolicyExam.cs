using Tamiz.Simulation.Control;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Examining;

/// <summary>
/// Keeps what offices received from a date on, so that others can be asked afterwards what they would have examined of it, with as many examinations
/// an office and day as somebody else made. Until that date the candidates see and learn what the policy in force sees and learns; then nobody learns
/// any more. The world goes on as the policy in force has it: an open-loop comparison, in which nobody answers to a candidate's choice.
/// </summary>
/// <param name="inForce">The policy that the world goes by.</param>
/// <param name="candidates">Policies that are to be asked.</param>
/// <param name="from">First day of the exam.</param>
public sealed class PolicyExam(ISelectionPolicy inForce, IReadOnlyList<ISelectionPolicy> candidates, DateOnly from) : ISelectionPolicy
{
    private readonly List<OfficeDay> _days = [];
    private readonly Dictionary<string, ExaminedGoods> _truth = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => inForce.Name;

    /// <summary>Declarations of the exam.</summary>
    public int Declarations => _truth.Count;

    /// <inheritdoc/>
    public void Choose(OfficeDay day, Span<LaneChoice> choices)
    {
        inForce.Choose(day, choices);
        if (day.Date >= from)
        {
            _days.Add(day);
            return;
        }

        foreach (var candidate in candidates)
        {
            candidate.Choose(day, new LaneChoice[choices.Length]);
        }
    }

    /// <inheritdoc/>
    public void Learn(KnownFinding finding)
    {
        inForce.Learn(finding);
        if (_days.Count == 0)
        {
            foreach (var candidate in candidates)
            {
                candidate.Learn(finding);
            }
        }
    }

    /// <summary>Takes down what is true of a week's declarations.</summary>
    /// <param name="week">The week, once it is over.</param>
    /// <param name="schemes">The world's schemes.</param>
    public void Add(Week week, SchemeBook schemes)
    {
        var seen = _days.SelectMany(day => day.Declarations).Select(declaration => (declaration.Id, declaration.Version)).ToHashSet();
        foreach (var lodgement in week.Lodgements.Where(lodgement => lodgement.WouldBeFound.Length > 0 && seen.Contains((lodgement.Id, lodgement.Version))))
        {
            _truth[lodgement.Id] = Truth(lodgement, schemes);
        }
    }

    /// <summary>What is true of a declaration: for the oracle.</summary>
    public HiddenTruth TruthOf(string declaration)
    {
        var truth = _truth.GetValueOrDefault(declaration);
        return new HiddenTruth(truth.Evaded, truth.Prohibited);
    }

    /// <summary>What a candidate's examinations would have brought, as many an office and day as somebody else made.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="examined">Declarations that somebody else examined.</param>
    public ExamFigures Judge(ISelectionPolicy candidate, IReadOnlySet<string> examined)
    {
        var chosen = new List<(string, double)>();
        foreach (var day in _days)
        {
            var (choices, red) = (new LaneChoice[day.Declarations.Count], RedOf(day, examined));
            candidate.Choose(day with { Red = red, Yellow = 0 }, choices);

            // A rule book draws first, and on a small day more than there is room for: what is too much does not count here.
            chosen.AddRange(day.Declarations.Where((_, i) => choices[i].Lane == Lane.Red).Take(red).Select(declaration => (declaration.Id, 1.0)));
        }

        return Judge(chosen);
    }

    /// <summary>What draws would have brought in the mean, as many an office and day as somebody else's examinations.</summary>
    /// <param name="examined">Declarations that somebody else examined.</param>
    public ExamFigures JudgeDraws(IReadOnlySet<string> examined) =>
        Judge(_days.SelectMany(day => day.Declarations.Select(declaration => (declaration.Id, (double)RedOf(day, examined) / day.Declarations.Count))));

    /// <summary>What examinations would have brought.</summary>
    /// <param name="examined">Declarations examined; others than the exam's are passed over.</param>
    public ExamFigures Judge(IReadOnlySet<string> examined) => Judge(examined.Select(id => (id, 1.0)));

    private static int RedOf(OfficeDay day, IReadOnlySet<string> examined) => day.Declarations.Count(declaration => examined.Contains(declaration.Id));

    private ExamFigures Judge(IEnumerable<(string Id, double Share)> examined)
    {
        var figures = new ExamFigures(0, 0, 0, 0, _truth.Values.Count(truth => truth.Prohibited));
        foreach (var (id, share) in examined)
        {
            if (_truth.TryGetValue(id, out var truth))
            {
                figures = figures with
                {
                    Examined = figures.Examined + share,
                    Hits = figures.Hits + (truth.Found ? share : 0),
                    Recovered = figures.Recovered + (share * truth.Recovered),
                    NonFiscalFound = figures.NonFiscalFound + (truth.ProhibitedFound ? share : 0),
                };
            }
        }

        return figures;
    }

    private static ExaminedGoods Truth(Lodgement lodgement, SchemeBook schemes)
    {
        var truth = default(ExaminedGoods);
        for (var i = 0; i < lodgement.Consignment.Items.Count; i++)
        {
            var (item, found) = (lodgement.Consignment.Items[i], lodgement.WouldBeFound[i]);
            var nonFiscal = item.Kind == ActKind.Fraud && item.Scheme >= 0 && !schemes.Mechanisms[item.Scheme].Fiscal;
            truth = new ExaminedGoods(
                truth.Found || found, truth.Evaded + item.Evaded, truth.Recovered + (found ? item.Evaded : 0),
                truth.Prohibited || nonFiscal, truth.ProhibitedFound || (nonFiscal && found));
        }

        return truth;
    }

    private readonly record struct ExaminedGoods(bool Found, long Evaded, long Recovered, bool Prohibited, bool ProhibitedFound);
}
