namespace Tamiz.Simulation.Packs;

/// <summary>A country: everything that its world is made from. docs/reference/simulation.md says what each parameter does.</summary>
public sealed record Pack
{
    /// <summary>Name of the pack.</summary>
    public required string Name { get; init; }

    /// <summary>Country code, two letters.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the administration.</summary>
    public required string Administration { get; init; }

    /// <summary>Share of goods descriptions in Spanish; the others are in English.</summary>
    public double Spanish { get; init; }

    /// <summary>IANA time zone of the offices.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Rate of the value added tax on value and duty.</summary>
    public double Vat { get; init; }

    /// <summary>Value in US dollars up to which a consignment pays nothing.</summary>
    public double DeMinimis { get; init; }

    /// <summary>The money.</summary>
    public required CurrencyPlan Currency { get; init; }

    /// <summary>When people work.</summary>
    public required CalendarPlan Calendar { get; init; }

    /// <summary>The offices.</summary>
    public required IReadOnlyList<OfficePlan> Offices { get; init; }

    /// <summary>Share of an importer's declarations at its own office.</summary>
    public double Bound { get; init; }

    /// <summary>Traders and those who work for them.</summary>
    public required TradePlan Trade { get; init; }

    /// <summary>Share of the duty that is waived, by country of origin.</summary>
    public required IReadOnlyDictionary<string, double> Preferences { get; init; }

    /// <summary>Controls and what they find.</summary>
    public required ControlPlan Control { get; init; }

    /// <summary>How much fraud there is, and of which kind.</summary>
    public required FraudPlan Fraud { get; init; }

    /// <summary>Share of declarations with each honest scheme, by its name.</summary>
    public required IReadOnlyDictionary<string, double> Honest { get; init; }

    /// <summary>What moves with time.</summary>
    public required DriftPlan Drift { get; init; }

    /// <summary>What officers do for money.</summary>
    public required CorruptionPlan Corruption { get; init; }

    /// <summary>What the administration is told and can look up.</summary>
    public required KnowledgePlan Knowledge { get; init; }
}

/// <summary>A currency.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="PerDollar">Units for a US dollar at the beginning.</param>
/// <param name="Drift">Logarithm of the change a month.</param>
/// <param name="Noise">Spread of the change a month.</param>
public sealed record CurrencyPlan(string Code, double PerDollar, double Drift, double Noise);

/// <summary>When people lodge and work.</summary>
/// <param name="Week">Weight of each day, Monday first.</param>
/// <param name="Months">Weight of each month, January first.</param>
/// <param name="Holidays">Month and day of each holiday, MM-dd.</param>
/// <param name="Opens">Hour at which counters open.</param>
/// <param name="Closes">Hour at which they close, and lanes are given.</param>
public sealed record CalendarPlan(IReadOnlyList<double> Week, IReadOnlyList<double> Months, IReadOnlyList<string> Holidays, int Opens, int Closes);

/// <summary>An office.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mode">Mode of transport: <c>sea</c>, <c>land</c> or <c>air</c>.</param>
/// <param name="Declarations">Weight of its share of the declarations.</param>
/// <param name="Value">What a median item is worth there, relative to others.</param>
/// <param name="Officers">Inspectors, at the default size.</param>
/// <param name="Scanner">Whether it has one.</param>
public sealed record OfficePlan(string Code, string Name, string Mode, double Declarations, double Value, double Officers, bool Scanner);

/// <summary>Traders, declarants, carriers, and what an item is worth.</summary>
public sealed record TradePlan
{
    /// <summary>Declarations a year of the mean importer.</summary>
    public double PerImporter { get; init; }

    /// <summary>Importers born a month, as a share of those alive.</summary>
    public double Births { get; init; }

    /// <summary>Importers that end a month, as a share of those alive.</summary>
    public double Deaths { get; init; }

    /// <summary>Exponent of the tail of importers' sizes; the smaller, the heavier.</summary>
    public double ScaleExponent { get; init; }

    /// <summary>Size of the largest importer, with the smallest as 1.</summary>
    public double Largest { get; init; }

    /// <summary>Kinds of goods that a mean importer has.</summary>
    public double Goods { get; init; }

    /// <summary>Share of items outside of an importer's kinds of goods.</summary>
    public double Stray { get; init; }

    /// <summary>Items of a mean declaration.</summary>
    public double Items { get; init; }

    /// <summary>Spread of the logarithm of an item's mass.</summary>
    public double LotSigma { get; init; }

    /// <summary>Spread of the logarithm of prices among importers.</summary>
    public double PriceSigma { get; init; }

    /// <summary>Declarants, at the default size.</summary>
    public double Declarants { get; init; }

    /// <summary>Share of declarants who help with fraud.</summary>
    public double Complicit { get; init; }

    /// <summary>Carriers.</summary>
    public int Carriers { get; init; }

    /// <summary>Exporters of each country, at the default size.</summary>
    public double Exporters { get; init; }

    /// <summary>Share of importers born that succeed one that was caught or ended.</summary>
    public double Reborn { get; init; }

    /// <summary>Share of declarations under a regime other than home use.</summary>
    public double OtherRegimes { get; init; }

    /// <summary>Share of items with a lawful exemption.</summary>
    public double Exemptions { get; init; }

    /// <summary>Share of declarations corrected before the lane is given.</summary>
    public double Corrections { get; init; }

    /// <summary>Share of declarations cancelled for an honest reason.</summary>
    public double Cancellations { get; init; }
}
