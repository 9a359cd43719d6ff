using System.Globalization;
using System.Text.RegularExpressions;

namespace Tamiz.Formats.Lists;

/// <summary>
/// The remarks of an OFAC entry: statements between "; ", of which these are read: quoted names (weak aliases), dates of birth,
/// nationality and citizenship, and numbers.
/// </summary>
internal static partial class OfacRemarks
{
    private static readonly string[] DateFormats = ["dd MMM yyyy", "d MMM yyyy"];

    private static readonly string[] Labels =
    [
        "Afghan Money Service Provider License Number", "Aircraft Construction Number (also called L/N or S/N or F/N)",
        "Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Serial Identification", "Aircraft Tail Number",
        "Birth Certificate Number", "Bosnian Personal ID No.", "Branch Unit Number", "British National Overseas Passport",
        "Business Number", "Business Registration Document #", "Business Registration Number", "C.I.F.", "C.R. No.", "C.U.I.",
        "C.U.I.T.", "C.U.R.P.", "Cartilla de Servicio Militar Nacional", "Cedula No.", "Cedula de Ciudadania",
        "Cedula de Residencia", "Certificate of Incorporation Number", "Chamber of Commerce Number", "Citizen's Card Number",
        "Commercial Registry Number", "Company Number", "Credencial electoral", "D-U-N-S Number", "D.N.I.",
        "Digital Currency Address -", "Diplomatic Passport", "Driver's License No.", "Electoral Registry No.",
        "Enterprise Number", "Fiscal Code", "Folio Mercantil No.", "Government Gazette Number", "I.F.E.", "ISIN",
        "Identification Number", "Identity Card", "Italian Fiscal Code", "Kenyan ID No.", "LE Number", "Legal Entity Number",
        "MMSI", "Matricula Mercantil No", "Moroccan Personal ID No.", "N.I.E.", "NIT #", "National Foreign ID Number",
        "National ID No.", "Numero de Identidad", "Passport", "Permit Number", "Personal ID Card", "Public Registration Number",
        "R.F.C.", "RIF #", "RTN", "RUC #", "Registered Charity No.", "Registration Certificate Number", "Registration ID",
        "Registration Number", "Residency Number", "SSN", "SWIFT/BIC", "Stateless Person ID Card", "Tarjeta Profesional",
        "Tax ID No.", "Tourism License No.", "Trade License No.", "Travel Document Number", "Turkish Identification Number",
        "UK Company Number", "US FEIN", "Unified Social Credit Code (USCC)", "V.A.T. Number", "VAT Number",
        "Vessel Registration Identification", "Vessel Registration Number",
    ];

    /// <summary>Adds what the remarks say to an entry.</summary>
    /// <param name="remarks">The text as published.</param>
    /// <param name="cut">Whether its last statement is not complete, and so left out.</param>
    /// <param name="draft">The entry.</param>
    public static void Read(string remarks, bool cut, ListDraft draft)
    {
        var statements = remarks.Split("; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var statement in cut ? statements[..^1] : statements)
        {
            var text = statement.StartsWith("alt. ", StringComparison.Ordinal) ? statement[5..] : statement;
            if (Name().Match(text) is { Success: true } name)
            {
                draft.AddName(name.Groups["name"].Value, name.Groups["kind"].Value == "f" ? ListNameKind.Former : ListNameKind.WeakAlias);
            }
            else if (After(text, "DOB ") is { } birth)
            {
                draft.AddBirth(Date(birth));
            }
            else if ((After(text, "nationality ") ?? After(text, "citizen ")) is { } country)
            {
                draft.AddCountry(country);
            }
            else
            {
                AddNumber(text, draft);
            }
        }
    }

    private static void AddNumber(string text, ListDraft draft)
    {
        var label = Labels.Where(known => text.StartsWith(known + " ", StringComparison.Ordinal)).MaxBy(known => known.Length);
        if (label is null || Number().Match(text, label.Length) is not { Success: true } match)
        {
            return;
        }

        var value = match.Groups["value"].Value;
        var country = match.Groups["country"] is { Success: true } group ? group.Value : null;
        var kind = label.TrimEnd('#', '-', ' ');
        draft.AddIdentifier(value.StartsWith("IMO ", StringComparison.Ordinal)
            ? new ListIdentifier("IMO", value[4..].Trim(), country) : new ListIdentifier(kind, value, country));
    }

    private static string? After(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..].TrimEnd('.').Trim() : null;

    private static string Date(string text)
    {
        if (After(text, "circa ") is { } about)
        {
            return Date(about) + "~";
        }

        if (text.Split(" to ") is [var from, var to])
        {
            return $"{Date(from)}/{Date(to)}";
        }

        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return DateOnly.TryParseExact("1 " + text, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture) : text;
    }

    /// <summary>A name between single quotes; names have such quotes inside as well, so the last one closes.</summary>
    [GeneratedRegex(@"^(?<kind>[afn])\.k\.a\. '(?<name>.+)'\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    /// <summary>The number up to a country in brackets, or to when it was issued or expires.</summary>
    [GeneratedRegex(@"\G[ #:]+(?<value>[^(;]*?[A-Za-z0-9][^(;]*?)(?= issued| expires|,? expired| \(|\.?$)( \((?<country>[^)]+)\))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
