using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>
/// Masses, prices, values and quantities are greater than zero; taxes and the number of packages are at least zero (goods may be
/// exempt, or in bulk).
/// </summary>
internal sealed class PositiveCheck : Check
{
    private static readonly DiagnosticRule Mass = new("TZ1211", Severity.Warning, "the mass is not greater than zero",
        "a mass above 0 kg", "Weigh the goods, or leave the field empty where the mass is not known.");

    private static readonly DiagnosticRule Amount = new("TZ1212", Severity.Warning, "the amount is zero or negative",
        "an amount above 0", "Goods free of charge have a customs value too: state it.");

    private static readonly DiagnosticRule Quantity = new("TZ1213", Severity.Warning, "the quantity is zero or negative",
        "a quantity above 0", "Count or measure the goods, or leave the field empty.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Mass, Amount, Quantity];

    internal override void Run(in CheckScope scope)
    {
        var declaration = scope.Declaration;
        Above(scope, Mass, "declaration.grossMass", declaration.TotalGrossMass?.Kilograms, null);
        Above(scope, Mass, "declaration.netMass", declaration.TotalNetMass?.Kilograms, null);
        Above(scope, Amount, "declaration.invoiceAmount", declaration.Invoice?.Amount, null);
        if (declaration.Packages is < 0 and var packages)
        {
            scope.Report(Quantity, "declaration.packages", packages.ToString(CultureInfo.InvariantCulture), "0 or more");
        }

        for (var i = 0; i < declaration.Items.Count; i++)
        {
            RunItem(scope, declaration.Items[i]);
        }
    }

    private static void RunItem(in CheckScope scope, Item item)
    {
        Above(scope, Mass, "item.netMass", item.NetMass?.Kilograms, item);
        Above(scope, Mass, "item.grossMass", item.GrossMass?.Kilograms, item);
        Above(scope, Amount, "item.price", item.Price?.Amount, item);
        Above(scope, Amount, "item.customsValue", item.CustomsValue?.Amount, item);
        Above(scope, Quantity, "item.supplementaryQuantity", item.SupplementaryQuantity, item);
        if (item.Taxes is { Amount: < 0 } taxes)
        {
            scope.Report(Amount, "item.taxes", item, taxes.Amount.ToString(CultureInfo.InvariantCulture), "0 or more");
        }
    }

    private static void Above(in CheckScope scope, DiagnosticRule rule, string field, decimal? value, Item? item)
    {
        if (value is { } found && found <= 0)
        {
            scope.Report(rule, field, item, found.ToString(CultureInfo.InvariantCulture));
        }
    }
}
