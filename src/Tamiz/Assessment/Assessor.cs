using System.Runtime.InteropServices;
using Tamiz.Facts;
using Tamiz.Models;

namespace Tamiz.Assessment;

/// <summary>Weighs frozen facts into a risk by area. Pure: any number of threads may call it.</summary>
public sealed class Assessor
{
    /// <summary>Code of what the other items add to the riskiest one.</summary>
    public const string OtherItemsCode = "items.others";

    // More indicators than these are weighed off the stack.
    private const int MostOnStack = 256;

    private readonly Indicator[] _indicators;
    private readonly double[] _weights;
    private readonly AdditiveModel _model;
    private readonly RiskRegister _register;
    private readonly int _stakeSlot;
    private readonly RiskArea _modelArea;

    /// <summary>An assessor.</summary>
    /// <param name="catalogue">The facts.</param>
    /// <param name="indicators">The indicators, in the order of the model's signals.</param>
    /// <param name="model">Weights and base of one area.</param>
    /// <param name="register">The areas.</param>
    /// <exception cref="ArgumentException">The model has other signals than the indicators, or an area that the register lacks.</exception>
    public Assessor(FactCatalogue catalogue, IReadOnlyList<Indicator> indicators, AdditiveModel model, RiskRegister register)
    {
        if (!model.Signals.SequenceEqual(indicators.Select(indicator => indicator.Code)))
        {
            throw new ArgumentException("The model was made for other indicators.", nameof(model));
        }

        _indicators = [.. indicators];
        _weights = [.. model.Weights];
        _model = model;
        _register = register;
        _stakeSlot = catalogue.StakeSlot;
        _modelArea = register.Find(model.Area) ?? throw new ArgumentException($"The risk register has no area {model.Area}.", nameof(model));
    }

    /// <summary>The weights in force.</summary>
    public AdditiveModel Model => _model;

    /// <summary>The indicators, in the order of the model's signals.</summary>
    public IReadOnlyList<Indicator> Indicators => _indicators;

    /// <summary>The signals of an item; 0 where one cannot be evaluated.</summary>
    public float[] SignalsOf(GatheredItem item)
    {
        var signals = new float[_indicators.Length];
        for (var i = 0; i < signals.Length; i++)
        {
            var signal = _indicators[i].Signal(item.Facts);
            signals[i] = double.IsNaN(signal) ? 0 : (float)signal;
        }

        return signals;
    }

    /// <summary>The risks of a declaration.</summary>
    public AssessedDeclaration Assess(GatheredDeclaration gathered)
    {
        var count = _indicators.Length;
        Span<double> room = count <= MostOnStack ? stackalloc double[2 * count] : new double[2 * count];
        var contributions = room[..count];
        var next = room[count..];
        var logOdds = new double[gathered.Items.Count];
        var strongest = 0;
        for (var i = 0; i < logOdds.Length; i++)
        {
            logOdds[i] = Weigh(gathered.Items[i], next);
            if (i == 0 || logOdds[i] > logOdds[strongest])
            {
                strongest = i;
                var freed = contributions;
                contributions = next;
                next = freed;
            }
        }

        var main = ModelArea(gathered, contributions, logOdds, strongest);
        return new AssessedDeclaration(gathered, gathered.Attached.Count == 0 ? [main] : [main, .. OtherAreas(gathered)], logOdds);
    }

    /// <summary>Writes what each indicator adds to the log-odds of an item; 0 where it cannot be evaluated.</summary>
    /// <returns>The log-odds of the item by itself.</returns>
    private double Weigh(GatheredItem item, Span<double> contributions)
    {
        var sum = _model.Base;
        for (var i = 0; i < _indicators.Length; i++)
        {
            var signal = _indicators[i].Signal(item.Facts);
            contributions[i] = double.IsNaN(signal) ? 0 : _weights[i] * signal;
            sum += contributions[i];
        }

        return sum;
    }

    private AreaRisk ModelArea(GatheredDeclaration gathered, ReadOnlySpan<double> contributions, double[] itemLogOdds, int strongest)
    {
        var others = itemLogOdds.Length > 1 ? 1 : 0;
        var own = contributions.Length - contributions.Count(0.0);
        var evidence = new Evidence[own + others + CountAttached(gathered.Attached, _modelArea.Id)];
        var filled = 0;
        for (var i = 0; i < contributions.Length; i++)
        {
            if (contributions[i] != 0)
            {
                evidence[filled++] = new Evidence(_indicators[i], gathered.Items[strongest], contributions[i]);
            }
        }

        if (others > 0)
        {
            evidence[filled++] = OtherItems(itemLogOdds, strongest);
        }

        return Sum(gathered, _modelArea, _model.Base, evidence, filled);
    }

    private IEnumerable<AreaRisk> OtherAreas(GatheredDeclaration gathered) =>
        from area in _register.Areas
        where area.Id != _model.Area
        let count = CountAttached(gathered.Attached, area.Id)
        where count > 0
        select Sum(gathered, area, Elementary.Logit((double)area.BaseShare), new Evidence[count], 0);

    /// <summary>The risk of an area from its evidence, to which what is stated about it is added.</summary>
    private AreaRisk Sum(GatheredDeclaration gathered, RiskArea area, double start, Evidence[] evidence, int filled)
    {
        AddAttached(gathered.Attached, area.Id, evidence.AsSpan(filled));
        Order(evidence);
        var logOdds = start;
        foreach (ref readonly var reason in evidence.AsSpan())
        {
            logOdds += reason.Contribution;
        }

        return new AreaRisk(area.Id, start, ImmutableCollectionsMarshal.AsImmutableArray(evidence), logOdds, AtStake(gathered, area));
    }

    /// <summary>Puts the strongest first. There are a dozen, mostly: each is moved to its place.</summary>
    private static void Order(Span<Evidence> evidence)
    {
        for (var i = 1; i < evidence.Length; i++)
        {
            var moved = evidence[i];
            var place = i;
            for (; place > 0 && moved.IsBefore(evidence[place - 1]); place--)
            {
                evidence[place] = evidence[place - 1];
            }

            evidence[place] = moved;
        }
    }

    private double AtStake(GatheredDeclaration gathered, RiskArea area)
    {
        if (!area.IsMoney)
        {
            return (double)area.Consequence;
        }

        double sum = 0;
        foreach (var item in gathered.Items)
        {
            var stake = item.Facts[_stakeSlot];
            sum += double.IsNaN(stake) ? 0 : stake;
        }

        return sum;
    }

    /// <summary>
    /// What the other items add to the riskiest one: the log-odds that at least one of all is non-compliant, taken as independent,
    /// less those of the riskiest alone.
    /// </summary>
    private static Evidence OtherItems(double[] logOdds, int strongest)
    {
        double compliant = 1;
        foreach (var item in logOdds)
        {
            compliant *= 1 - Elementary.Sigmoid(item);
        }

        var together = Math.Clamp(1 - compliant, 1e-12, 1 - 1e-12);
        var others = new AttachedEvidence(OtherItemsCode, OtherItemsCode, EvidenceFamily.Internal, "", 0, "declaration", OtherItemsCode)
        {
            Arguments = [new("count", ArgumentKind.Count, logOdds.Length - 1, null)],
        };
        return new Evidence(others, Math.Max(0, Elementary.Logit(together) - logOdds[strongest]));
    }

    private static int CountAttached(IReadOnlyList<AttachedEvidence> attached, string area)
    {
        var count = 0;
        for (var i = 0; i < attached.Count; i++)
        {
            count += attached[i].Area == area ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds what is stated about an area; of one origin only the strongest counts, and the others are shown with nothing added.</summary>
    private static void AddAttached(IReadOnlyList<AttachedEvidence> attached, string area, Span<Evidence> into)
    {
        for (int i = 0, filled = 0; i < attached.Count; i++)
        {
            if (attached[i].Area == area)
            {
                into[filled++] = new Evidence(attached[i], IsStrongest(attached, i) ? attached[i].Weight : 0);
            }
        }
    }

    private static bool IsStrongest(IReadOnlyList<AttachedEvidence> attached, int index)
    {
        var evidence = attached[index];
        for (var i = 0; i < attached.Count; i++)
        {
            var other = attached[i];
            var stronger = Math.Abs(other.Weight).CompareTo(Math.Abs(evidence.Weight));
            if (i != index && other.Area == evidence.Area && other.Origin == evidence.Origin && (stronger > 0 || (stronger == 0 && i < index)))
            {
                return false;
            }
        }

        return true;
    }
}
