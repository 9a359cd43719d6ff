namespace Tamiz.Declarations.Checks;

/// <summary>What a declaration as lodged can have wrong with it: TZ12xx. None of them refuses it.</summary>
public static class CheckRules
{
    /// <summary>ISO 6346: four letters, the fourth U, J or Z, six digits and a check digit.</summary>
    public static readonly DiagnosticRule Container = new("TZ1201", Severity.Warning, "the container number fails ISO 6346",
        "four letters (the fourth U, J or Z), six digits and their check digit", "Compare with the container and the bill of lading.");

    /// <summary>IMO ship number: seven digits, the last from the others.</summary>
    public static readonly DiagnosticRule ImoNumber = new("TZ1202", Severity.Warning, "the IMO ship number fails its check digit",
        "seven digits, the last one their check digit", "Compare with the manifest.");

    /// <summary>An HS code that is not 2 to 12 digits, an even number of them.</summary>
    public static readonly DiagnosticRule HsForm = new("TZ1203", Severity.Warning, "the HS code has the wrong form",
        "6 to 12 digits, an even number of them", "A leading zero may have been lost in a spreadsheet.");

    /// <summary>A subheading that the loaded edition lacks.</summary>
    public static readonly DiagnosticRule HsUnknown = new("TZ1204", Severity.Note, "the HS code is not in the loaded edition",
        "a subheading of HS 2022", "It may be of another edition; correlate it.");

    /// <summary>Net mass above gross mass.</summary>
    public static readonly DiagnosticRule NetAboveGross = new("TZ1205", Severity.Warning, "the net mass is above the gross mass",
        "net mass at most gross mass", "Weigh, or correct the masses.");

    /// <summary>Masses of the items do not add up to the declaration's.</summary>
    public static readonly DiagnosticRule MassTotal = new("TZ1206", Severity.Warning, "the masses of the items do not add up",
        "the declared total, within 1 %", "Correct the item or the total.");

    /// <summary>Prices of the items do not add up to the invoice.</summary>
    public static readonly DiagnosticRule InvoiceTotal = new("TZ1207", Severity.Warning, "the prices of the items do not add up to the invoice",
        "the amount invoiced, within 1 %", "Compare with the invoice.");

    /// <summary>The number of items is not the declared one.</summary>
    public static readonly DiagnosticRule ItemTotal = new("TZ1208", Severity.Warning, "the number of items is not the declared one",
        "as many items as declared", "Look for a missing item.");

    /// <summary>A mass, price, value or quantity below zero.</summary>
    public static readonly DiagnosticRule Negative = new("TZ1209", Severity.Warning, "the value is negative",
        "zero or more", "Correct the sign.");

    /// <summary>A country code that ISO 3166-1 lacks.</summary>
    public static readonly DiagnosticRule Country = new("TZ1210", Severity.Warning, "unknown country code",
        "an ISO 3166-1 alpha-2 code", "Map the administration's own codes in the mapping's values.");

    /// <summary>A currency code that ISO 4217 lacks.</summary>
    public static readonly DiagnosticRule Currency = new("TZ1211", Severity.Warning, "unknown currency code",
        "an ISO 4217 code", "Map the administration's own codes in the mapping's values.");

    /// <summary>Lodged after it was received.</summary>
    public static readonly DiagnosticRule Future = new("TZ1212", Severity.Warning, "the declaration is dated in the future",
        "lodged before it was received", "Check the clock of the sender, or the date format.");

    /// <summary>A rate of duty outside 0 to 3,000 per cent.</summary>
    public static readonly DiagnosticRule DutyRate = new("TZ1213", Severity.Warning, "the rate of duty is implausible",
        "0 to 3000 per cent", "Check the decimal sign.");

    /// <summary>A price with no mass or quantity to set against it.</summary>
    public static readonly DiagnosticRule ZeroMass = new("TZ1214", Severity.Note, "the net mass is zero",
        "a mass above zero", "Weigh the goods.");
}
