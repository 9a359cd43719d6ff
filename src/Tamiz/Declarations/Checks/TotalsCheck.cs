using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>
/// The declaration's totals are those of its items: gross mass, net mass, invoice and number of items. A total is compared only
/// where every item has the figure (prices: all in the invoice's currency), and may differ by 1 kg or 1 unit of currency, or by
/// a thousandth of the total, whichever is more: items are rounded.
/// </summary>
internal sealed class TotalsCheck : Check
{
    // Figures beyond it count as it, so that no sum of them leaves the range of decimal.
    private const decimal Largest = 1e15m;

    private static readonly DiagnosticRule Gross = new("TZ1206", Severity.Warning, "the total gross mass is not that of the items",
        "the sum of the items", "Correct the total, or look for an item that is missing.");

    private static readonly DiagnosticRule Net = new("TZ1207", Severity.Warning, "the total net mass is not that of the items",
        "the sum of the items", "Correct the total, or look for an item that is missing.");

    private static readonly DiagnosticRule Invoice = new("TZ1208", Severity.Warning, "the amount invoiced is not that of the items",
        "the sum of the item prices", "Compare both with the invoice.");

    private static readonly DiagnosticRule Count = new("TZ1209", Severity.Warning, "the number of items is not the one declared",
        "the number of items that follow", "Look for items that the file lost.");

    private delegate decimal? Figure(Item item, string currency);

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Gross, Net, Invoice, Count];

    internal override void Run(in CheckScope scope)
    {
        var declaration = scope.Declaration;
        if (declaration.TotalGrossMass is { } gross)
        {
            Compare(scope, Gross, "declaration.grossMass", new Money(gross.Kilograms, "kg"),
                static (item, _) => item.GrossMass?.Kilograms);
        }

        if (declaration.TotalNetMass is { } net)
        {
            Compare(scope, Net, "declaration.netMass", new Money(net.Kilograms, "kg"),
                static (item, _) => item.NetMass?.Kilograms);
        }

        if (declaration.Invoice is { } invoice)
        {
            Compare(scope, Invoice, "declaration.invoiceAmount", invoice, static (item, currency) =>
                item.Price is { } price && string.Equals(price.Currency, currency, StringComparison.Ordinal) ? price.Amount : null);
        }

        if (declaration.ItemCount is { } count && count != declaration.Items.Count)
        {
            scope.Report(Count, "declaration.itemCount", count.ToString(CultureInfo.InvariantCulture),
                declaration.Items.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Compare(in CheckScope scope, DiagnosticRule rule, string field, Money total, Figure figure)
    {
        var items = scope.Declaration.Items;
        var sum = 0m;
        for (var i = 0; i < items.Count; i++)
        {
            if (figure(items[i], total.Currency) is not { } part)
            {
                return;
            }

            sum += Math.Clamp(part, -Largest, Largest);
        }

        var declared = Math.Clamp(total.Amount, -Largest, Largest);
        if (Math.Abs(declared - sum) > Math.Max(1, Math.Abs(declared) * 0.001m))
        {
            scope.Report(rule, field, Written(total.Amount, total.Currency), "about " + Written(sum, total.Currency));
        }
    }

    private static string Written(decimal amount, string unit) => string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
}
