namespace Tamiz.Simulation.Packs;

/// <summary>Controls, their capacity, and what becomes of findings.</summary>
public sealed record ControlPlan
{
    /// <summary>Share of declarations that can be examined.</summary>
    public double Red { get; init; }

    /// <summary>Share of declarations whose documents can be looked at.</summary>
    public double Yellow { get; init; }

    /// <summary>Share of declarations that the legacy selection draws at random.</summary>
    public double Random { get; init; }

    /// <summary>Median days from a control to its finding.</summary>
    public double DelayDays { get; init; }

    /// <summary>Spread of the logarithm of that delay.</summary>
    public double DelaySigma { get; init; }

    /// <summary>Minutes of a median full examination.</summary>
    public double Minutes { get; init; }

    /// <summary>Mean skill of an inspector: what the detection of a scheme is multiplied by.</summary>
    public double Skill { get; init; }

    /// <summary>Spread of the skill among inspectors.</summary>
    public double SkillSigma { get; init; }

    /// <summary>Share of working days on which an officer is away.</summary>
    public double Absence { get; init; }

    /// <summary>Share of errors and offences against which the trader appeals.</summary>
    public double Appeals { get; init; }

    /// <summary>Share of appeals that overturn the finding.</summary>
    public double Overturned { get; init; }

    /// <summary>Share of handlings that are reassigned for an honest reason.</summary>
    public double Reassigned { get; init; }

    /// <summary>Share of red lanes that are overridden for an honest reason.</summary>
    public double Overridden { get; init; }

    /// <summary>Value above which the legacy selection looks, in multiples of the office's usual one.</summary>
    public double LegacyValue { get; init; }
}

/// <summary>How much fraud there is, and where.</summary>
public sealed record FraudPlan
{
    /// <summary>Share of declarations with fraud at the beginning.</summary>
    public double Rate { get; init; }

    /// <summary>Logarithm of its change a month.</summary>
    public double Drift { get; init; }

    /// <summary>How much likelier importers younger than a quarter are.</summary>
    public double NewTrader { get; init; }

    /// <summary>How much likelier rare goods are.</summary>
    public double RareGoods { get; init; }

    /// <summary>Exponent of the item's value in the likelihood of fraud.</summary>
    public double ValueExponent { get; init; }

    /// <summary>Exponent of the importer's size in the likelihood of fraud; below 0 where large ones are more honest.</summary>
    public double SizeExponent { get; init; }

    /// <summary>Spread of the logarithm of importers' readiness.</summary>
    public double ReadinessSigma { get; init; }

    /// <summary>Share of the other fitting items of a fraudulent declaration that the fraud takes in.</summary>
    public double OtherItems { get; init; }

    /// <summary>Weights of the schemes by name.</summary>
    public required IReadOnlyDictionary<string, double> Schemes { get; init; }
}

/// <summary>What moves with time.</summary>
/// <param name="Goods">Spread of the monthly change of the logarithm of each kind of goods' weight.</param>
/// <param name="Prices">Spread of the monthly change of the logarithm of prices.</param>
/// <param name="Origins">Spread of the monthly change of the logarithm of each origin's weight.</param>
/// <param name="Suppliers">Share of importers' kinds of goods whose suppliers, and with them the origin, change a month.</param>
/// <param name="Lines">Share of importers' kinds of goods that give way to others a month.</param>
public sealed record DriftPlan(double Goods, double Prices, double Origins, double Suppliers, double Lines);

/// <summary>What officers do for money.</summary>
public sealed record CorruptionPlan
{
    /// <summary>Share of a complicit declarant's files that each pair of broker and inspector diverts; a pair for each number.</summary>
    public required IReadOnlyList<double> Pairs { get; init; }

    /// <summary>What a bribed inspector's detection is multiplied by.</summary>
    public double Leniency { get; init; }

    /// <summary>Share of a pair's red lanes that are overridden to green.</summary>
    public double Overrides { get; init; }

    /// <summary>Share of a pair's fraudulent files in control that are mended after the lane is known.</summary>
    public double Edits { get; init; }

    /// <summary>Look-ups of others' declarations a month by each corrupt inspector.</summary>
    public double Lookups { get; init; }

    /// <summary>Tampering with a parameter a month, in the whole country.</summary>
    public double FlashEdits { get; init; }

    /// <summary>Share of diverted files for which presence was manipulated.</summary>
    public double Presence { get; init; }

    /// <summary>Share of honest officers who work at odd hours.</summary>
    public double OddHours { get; init; }
}

/// <summary>What the administration is told and can look up.</summary>
public sealed record KnowledgePlan
{
    /// <summary>Graded reports a month.</summary>
    public double Reports { get; init; }

    /// <summary>Share of reports that are true.</summary>
    public double True { get; init; }

    /// <summary>Share of reports that were true once.</summary>
    public double Stale { get; init; }

    /// <summary>Entries of the watch list that are about nobody in this world.</summary>
    public int Strangers { get; init; }

    /// <summary>Share of exporters of prohibited goods who are on the watch list.</summary>
    public double Listed { get; init; }

    /// <summary>Share of innocent exporters who are on it.</summary>
    public double Innocent { get; init; }

    /// <summary>Share of subheadings that the price reference has.</summary>
    public double Prices { get; init; }

    /// <summary>What partners' reporting by container is multiplied by.</summary>
    public double Mirror { get; init; }
}
