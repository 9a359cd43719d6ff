using System.Globalization;
using Tamiz.Declarations;

namespace Tamiz.Tests.Declarations.Checks;

/// <summary>
/// A declaration in one line, for case tables: <c>name=value, name=value | item name=value | item …</c>. Without | it has one
/// empty item. Lodged on 2024-05-01 unless lodged= says otherwise.
/// </summary>
internal static class DeclarationLine
{
    internal static readonly Instant ReceivedAt = Instant.FromUtc(new DateTime(2024, 5, 2, 12, 0, 0, DateTimeKind.Utc));

    internal static Declaration Parse(string line)
    {
        var parts = line.Split('|');
        var items = parts.Length == 1 ? [new Item()] : parts[1..].Select(ParseItem).ToArray();
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2024, "1"),
            LodgedAt = Instant.FromDate(new DateOnly(2024, 5, 1)),
            LodgedOn = new DateOnly(2024, 5, 1),
            Source = new Place("cases.csv", 7),
            Items = items,
        };
        foreach (var (name, value) in Pairs(parts[0]))
        {
            declaration = Set(declaration, name, value);
        }

        return declaration;
    }

    private static Declaration Set(Declaration declaration, string name, string value) => name switch
    {
        "container" => declaration with { Containers = [.. declaration.Containers, value] },
        "mode" => declaration with { TransportMode = value },
        "means" => declaration with { TransportMeans = value },
        "gross" => declaration with { TotalGrossMass = new Mass(Number(value)) },
        "net" => declaration with { TotalNetMass = new Mass(Number(value)) },
        "invoice" => declaration with { Invoice = Amount(value) },
        "items" => declaration with { ItemCount = (int)Number(value) },
        "packages" => declaration with { Packages = (int)Number(value) },
        "export" => declaration with { CountryOfExport = value },
        "destination" => declaration with { CountryOfDestination = value },
        "declarant" => declaration with { Declarant = new Party("1", Country: value) },
        "importer" => declaration with { Importer = new Party("1", Country: value) },
        "exporter" => declaration with { Exporter = new Party("1", Country: value) },
        "carrier" => declaration with { Carrier = new Party("1", Country: value) },
        "lodged" => Lodged(declaration, DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)),
        _ => throw new FormatException(name),
    };

    private static Declaration Lodged(Declaration declaration, DateTime at) =>
        declaration with { LodgedAt = Instant.FromUtc(at), LodgedOn = DateOnly.FromDateTime(at) };

    private static Item ParseItem(string text, int index)
    {
        var item = new Item { Sequence = index + 1 };
        foreach (var (name, value) in Pairs(text))
        {
            item = name switch
            {
                "sequence" => item with { Sequence = (int)Number(value) },
                "hs" => item with { Hs = value },
                "origin" => item with { Origin = value },
                "gross" => item with { GrossMass = new Mass(Number(value)) },
                "net" => item with { NetMass = new Mass(Number(value)) },
                "price" => item with { Price = Amount(value) },
                "value" => item with { CustomsValue = Amount(value) },
                "taxes" => item with { Taxes = Amount(value) },
                "quantity" => item with { SupplementaryQuantity = Number(value) },
                "duty" => item with { DutyRatePercent = Number(value) },
                _ => throw new FormatException(name),
            };
        }

        return item;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string text) =>
        from pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let sign = pair.IndexOf('=', StringComparison.Ordinal)
        select (pair[..sign], pair[(sign + 1)..]);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Money Amount(string text)
    {
        var parts = text.Split(' ');
        return new Money(Number(parts[0]), parts[1]);
    }
}
