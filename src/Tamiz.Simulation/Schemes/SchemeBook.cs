using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Schemes;

/// <summary>
/// The schemes of a world: how likely each is on a consignment, and what it does to it. A scheme's pull keeps the whole of fraud at the rate that the pack
/// states: actors who are caught are made up for by others.
/// </summary>
public sealed class SchemeBook
{
    private const double MostLikely = 0.4;
    private const double MostMadeUp = 1.6;
    private const double UsualDollars = 9_000;
    private const double Memory = 0.8;

    private readonly Market _market;
    private readonly Population _population;
    private readonly ulong _seed;
    private readonly bool[][] _fitsGood;
    private readonly bool[][] _fitsOrigin;
    private readonly double[] _pulls;
    private readonly Inclinations _felt;
    private double _lodged;

    /// <summary>The schemes of a world at its beginning.</summary>
    public SchemeBook(Market market, Population population, IReadOnlyList<SchemePlan> schemes, ulong seed)
    {
        (_market, _population, _seed, Schemes) = (market, population, seed, schemes);
        Mechanisms = [.. schemes.Select(scheme => AllMechanisms.Find(scheme.Mechanism) ?? AllMechanisms.List[0])];
        _fitsGood = [.. schemes.Select((scheme, index) => market.Table.Goods.Select((good, at) => FitsGood(scheme, Mechanisms[index], good, at)).ToArray())];
        _fitsOrigin = [.. schemes.Select(scheme => market.Table.Countries.Select(country => scheme.Origins.Count == 0 || scheme.Origins.Contains(country.Code)).ToArray())];
        _pulls = new double[schemes.Count];
        _felt = new Inclinations(schemes.Count);
    }

    /// <summary>The schemes.</summary>
    public IReadOnlyList<SchemePlan> Schemes { get; }

    /// <summary>Their mechanisms.</summary>
    public IReadOnlyList<Mechanism> Mechanisms { get; }

    /// <summary>Counts a week's inclinations, so that the pulls can be set by them.</summary>
    /// <param name="felt">The inclinations of all consignments.</param>
    /// <param name="lodged">How many consignments there were.</param>
    public void Count(Inclinations felt, int lodged)
    {
        _lodged = (_lodged * Memory) + lodged;
        _felt.Add(felt, Memory);
    }

    /// <summary>Sets the pull of each scheme for a month, so that each gets its share of the declarations.</summary>
    /// <param name="month">The month.</param>
    /// <param name="strength">For each scheme, its actors as a multiple of those it began with.</param>
    public void SetPulls(int month, IReadOnlyList<double> strength)
    {
        var fraud = _market.Pack.Fraud;
        var weights = Schemes.Select((scheme, i) => scheme.Kind == ActKind.Fraud ? fraud.Schemes.GetValueOrDefault(scheme.Name) * Ripeness(scheme, month) * strength[i] : 0).ToArray();
        var sum = weights.Sum();
        var lost = _felt.Left > 0 ? Math.Min(MostMadeUp, _felt.Wanted / _felt.Left) : 1;
        var rate = Math.Min(0.5, fraud.Rate * Elementary.Exp(fraud.Drift * month) * lost);
        for (var i = 0; i < _pulls.Length; i++)
        {
            var share = Schemes[i].Kind == ActKind.Fraud ? (sum > 0 ? rate * weights[i] / sum : 0) : _market.Pack.Honest.GetValueOrDefault(Schemes[i].Name) * Math.Min(1, Ripeness(Schemes[i], month));
            _pulls[i] = _felt.Of[i] > 0 ? share * _lodged / _felt.Of[i] : 0;
        }
    }

    /// <summary>Whether a scheme lives in a month.</summary>
    public static bool Lives(SchemePlan scheme, int month) => Ripeness(scheme, month) > 0;

    /// <summary>Adds the inclinations of a consignment, and acts on it where the draw says so.</summary>
    /// <param name="consignment">The consignment, declared as it is.</param>
    /// <param name="felt">Receives the inclinations.</param>
    /// <param name="room">Room for as many numbers.</param>
    public void Tempt(Consignment consignment, Inclinations felt, double[] room)
    {
        var sum = 0.0;
        Span<int> leads = stackalloc int[Schemes.Count];
        for (var i = 0; i < room.Length; i++)
        {
            var inclination = Inclination(consignment, i, out leads[i]);
            felt.Of[i] += inclination * (inclination > 0 && Mechanisms[i].Parts is { } parts ? parts(_market, consignment.Items[leads[i]]) : 1);
            room[i] = inclination * _pulls[i];
            sum += room[i];
        }

        var scale = sum > MostLikely ? MostLikely / sum : 1;
        felt.Wanted += sum;
        felt.Left += sum * scale;
        var chance = Chance.Of(_seed, "tempt", consignment.Trader.Index, consignment.Key);
        var left = chance.Unit();
        var chosen = -1;
        for (var i = 0; i < room.Length; i++)
        {
            room[i] *= scale;
            left -= room[i];
            chosen = chosen < 0 && left < 0 ? i : chosen;
        }

        SetProbabilities(consignment, room, leads);
        if (chosen >= 0)
        {
            Perform(consignment, chosen, leads[chosen], chance);
        }
    }

    /// <summary>Declares a fraudulent consignment as it is, all but what is hidden in it.</summary>
    /// <param name="consignment">The consignment.</param>
    /// <param name="rate">Units of the country's currency for a US dollar.</param>
    public void Undo(Consignment consignment, double rate)
    {
        foreach (var item in consignment.Items.Where(item => item.Kind == ActKind.Fraud))
        {
            var type = Mechanisms[item.Scheme].Finding;
            (item.Procedure, item.Preference) = (type == "exemption" ? 0 : item.Procedure, type != "origin" && item.Preference);
            (consignment.Regime, consignment.Export) = (type == "regime" ? 0 : consignment.Regime, consignment.TrueExport);
            item.DeclaredValue = item.Value;
            item.DeclaredPrice = Amount.Price(item.Value, rate);
            (item.DeclaredGood, item.DeclaredOrigin, item.DeclaredQuantity, item.DeclaredNetMass) = (item.Good, item.Origin, item.Quantity, item.NetMass);
            item.DeclaredGrossMass = Math.Max(item.DeclaredGrossMass, item.DeclaredNetMass);
            (item.Scheme, item.Kind, item.Evaded) = (-1, ActKind.Honest, 0);
        }

        consignment.Scheme = -1;
    }

    private static double Ripeness(SchemePlan scheme, int month)
    {
        if (month < scheme.Birth || (scheme.End > 0 && month > scheme.End))
        {
            return 0;
        }

        return scheme.Growth <= 0 ? 1 : Math.Min(1, (month - scheme.Birth + 1) / scheme.Growth);
    }

    private bool FitsGood(SchemePlan scheme, Mechanism mechanism, Good good, int index) =>
        (scheme.Hs.Count == 0 || scheme.Hs.Any(code => good.Hs.StartsWith(code, StringComparison.Ordinal))) && mechanism.FitsGood?.Invoke(_market, index) != false;

    // How inclined the actor is, before the scheme's pull: by its readiness, its goods and what they are worth.
    private double Inclination(Consignment consignment, int scheme, out int lead)
    {
        lead = -1;
        var trader = consignment.Trader;
        var readiness = trader.Schemes[scheme];
        if (readiness <= 0)
        {
            return 0;
        }

        var plan = Schemes[scheme];
        if (plan.Modes.Count > 0 && !plan.Modes.Contains(_market.Pack.Offices[consignment.Office].Mode))
        {
            return 0;
        }

        for (var i = 0; i < consignment.Items.Count; i++)
        {
            if (Fits(consignment, i, scheme) && (lead < 0 || consignment.Items[i].Value > consignment.Items[lead].Value))
            {
                lead = i;
            }
        }

        if (lead < 0)
        {
            return 0;
        }

        var fraud = _market.Pack.Fraud;
        if (plan.Kind != ActKind.Fraud)
        {
            return readiness;
        }

        var item = consignment.Items[lead];
        var age = (consignment.Minute / WorldClock.DayMinutes) - trader.Born;
        var worth = Mechanisms[scheme].Fiscal
            ? Math.Clamp(Distributions.Power(item.Value / (100 * _market.Rate * UsualDollars), fraud.ValueExponent), 0.01, 300) : 1;
        return readiness * trader.Readiness * worth * (age < 91 ? fraud.NewTrader : 1) * (_market.Table.Goods[item.Good].Rare ? fraud.RareGoods : 1);
    }

    private bool Fits(Consignment consignment, int item, int scheme)
    {
        var traded = consignment.Items[item];
        if (!_fitsGood[scheme][traded.Good] || !_fitsOrigin[scheme][traded.Origin])
        {
            return false;
        }

        return Mechanisms[scheme].Fits is not { } fits || fits(_market, Schemes[scheme], consignment, traded);
    }

    private void SetProbabilities(Consignment consignment, double[] likely, Span<int> leads)
    {
        for (var item = 0; item < consignment.Items.Count; item++)
        {
            var sum = 0.0;
            for (var scheme = 0; scheme < likely.Length; scheme++)
            {
                if (likely[scheme] > 0 && Schemes[scheme].Kind is ActKind.Fraud or ActKind.Error)
                {
                    sum += leads[scheme] == item ? likely[scheme]
                        : Takes(scheme) && Fits(consignment, item, scheme) ? likely[scheme] * _market.Pack.Fraud.OtherItems : 0;
                }
            }

            consignment.Items[item].Probability = sum;
        }
    }

    // Whether a scheme takes in other items than its lead.
    private bool Takes(int scheme) => Schemes[scheme].Mechanism is not ("split" or "conceal") && Schemes[scheme].Kind == ActKind.Fraud;

    private void Perform(Consignment consignment, int scheme, int lead, Chance chance)
    {
        var plan = Schemes[scheme];
        var act = new Act(_market, _population, plan, consignment, Chance.Of(_seed, "act", consignment.Trader.Index, consignment.Key));
        var fitting = new List<TradedItem>();
        for (var i = 0; i < consignment.Items.Count; i++)
        {
            if (i != lead && Takes(scheme) && Fits(consignment, i, scheme) && chance.Happens(_market.Pack.Fraud.OtherItems))
            {
                fitting.Add(consignment.Items[i]);
            }
        }

        var leading = consignment.Items[lead];
        Do(act, scheme, leading, isLead: true);
        foreach (var item in fitting)
        {
            Do(act, scheme, item, isLead: false);
        }

        act.Item = leading;
        Mechanisms[scheme].Finish?.Invoke(act);
        consignment.Scheme = scheme;
        foreach (var item in consignment.Items.Where(item => item.Scheme == scheme))
        {
            item.Evaded = Evaded(consignment, item);
        }

        foreach (var part in consignment.Parts ?? [])
        {
            part.Scheme = scheme;
            part.Items.ForEach(item => (item.Scheme, item.Kind, item.Detection, item.Evaded) = (scheme, plan.Kind, plan.Detection[3], Evaded(part, item)));
        }

        if (chance.Happens(plan.Actors.Complicit))
        {
            MoveToComplicit(consignment, ref chance);
        }
    }

    private void Do(Act act, int scheme, TradedItem item, bool isLead)
    {
        (act.Item, act.IsLead) = (item, isLead);
        (item.Scheme, item.Kind, item.Detection) = (scheme, Schemes[scheme].Kind, Schemes[scheme].Detection[3]);
        Mechanisms[scheme].Do(act);
    }

    // An actor whose own declarant is honest takes one of the same office who is not.
    private void MoveToComplicit(Consignment consignment, ref Chance chance)
    {
        if (_population.Declarants[consignment.Declarant].Complicit)
        {
            return;
        }

        var complicit = _population.Declarants.Where(declarant => declarant.Complicit && declarant.Office == consignment.Office).ToArray();
        if (complicit.Length > 0)
        {
            consignment.Declarant = complicit[chance.Below(complicit.Length)].Index;
        }
    }

    private long Evaded(Consignment consignment, TradedItem item)
    {
        var scheme = Schemes[item.Scheme];
        if (scheme.Kind == ActKind.Bargain || item.Hidden is not null)
        {
            return 0;
        }

        var preference = item.Preference && item.Origin == item.DeclaredOrigin;
        var due = item.Value * _market.TaxShare(_market.Duty(item.Good, item.Origin, preference));
        return (long)Math.Round(Math.Max(0, due - Taxes(consignment, item)));
    }

    /// <summary>Duties and taxes declared on an item, hundredths of the country's currency.</summary>
    public double Taxes(Consignment consignment, TradedItem item) =>
        item.Procedure != 0 || consignment.Regime != 0 ? 0 : item.DeclaredValue * _market.TaxShare(_market.Duty(item.DeclaredGood, item.DeclaredOrigin, item.Preference));
}
