using Tamiz.Simulation.Control;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Writing;

/// <summary>An item of a version of a declaration, as the files of declarations have it.</summary>
internal readonly struct ItemRow(WorldState world, Lodgement lodgement, int index)
{
    public WorldState World => world;

    public Lodgement Lodgement => lodgement;

    public Consignment Consignment => lodgement.Consignment;

    public int Index => index;

    public TradedItem Item => lodgement.Consignment.Items[index];

    public Finding? Finding => lodgement.Findings.Count > index ? lodgement.Findings[index] : null;

    public Declarant Declarant => world.Population.Declarants[lodgement.Consignment.Declarant];

    public Carrier Carrier => world.Population.Carriers[lodgement.Consignment.Carrier];

    public string Country(int index) => world.Market.Table.Countries[index].Code;

    public string Currency => world.Pack.Currency.Code;

    public double Duty => Item.Procedure != 0 || Consignment.Regime != 0 ? 0 : world.Market.Duty(Item.DeclaredGood, Item.DeclaredOrigin, Item.Preference);

    public long Taxes => (long)Math.Round(world.Schemes.Taxes(Consignment, Item));

    public string TimeOf(long minute) => world.Clock.At(minute).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Code of the mode of transport, UN/ECE Recommendation 19.</summary>
    public string Mode => world.Pack.Offices[Consignment.Office].Mode switch { "sea" => "1", "air" => "4", _ => "3" };
}
