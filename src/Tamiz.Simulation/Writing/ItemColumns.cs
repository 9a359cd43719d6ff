using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Writing;

/// <summary>The columns of the files of declarations, in their order.</summary>
internal static class ItemColumns
{
    public static IReadOnlyList<ItemColumn> All { get; } =
    [
        Text("declaration.office", row => row.World.Pack.Offices[row.Consignment.Office].Code),
        Whole("declaration.year", row => row.Lodgement.Year),
        Text("declaration.number", row => row.Lodgement.Id[^6..]),
        Whole("declaration.version", row => row.Lodgement.Version),
        Text("declaration.lodgedAt", row => row.TimeOf(row.Lodgement.Minute)),
        Text("declaration.regime", row => DeclaredCodes.Regime(row.Consignment.Regime)),
        Text("declaration.procedure", row => DeclaredCodes.Procedure(0)),
        Text("declaration.countryOfExport", row => row.Country(row.Consignment.Export)),
        Text("declaration.transportMode", row => row.Mode),
        Text("declaration.transportMeans", row => row.Consignment.Means),
        Text("declaration.transportName", row => row.Consignment.MeansName),
        Text("declaration.containers", row => row.Consignment.Containers.Count == 1 ? row.Consignment.Containers[0] : string.Join(';', row.Consignment.Containers)),
        Whole("declaration.packages", row => row.Consignment.Packages),
        Whole("declaration.itemCount", row => row.Consignment.Items.Count),
        Thousandths("declaration.grossMass", row => row.Consignment.Items.Sum(item => item.DeclaredGrossMass)),
        Thousandths("declaration.netMass", row => row.Consignment.Items.Sum(item => item.DeclaredNetMass)),
        Money("declaration.invoiceAmount", row => row.Consignment.Items.Sum(item => item.DeclaredPrice)),
        Text("declaration.invoiceCurrency", _ => "USD"),
        Text("declaration.incoterm", row => row.Consignment.Incoterm),
        Text("declaration.code.transportDocument", row => row.Consignment.Document),
        Text("declarant.id", row => row.Declarant.Id),
        Text("declarant.name", row => row.Declarant.Name),
        Text("importer.id", row => row.Consignment.Trader.Id),
        Text("importer.name", row => row.Consignment.Trader.Name),
        Text("importer.address", row => row.Consignment.Trader.Address),
        Text("declaration.code.importerPhone", row => row.Consignment.Trader.Phone),
        Text("declaration.code.importerRepresentative", row => row.Consignment.Trader.Representative),
        Text("exporter.name", row => row.Consignment.Exporter.Name),
        Text("exporter.address", row => row.Consignment.Exporter.Address),
        Text("exporter.country", row => row.Country(row.Consignment.Exporter.Country)),
        Text("carrier.id", row => row.Carrier.Id),
        Text("carrier.name", row => row.Carrier.Name),
        Whole("item.sequence", row => row.Index + 1),
        Text("item.hs", row => row.World.Market.Table.Goods[row.Item.DeclaredGood].Hs),
        Text("item.description", row => row.Item.Description),
        Text("item.origin", row => row.Country(row.Item.DeclaredOrigin)),
        Text("item.preference", row => row.Item.Preference ? "P" + row.Country(row.Item.DeclaredOrigin) : ""),
        Text("item.procedure", row => DeclaredCodes.Procedure(row.Item.Procedure)),
        Thousandths("item.netMass", row => row.Item.DeclaredNetMass),
        Thousandths("item.grossMass", row => row.Item.DeclaredGrossMass),
        Thousandths("item.supplementaryQuantity", row => row.Item.DeclaredQuantity),
        Text("item.supplementaryUnit", row => row.World.Market.Table.Goods[row.Item.DeclaredGood].Unit),
        Money("item.price", row => row.Item.DeclaredPrice),
        Text("item.currency", _ => "USD"),
        Money("item.customsValue", row => row.Item.DeclaredValue),
        Text("item.customsValueCurrency", row => row.Currency),
        Thousandths("item.dutyRate", row => (long)Math.Round(row.Duty * 100_000)),
        Money("item.taxes", row => row.Taxes),
        Text("finding.result", row => row.Finding?.Result),
        Text("finding.knownAt", row => row.Finding is { } finding ? row.TimeOf(finding.Known) : ""),
        Money("finding.recovered", row => row.Finding?.Recovered),
    ];

    /// <summary>The line of headings.</summary>
    public static string Headings { get; } = string.Join(',', All.Select(column => column.Heading));

    private static ItemColumn Text(string heading, Func<ItemRow, string?> fill) => new(heading) { Text = fill };

    private static ItemColumn Whole(string heading, Func<ItemRow, long> fill) => new(heading) { Whole = fill };

    private static ItemColumn Thousandths(string heading, Func<ItemRow, long?> fill) => new(heading) { Thousandths = fill };

    private static ItemColumn Money(string heading, Func<ItemRow, long?> hundredths) => new(heading) { Thousandths = row => hundredths(row) * 10, Decimals = 2 };
}
