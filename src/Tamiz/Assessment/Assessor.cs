using Tamiz.Facts;
using Tamiz.Models;

namespace Tamiz.Assessment;

/// <summary>Weighs frozen facts into a risk by area. Pure: any number of threads may call it.</summary>
public sealed class Assessor
{
    /// <summary>Code of what the other items add to the riskiest one.</summary>
    public const string OtherItemsCode = "items.others";

    private readonly Indicator[] _indicators;
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
        var logOdds = new double[gathered.Items.Count];
        var strongest = 0;
        for (var i = 0; i < logOdds.Length; i++)
        {
            logOdds[i] = ItemLogOdds(gathered.Items[i]);
            strongest = logOdds[i] > logOdds[strongest] ? i : strongest;
        }

        var areas = new List<AreaRisk>(1) { ModelArea(gathered, logOdds, strongest) };
        if (gathered.Attached.Count > 0)
        {
            foreach (var area in _register.Areas)
            {
                if (area.Id != _model.Area && gathered.Attached.Any(evidence => evidence.Area == area.Id))
                {
                    areas.Add(OtherArea(gathered, area));
                }
            }
        }

        return new AssessedDeclaration(gathered, areas, logOdds);
    }

    private double ItemLogOdds(GatheredItem item)
    {
        var sum = _model.Base;
        for (var i = 0; i < _indicators.Length; i++)
        {
            var signal = _indicators[i].Signal(item.Facts);
            sum += double.IsNaN(signal) ? 0 : _model.Weights[i] * signal;
        }

        return sum;
    }

    private AreaRisk ModelArea(GatheredDeclaration gathered, double[] itemLogOdds, int strongest)
    {
        var item = gathered.Items[strongest];
        var evidence = new List<Evidence>(_indicators.Length / 2);
        for (var i = 0; i < _indicators.Length; i++)
        {
            var signal = _indicators[i].Signal(item.Facts);
            var contribution = double.IsNaN(signal) ? 0 : _model.Weights[i] * signal;
            if (contribution != 0)
            {
                evidence.Add(new Evidence(_indicators[i], item, contribution));
            }
        }

        if (itemLogOdds.Length > 1)
        {
            evidence.Add(OtherItems(itemLogOdds, strongest));
        }

        return Sum(gathered, _modelArea, _model.Base, evidence);
    }

    private AreaRisk OtherArea(GatheredDeclaration gathered, RiskArea area) =>
        Sum(gathered, area, Elementary.Logit((double)area.BaseShare), []);

    private AreaRisk Sum(GatheredDeclaration gathered, RiskArea area, double start, List<Evidence> evidence)
    {
        AddAttached(gathered.Attached, area.Id, evidence);
        evidence.Sort(static (a, b) =>
        {
            var byStrength = Math.Abs(b.Contribution).CompareTo(Math.Abs(a.Contribution));
            return byStrength != 0 ? byStrength : string.CompareOrdinal(a.Code, b.Code);
        });
        var logOdds = start;
        foreach (var reason in evidence)
        {
            logOdds += reason.Contribution;
        }

        return new AreaRisk(area.Id, start, evidence, logOdds, AtStake(gathered, area));
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

    /// <summary>Adds what is stated about an area; of one origin only the strongest counts, and the others are shown with nothing added.</summary>
    private static void AddAttached(IReadOnlyList<AttachedEvidence> attached, string area, List<Evidence> into)
    {
        for (var i = 0; i < attached.Count; i++)
        {
            if (attached[i].Area == area)
            {
                into.Add(new Evidence(attached[i], IsStrongest(attached, i) ? attached[i].Weight : 0));
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
