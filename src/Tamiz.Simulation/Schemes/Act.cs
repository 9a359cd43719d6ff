using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Schemes;

/// <summary>An act on an item of a consignment: what a mechanism can see and change.</summary>
public sealed class Act
{
    private readonly Population _population;
    private Chance _chance;

    /// <summary>An act.</summary>
    /// <param name="market">Goods, prices and rates of now.</param>
    /// <param name="population">Who trades.</param>
    /// <param name="scheme">The scheme that it belongs to.</param>
    /// <param name="consignment">The consignment.</param>
    /// <param name="chance">What is random about it.</param>
    public Act(Market market, Population population, SchemePlan scheme, Consignment consignment, Chance chance)
    {
        _population = population;
        _chance = chance;
        Market = market;
        Scheme = scheme;
        Consignment = consignment;
        Item = consignment.Items[0];
    }

    /// <summary>Goods, prices and rates of now.</summary>
    public Market Market { get; }

    /// <summary>The scheme.</summary>
    public SchemePlan Scheme { get; }

    /// <summary>The consignment.</summary>
    public Consignment Consignment { get; }

    /// <summary>The item acted on.</summary>
    public TradedItem Item { get; set; }

    /// <summary>Whether the item is the one that the act is about.</summary>
    public bool IsLead { get; set; } = true;

    /// <summary>Value of the item in US dollars.</summary>
    public double Dollars => Market.Dollars(Item.Value);

    /// <summary>A number of the scheme.</summary>
    [System.Runtime.CompilerServices.IndexerName("Number")]
    public double this[string parameter] => Scheme[parameter];

    /// <summary>A number from 0 to 1.</summary>
    public double Draw() => _chance.Unit();

    /// <summary>A whole number from 0, below a count.</summary>
    public int Below(int count) => _chance.Below(count);

    /// <summary>A number whose logarithm is normal.</summary>
    public double LogNormal(double median, double sigma) => _chance.LogNormal(median, sigma);

    /// <summary>A share drawn around a number of the scheme.</summary>
    /// <param name="mean">Name of the number that is its mean.</param>
    /// <param name="closeness">Name of the number that says how close it stays.</param>
    public double Share(string mean, string closeness) => _chance.Beta(Math.Clamp(this[mean], 0.001, 0.999), this[closeness]);

    /// <summary>Declares a value, and the price that goes with it.</summary>
    public void DeclareValue(double value)
    {
        Item.DeclaredValue = Amount.Money(value);
        Item.DeclaredPrice = Amount.Price(Item.DeclaredValue, Market.Rate);
    }

    /// <summary>Rounds the declared price to its first two digits, and the value with it.</summary>
    public void DeclareRoundPrice()
    {
        var step = 1L;
        while (step * 100 <= Item.DeclaredPrice)
        {
            step *= 10;
        }

        Item.DeclaredPrice = Math.Max(step, Item.DeclaredPrice / step * step);
        Item.DeclaredValue = Amount.Money(Item.DeclaredPrice * 1.08 * Market.Rate);
    }

    /// <summary>Declares a share of mass, quantity and value.</summary>
    public void DeclareShare(double share)
    {
        Item.DeclaredNetMass = Math.Max(100, (long)Math.Round(Item.NetMass * share));
        Item.DeclaredGrossMass = Math.Max(Item.DeclaredNetMass, (long)Math.Round(Item.DeclaredGrossMass * share));
        Item.DeclaredQuantity = Math.Max(1000, (long)Math.Round(Item.Quantity / 1000 * share) * 1000);
        DeclareValue(Item.Value * share);
    }

    /// <summary>Describes the item as the goods that it is declared as.</summary>
    public void Describe() => Item.Description = DescriptionWriting.Write(Market.Table.Goods[Item.DeclaredGood], Consignment.Trader.Style, ref _chance);

    /// <summary>An origin with a preference.</summary>
    public int PreferredOrigin()
    {
        var preferred = Enumerable.Range(0, Market.Preferred.Count).Where(country => Market.Preferred[country] > 0).ToArray();
        return preferred[_chance.Below(preferred.Length)];
    }

    /// <summary>A supplier of a country.</summary>
    public Exporter SupplierIn(int country) => _population.ExporterOf(country, ref _chance);

    /// <summary>A supplier of the consignment's own country that ships prohibited goods; its own supplier where there is none.</summary>
    public Exporter DirtySupplier()
    {
        var dirty = _population.Exporters[Consignment.TrueExport].Where(exporter => exporter.Dirty).ToArray();
        return dirty.Length == 0 ? Consignment.Exporter : dirty[_chance.Below(dirty.Length)];
    }

    /// <summary>Other goods of the same chapter; the same where there are none.</summary>
    public int OtherOfChapter()
    {
        var chapter = Market.Chapter(Item.Good);
        return chapter[_chance.Below(chapter.Count)];
    }

    /// <summary>Cuts the item into parts below the value that pays nothing; the consignment keeps the first.</summary>
    public void SplitConsignment()
    {
        var parts = Market.PartsOf(Item.Value);
        var others = Consignment.Items.Count - 1;
        Consignment.Items.RemoveAll(item => item != Item);
        Divide(Item, parts);
        Item.Procedure = 2;
        Consignment.Packages = Math.Max(1, Consignment.Packages / (parts * (others + 1)));
        Consignment.Parts = [];
        for (var part = 1; part < parts; part++)
        {
            var later = (long)_chance.Below((int)this["days"] + 1) * WorldClock.DayMinutes;
            var copy = Consignment.Again(Consignment.Key + ((long)part << 10), Consignment.Office, Consignment.Minute + later + _chance.Below(20));
            copy.Document = $"{Consignment.Document}{(char)('A' + part)}";
            Consignment.Parts.Add(copy);
        }
    }

    private static void Divide(TradedItem item, int parts)
    {
        item.NetMass = Math.Max(100, item.NetMass / parts);
        item.Quantity = Math.Max(1000, item.Quantity / 1000 / parts * 1000);
        item.Value = Math.Max(1, item.Value / parts);
        item.DeclaredNetMass = item.NetMass;
        item.DeclaredGrossMass = Math.Max(item.NetMass, item.DeclaredGrossMass / parts);
        item.DeclaredQuantity = item.Quantity;
        item.DeclaredValue = item.Value;
        item.DeclaredPrice = Math.Max(1, item.DeclaredPrice / parts);
    }
}
