using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>Amounts are in currencies of ISO 4217 that were not yet withdrawn on the day of lodgement.</summary>
internal sealed class CurrencyCheck : Check
{
    private static readonly DiagnosticRule Unknown = new("TZ1216", Severity.Warning, "not a currency code of ISO 4217",
        "three upper-case letters of ISO 4217", "Correct the code, or translate the administration's own codes in the mapping.");

    private static readonly DiagnosticRule Withdrawn = new("TZ1217", Severity.Warning,
        "the currency was withdrawn before the lodgement", "a currency in use",
        "Look whether its successor is meant: the amount may differ by powers of ten.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Unknown, Withdrawn];

    internal override void Run(in CheckScope scope)
    {
        var declaration = scope.Declaration;
        RunOne(scope, "declaration.invoiceCurrency", declaration.Invoice, null);
        for (var i = 0; i < declaration.Items.Count; i++)
        {
            var item = declaration.Items[i];
            RunOne(scope, "item.currency", item.Price, item);
            RunOne(scope, "item.customsValueCurrency", item.CustomsValue, item);
            RunOne(scope, "item.taxes", item.Taxes, item);
        }
    }

    private static void RunOne(in CheckScope scope, string field, Money? money, Item? item)
    {
        if (money is not { Currency: { Length: > 0 } code })
        {
            return;
        }

        var currency = scope.Reference.Currencies.Find(code);
        if (currency is null)
        {
            scope.Report(Unknown, field, item, code);
        }
        else if (currency.WithdrawnOn is { } last && last < scope.Declaration.LodgedOn)
        {
            scope.Report(Withdrawn, field, item, code,
                string.Create(CultureInfo.InvariantCulture, $"a currency in use ({code} was until {last:yyyy-MM-dd})"));
        }
    }
}
