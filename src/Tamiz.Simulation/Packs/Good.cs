namespace Tamiz.Simulation.Packs;

/// <summary>A kind of goods: a subheading with its price, mass and words.</summary>
public sealed record Good
{
    /// <summary>Six digits of the Harmonized System.</summary>
    public required string Hs { get; init; }

    /// <summary>What it is called in Spanish, in several ways.</summary>
    public required IReadOnlyList<string> Spanish { get; init; }

    /// <summary>What it is called in English, in several ways.</summary>
    public required IReadOnlyList<string> English { get; init; }

    /// <summary>Statistical unit, a code of UN/ECE Recommendation 20.</summary>
    public required string Unit { get; init; }

    /// <summary>Kilograms that one statistical unit weighs.</summary>
    public double KilogramsPerUnit { get; init; } = 1;

    /// <summary>Median price, US dollars a kilogram.</summary>
    public double DollarsPerKilogram { get; init; }

    /// <summary>Spread of the logarithm of the price.</summary>
    public double Sigma { get; init; }

    /// <summary>Duty, as a share of the customs value.</summary>
    public double Duty { get; init; }

    /// <summary>How often the goods come, relative to others.</summary>
    public double Weight { get; init; }

    /// <summary>Kilograms of a median item.</summary>
    public double LotKilograms { get; init; }

    /// <summary>Name of the basket of origins.</summary>
    public required string Basket { get; init; }

    /// <summary>Month of the peak, 1 to 12; 0 where there is none.</summary>
    public int Season { get; init; }

    /// <summary>Whether the goods come seldom: a further subheading of a heading that is traded.</summary>
    public bool Rare { get; init; }
}
