using System.Globalization;
using Tamiz.Reference;

namespace Tamiz.Declarations.Checks;

/// <summary>Checks a declaration as lodged. Nothing is refused and nothing is thrown: what is wrong becomes a diagnostic, and evidence.</summary>
public static class DeclarationChecks
{
    private const decimal Tolerance = 0.01m;

    /// <summary>What can be found, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        CheckRules.Container, CheckRules.ImoNumber, CheckRules.HsForm, CheckRules.HsUnknown, CheckRules.NetAboveGross, CheckRules.MassTotal,
        CheckRules.InvoiceTotal, CheckRules.ItemTotal, CheckRules.Negative, CheckRules.Country, CheckRules.Currency, CheckRules.Future,
        CheckRules.DutyRate, CheckRules.ZeroMass,
    ];

    /// <summary>Runs all checks.</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="reference">The tables in force.</param>
    /// <param name="receivedAt">When it was received; "in the future" is measured from here.</param>
    /// <param name="into">Receives what is wrong.</param>
    public static void Run(Declaration declaration, ReferenceData reference, Instant receivedAt, ICollection<Diagnostic> into)
    {
        if (declaration.LodgedAt > receivedAt)
        {
            Add(into, CheckRules.Future, declaration, "declaration.lodgedAt", declaration.LodgedAt.ToString());
        }

        Transport(declaration, into);
        Country(declaration, declaration.CountryOfExport, "declaration.countryOfExport", reference, into);
        Country(declaration, declaration.CountryOfDestination, "declaration.countryOfDestination", reference, into);
        Country(declaration, declaration.Importer?.Country, "importer.country", reference, into);
        Country(declaration, declaration.Exporter?.Country, "exporter.country", reference, into);
        Amount(declaration, declaration.Invoice, "declaration.invoice", reference, into);
        Negative(declaration, declaration.TotalGrossMass?.Kilograms, "declaration.grossMass", into);
        for (var i = 0; i < declaration.Items.Count; i++)
        {
            CheckItem(declaration, declaration.Items[i], reference, into);
        }

        Totals(declaration, into);
    }

    private static void Transport(Declaration declaration, ICollection<Diagnostic> into)
    {
        for (var i = 0; i < declaration.Containers.Count; i++)
        {
            if (!ContainerNumber.IsValid(declaration.Containers[i]))
            {
                Add(into, CheckRules.Container, declaration, "container.number", declaration.Containers[i]);
            }
        }

        var imo = ImoShipNumber.Find(declaration.TransportMeans);
        if (imo.Length > 0 && !ImoShipNumber.IsValid(imo))
        {
            Add(into, CheckRules.ImoNumber, declaration, "declaration.transportMeans", declaration.TransportMeans!);
        }
    }

    private static void CheckItem(Declaration declaration, Item item, ReferenceData reference, ICollection<Diagnostic> into)
    {
        CheckHs(declaration, item, reference, into);
        Country(declaration, item.Origin, "item.origin", reference, into);
        Amount(declaration, item.Price, "item.price", reference, into);
        Amount(declaration, item.CustomsValue, "item.customsValue", reference, into);
        Negative(declaration, item.NetMass?.Kilograms, "item.netMass", into);
        Negative(declaration, item.GrossMass?.Kilograms, "item.grossMass", into);
        Negative(declaration, item.SupplementaryQuantity, "item.supplementaryQuantity", into);
        if (item.NetMass is { } net && item.GrossMass is { } gross && net > gross)
        {
            Add(into, CheckRules.NetAboveGross, declaration, "item.netMass", Say(net.Kilograms), $"at most {Say(gross.Kilograms)} kg");
        }

        if (item.NetMass is { Kilograms: 0 })
        {
            Add(into, CheckRules.ZeroMass, declaration, "item.netMass", "0");
        }

        if (item.DutyRatePercent is < 0 or > 3000)
        {
            Add(into, CheckRules.DutyRate, declaration, "item.dutyRate", Say(item.DutyRatePercent.Value));
        }
    }

    private static void CheckHs(Declaration declaration, Item item, ReferenceData reference, ICollection<Diagnostic> into)
    {
        if (item.Hs is not { } hs)
        {
            return;
        }

        if (hs.Length is < 6 or > 12 || hs.Length % 2 != 0 || hs.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Add(into, CheckRules.HsForm, declaration, "item.hs", hs);
        }
        else if (!reference.Nomenclature.Contains(hs.AsSpan(0, 6)))
        {
            Add(into, CheckRules.HsUnknown, declaration, "item.hs", hs);
        }
    }

    private static void Totals(Declaration declaration, ICollection<Diagnostic> into)
    {
        if (declaration.ItemCount is { } count && count != declaration.Items.Count)
        {
            Add(into, CheckRules.ItemTotal, declaration, "declaration.itemCount",
                declaration.Items.Count.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));
        }

        decimal net = 0, gross = 0, price = 0;
        bool allNet = true, allGross = true, allPrices = declaration.Invoice is not null;
        for (var i = 0; i < declaration.Items.Count; i++)
        {
            var item = declaration.Items[i];
            net += item.NetMass?.Kilograms ?? 0;
            gross += item.GrossMass?.Kilograms ?? 0;
            price += item.Price?.Amount ?? 0;
            allNet &= item.NetMass is not null;
            allGross &= item.GrossMass is not null;
            allPrices &= item.Price is { } money && money.Currency == declaration.Invoice?.Currency;
        }

        Compare(declaration, allNet ? net : null, declaration.TotalNetMass?.Kilograms, CheckRules.MassTotal, "declaration.netMass", into);
        Compare(declaration, allGross ? gross : null, declaration.TotalGrossMass?.Kilograms, CheckRules.MassTotal, "declaration.grossMass", into);
        Compare(declaration, allPrices ? price : null, declaration.Invoice?.Amount, CheckRules.InvoiceTotal, "declaration.invoice", into);
        if (declaration.TotalNetMass > declaration.TotalGrossMass)
        {
            Add(into, CheckRules.NetAboveGross, declaration, "declaration.netMass", Say(declaration.TotalNetMass.Value.Kilograms));
        }
    }

    private static void Compare(
        Declaration declaration, decimal? sum, decimal? total, DiagnosticRule rule, string field, ICollection<Diagnostic> into)
    {
        if (sum is { } found && total is { } declared && Math.Abs(found - declared) > Math.Abs(declared) * Tolerance)
        {
            Add(into, rule, declaration, field, Say(found), Say(declared));
        }
    }

    private static void Country(Declaration declaration, string? code, string field, ReferenceData reference, ICollection<Diagnostic> into)
    {
        if (code is not null && !reference.Countries.Contains(code))
        {
            Add(into, CheckRules.Country, declaration, field, code);
        }
    }

    private static void Amount(Declaration declaration, Money? money, string field, ReferenceData reference, ICollection<Diagnostic> into)
    {
        if (money is not { } amount)
        {
            return;
        }

        if (amount.Currency.Length > 0 && !reference.Currencies.Contains(amount.Currency))
        {
            Add(into, CheckRules.Currency, declaration, field, amount.Currency);
        }

        Negative(declaration, amount.Amount, field, into);
    }

    private static void Negative(Declaration declaration, decimal? value, string field, ICollection<Diagnostic> into)
    {
        if (value < 0)
        {
            Add(into, CheckRules.Negative, declaration, field, Say(value.Value));
        }
    }

    private static string Say(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(
        ICollection<Diagnostic> into, DiagnosticRule rule, Declaration declaration, string field, string found, string? expected = null) =>
        into.Add(rule.At(declaration.Source with { Field = field }, found, expected));
}
