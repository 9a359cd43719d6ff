using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>An item of a consignment: what it truly is, and what is declared of it.</summary>
public sealed class TradedItem
{
    /// <summary>Index of the goods that it truly is.</summary>
    public int Good { get; set; }

    /// <summary>Index of the goods that it is declared as.</summary>
    public int DeclaredGood { get; set; }

    /// <summary>Index of the country that it truly comes from.</summary>
    public int Origin { get; set; }

    /// <summary>Index of the country that it is declared to come from.</summary>
    public int DeclaredOrigin { get; set; }

    /// <summary>True net mass, grams.</summary>
    public long NetMass { get; set; }

    /// <summary>Declared net mass, grams.</summary>
    public long DeclaredNetMass { get; set; }

    /// <summary>Declared gross mass, grams.</summary>
    public long DeclaredGrossMass { get; set; }

    /// <summary>True quantity, thousandths of the statistical unit.</summary>
    public long Quantity { get; set; }

    /// <summary>Declared quantity, thousandths of the statistical unit.</summary>
    public long DeclaredQuantity { get; set; }

    /// <summary>True customs value, hundredths of the country's currency.</summary>
    public long Value { get; set; }

    /// <summary>Declared customs value, hundredths of the country's currency.</summary>
    public long DeclaredValue { get; set; }

    /// <summary>Declared price, hundredths of a US dollar.</summary>
    public long DeclaredPrice { get; set; }

    /// <summary>Whether a preference is claimed.</summary>
    public bool Preference { get; set; }

    /// <summary>Procedure declared; 0 home use, 1 exemption, 2 de minimis.</summary>
    public int Procedure { get; set; }

    /// <summary>Goods description as written.</summary>
    public string Description { get; set; } = "";

    /// <summary>What the actor did.</summary>
    public ActKind Kind { get; set; }

    /// <summary>Index of the scheme; -1 for none.</summary>
    public int Scheme { get; set; } = -1;

    /// <summary>Subheading that it truly is, where that is not the good's: prohibited goods.</summary>
    public string? Hidden { get; set; }

    /// <summary>Duties and taxes evaded, hundredths of the country's currency.</summary>
    public long Evaded { get; set; }

    /// <summary>Probability that the actor would not comply on this item, before the draw.</summary>
    public double Probability { get; set; }

    /// <summary>Probability that a full control by an average inspector finds it.</summary>
    public double Detection { get; set; }

    /// <summary>A copy.</summary>
    public TradedItem Copy() => (TradedItem)MemberwiseClone();
}
