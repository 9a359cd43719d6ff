using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.Policies;

/// <summary>
/// A rule book that does not change: points for duty, for origins, for regimes, for importers who were caught, for large values; and a small random
/// stratum. What it never looks at, it never finds: the biased history that administrations have.
/// </summary>
public sealed class LegacyPolicy : OrderedPolicy
{
    private const double Slowly = 0.05;

    private readonly ControlPlan _plan;
    private readonly Dictionary<string, OriginCountry> _countries;
    private readonly Dictionary<string, string> _importers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _caught = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _usual = new(StringComparer.Ordinal);

    /// <summary>The rule book of a country.</summary>
    public LegacyPolicy(Pack pack, GoodsTable goods)
    {
        _plan = pack.Control;
        _countries = goods.Countries.DistinctBy(country => country.Code).ToDictionary(country => country.Code, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string Name => "legacy";

    /// <inheritdoc/>
    public override void Choose(OfficeDay day, Span<LaneChoice> choices)
    {
        var chance = day.Chance;
        var scores = new double[choices.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(day.Declarations[i], day);
            _usual[day.Office] = (_usual.GetValueOrDefault(day.Office, day.Declarations[i].Value) * (1 - Slowly)) + (day.Declarations[i].Value * Slowly);
        }

        // The draw comes first, over everything; what the rules would have chosen anyway keeps the probability of the rules.
        var ruled = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(day.Red).ToHashSet();
        var drawn = 0;
        for (var i = 0; i < choices.Length; i++)
        {
            if (chance.Happens(_plan.Random))
            {
                choices[i] = new LaneChoice(Lane.Red, Basis.Random, ruled.Contains(i) ? 1 : _plan.Random);
                scores[i] = double.NegativeInfinity;
                drawn++;
            }
        }

        Order(scores, day, choices, drawn);
        Remember(day, choices);
    }

    /// <inheritdoc/>
    public override void Learn(KnownFinding finding)
    {
        if (finding.NonCompliant && _importers.TryGetValue(finding.Declaration, out var importer))
        {
            _caught.Add(importer);
        }
    }

    /// <inheritdoc/>
    protected override double Score(DeclaredGoods declaration, OfficeDay day)
    {
        var score = _caught.Contains(declaration.Importer) ? 2.0 : 0;
        var (duty, origin) = (0.0, 0.0);
        foreach (var item in declaration.Items)
        {
            duty = Math.Max(duty, item.DutyRate);
            if (_countries.TryGetValue(item.Origin, out var country))
            {
                origin = Math.Max(origin, (country.Counterfeits >= 7 ? 1 : 0) + (country.Governance <= 3 ? 0.5 : 0));
            }
        }

        var usual = _usual.GetValueOrDefault(day.Office, declaration.Value);
        var times = usual > 0 ? declaration.Value / usual : 1;
        return score + origin + (duty >= 10 ? 1 : 0) + (declaration.Regime != "IM4" ? 0.5 : 0) + (times > _plan.LegacyValue ? 1.5 : 0) + (0.05 * Math.Min(times, 10));
    }

    private void Remember(OfficeDay day, Span<LaneChoice> choices)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].Lane != Lane.Green)
            {
                _importers[day.Declarations[i].Id] = day.Declarations[i].Importer;
            }
        }
    }
}
