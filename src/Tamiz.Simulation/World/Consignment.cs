namespace Tamiz.Simulation.World;

/// <summary>A consignment on its way to being declared, with what is true of it.</summary>
public sealed class Consignment
{
    /// <summary>Who imports.</summary>
    public required Trader Trader { get; init; }

    /// <summary>Orders consignments of one trader and week.</summary>
    public required long Key { get; init; }

    /// <summary>Index of the office.</summary>
    public int Office { get; set; }

    /// <summary>Minutes from the world's beginning to lodgement, local time.</summary>
    public long Minute { get; set; }

    /// <summary>Index of the declarant.</summary>
    public int Declarant { get; set; }

    /// <summary>Regime declared; 0 home use, 1 temporary admission, 2 warehouse, 3 inward processing.</summary>
    public int Regime { get; set; }

    /// <summary>Index of the country of export that is declared.</summary>
    public int Export { get; set; }

    /// <summary>Index of the country from which it truly left.</summary>
    public int TrueExport { get; set; }

    /// <summary>Days that a detour took, besides the usual ones.</summary>
    public int Detour { get; set; }

    /// <summary>The supplier.</summary>
    public required Exporter Exporter { get; set; }

    /// <summary>Index of the carrier.</summary>
    public int Carrier { get; set; }

    /// <summary>Identification of the means of transport.</summary>
    public string Means { get; set; } = "";

    /// <summary>Name of the means of transport.</summary>
    public string MeansName { get; set; } = "";

    /// <summary>Number of the bill of lading or waybill.</summary>
    public string Document { get; set; } = "";

    /// <summary>Container numbers.</summary>
    public IReadOnlyList<string> Containers { get; set; } = [];

    /// <summary>Packages declared.</summary>
    public int Packages { get; set; }

    /// <summary>Terms of delivery.</summary>
    public string Incoterm { get; set; } = "CIF";

    /// <summary>The items.</summary>
    public List<TradedItem> Items { get; init; } = [];

    /// <summary>Index of the scheme; -1 for none.</summary>
    public int Scheme { get; set; } = -1;

    /// <summary>Times that it was cancelled and lodged again so far.</summary>
    public int Shopped { get; set; }

    /// <summary>Whether its actor cancels and lodges again until the lane is green.</summary>
    public bool Shops { get; set; }

    /// <summary>Whether something in it is wrong with intent.</summary>
    public bool IsFraud => Items.Exists(item => item.Kind == Packs.ActKind.Fraud);

    /// <summary>Parts that the act split off, lodged on their own.</summary>
    public List<Consignment>? Parts { get; set; }

    /// <summary>The same consignment at another time or office, with items of its own.</summary>
    public Consignment Again(long key, int office, long minute) => new()
    {
        Trader = Trader, Key = key, Office = office, Minute = minute, Declarant = Declarant, Regime = Regime, Export = Export, TrueExport = TrueExport, Detour = Detour,
        Exporter = Exporter, Carrier = Carrier, Means = Means, MeansName = MeansName, Document = Document, Containers = Containers, Packages = Packages,
        Incoterm = Incoterm, Items = [.. Items.Select(item => item.Copy())], Scheme = Scheme, Shopped = Shopped, Shops = Shops,
    };
}
