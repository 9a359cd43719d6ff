// Packs the codes (no descriptions) of the reference tables into src/Tamiz/Reference/Data, the same bytes each time:
//   dotnet run eng/pack-reference.cs -- [folder of the source tables, default ../shared/data/reference]
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

var from = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "reference");
var to = Path.Combine("src", "Tamiz", "Reference", "Data");
if (!Directory.Exists(from) || !Directory.Exists(to))
{
    Console.Error.WriteLine($"Run it in the project's root; needs the folders {from} and {to}.");
    return 2;
}

// Validity by the publishers: HS 2022 entered into force; ISO 3166-1 last gained a code (SS); ISO 4217 last lost one (BGN).
Pack("harmonized-system.csv", Subheadings,
    new Source("hs", "HS 2022", "2022-01-01", "datasets/harmonized-system", "PDDL-1.0"));
Pack("country-codes.csv", CountryCodes,
    new Source("countries", "ISO 3166-1 alpha-2, 249 codes", "2011-08-09", "datasets/country-codes", "PDDL-1.0"));
Pack("currency-codes.csv", CurrencyCodes,
    new Source("currencies", "ISO 4217, withdrawals to 2026-01", "2026-01-01", "datasets/currency-codes", "PDDL-1.0"));
Pack("un-locode.csv.gz", PlaceCodes,
    new Source("places", "UN/LOCODE, 115,883 codes", null, "geoapify/un-locode @ 2d18b0928396713dfa30b096cbeabcda36de9ae3", "MIT"));
return 0;

void Pack(string file, Func<List<Dictionary<string, string>>, IEnumerable<string>> codes, Source source)
{
    var bytes = File.ReadAllBytes(Path.Combine(from, file));
    var lines = codes(Rows(file, bytes)).Order(StringComparer.Ordinal).ToList();
    var validFrom = source.ValidFrom is null ? "" : $"valid-from: {source.ValidFrom}\n";
    var text = $"id: {source.Id}\nedition: {source.Edition}\n{validFrom}"
        + $"origin: {source.Origin}, {file}, sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}\n"
        + $"licence: {source.Licence}\n\n" + string.Join('\n', lines) + "\n";

    using var packed = File.Create(Path.Combine(to, source.Id + ".gz"));
    using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
    {
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }

    Console.WriteLine($"{source.Id}: {lines.Count} lines");
}

// 9999 and 999999 ("not specified") belong to trade statistics, not to the Harmonized System.
static IEnumerable<string> Subheadings(List<Dictionary<string, string>> rows) =>
    rows.Select(row => row["hscode"]).Where(code => code.Length == 6 && code != "999999").Distinct();

static IEnumerable<string> CountryCodes(List<Dictionary<string, string>> rows) =>
    rows.Select(row => row["ISO3166-1-Alpha-2"]).Where(code => code.Length == 2).Distinct();

// A code is historic when no country uses it any more; its line then ends with the last day of its last month or year.
static IEnumerable<string> CurrencyCodes(List<Dictionary<string, string>> rows) =>
    from row in rows
    where row["AlphabeticCode"].Length == 3
    group row by row["AlphabeticCode"] into currency
    let current = currency.FirstOrDefault(row => row["WithdrawalDate"].Length == 0)
    let digits = (current ?? currency.First())["MinorUnit"]
    select $"{currency.Key} {(digits.Length == 0 ? "-" : digits)}"
        + (current is null ? " " + currency.Max(row => LastDay(row["WithdrawalDate"])) : "");

// Dates stand as 2002-03, 1989-1990, "1989 to 1990" or "1990-07 to 1990-09".
static string LastDay(string withdrawn)
{
    var last = withdrawn.Split(" to ")[^1];
    var parts = last.Split('-');
    var month = parts.Length == 2 && parts[1].Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 12;
    var year = int.Parse(parts.Length == 2 && parts[1].Length == 4 ? parts[1] : parts[0], CultureInfo.InvariantCulture);
    return new DateOnly(year, month, DateTime.DaysInMonth(year, month)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

// A line a country: its two letters, a blank, its places of three characters without separators.
static IEnumerable<string> PlaceCodes(List<Dictionary<string, string>> rows) =>
    rows.GroupBy(row => row["country"], row => row["location"])
        .Select(country => country.Key + " " + string.Concat(country.Distinct().Order(StringComparer.Ordinal)));

static List<Dictionary<string, string>> Rows(string file, byte[] bytes)
{
    using Stream raw = new MemoryStream(bytes);
    using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
    var records = Records(new StreamReader(stream, Encoding.UTF8).ReadToEnd()).ToList();
    var rows = new List<Dictionary<string, string>>();
    foreach (var record in records.Skip(1).Where(record => record.Count > 1))
    {
        rows.Add(records[0].Zip(record).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    return rows;
}

// Fields of a comma-separated table; quotes may hold commas, line ends and doubled quotes.
static IEnumerable<List<string>> Records(string text)
{
    var record = new List<string>();
    var field = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < text.Length; i++)
    {
        var c = text[i];
        if (c == '"')
        {
            quoted = !quoted;
            _ = quoted && i > 0 && text[i - 1] == '"' ? field.Append('"') : field;
        }
        else if (quoted || c is not (',' or '\n'))
        {
            field.Append(c);
        }
        else
        {
            record.Add(field.ToString().TrimEnd('\r'));
            field.Clear();
            if (c == '\n')
            {
                yield return record;
                record = [];
            }
        }
    }

    record.Add(field.ToString());
    yield return record;
}

internal sealed record Source(string Id, string Edition, string? ValidFrom, string Origin, string Licence);
