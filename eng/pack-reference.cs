#:property RestorePackagesWithLockFile=false

// Packs the bare codes of the public reference tables into src/Tamiz/Reference/Data, the same bytes each time.
// Usage, from the project's root: dotnet run eng/pack-reference.cs [-- FOLDER]   (default ../shared/data/reference)
using System.IO.Compression;
using System.Text;

var folder = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "reference");
var target = Path.Combine("src", "Tamiz", "Reference", "Data");

// HS 2022, from datasets/harmonized-system (PDDL). TOTAL and 9999, 999999 are Comtrade's own and not in the nomenclature.
Pack("hs2022.txt.gz", Rows("harmonized-system.csv").Skip(1).Select(row => row[1])
    .Where(code => code.All(char.IsAsciiDigit) && !code.StartsWith("99", StringComparison.Ordinal)));

// ISO 3166-1 alpha-2, from datasets/country-codes (PDDL).
var countries = Rows("country-codes.csv").ToList();
var alpha2 = Array.IndexOf(countries[0], "ISO3166-1-Alpha-2");
Pack("countries.txt.gz", countries.Skip(1).Select(row => row[alpha2]).Where(code => code.Length == 2));

// ISO 4217 alphabetic code and minor unit, from datasets/currency-codes (PDDL), withdrawn ones included.
Pack("currencies.txt.gz", Rows("currency-codes.csv").Skip(1).Where(row => row[2].Length == 3).GroupBy(row => row[2], StringComparer.Ordinal)
    .Select(group => group.Key + group.Max(row => int.TryParse(row[4], out var minor) ? minor : 0).ToString(System.Globalization.CultureInfo.InvariantCulture)));

// UN/LOCODE, from geoapify/un-locode (MIT).
using (var places = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "un-locode.csv.gz")), CompressionMode.Decompress)))
{
    Pack("places.txt.gz", Parse(places).Skip(1).Select(row => row[0] + row[1]).Where(code => code.Length == 5));
}

IEnumerable<string[]> Rows(string file)
{
    using var reader = new StreamReader(Path.Combine(folder, file));
    foreach (var row in Parse(reader))
    {
        yield return row;
    }
}

void Pack(string name, IEnumerable<string> codes)
{
    var lines = codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    Directory.CreateDirectory(target);
    using var file = File.Create(Path.Combine(target, name));
    using var gzip = new GZipStream(file, CompressionLevel.SmallestSize);
    gzip.Write(Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
    Console.WriteLine($"{name}: {lines.Count} codes");
}

static IEnumerable<string[]> Parse(TextReader reader)
{
    var fields = new List<string>();
    var field = new StringBuilder();
    var quoted = false;
    for (var c = reader.Read(); c >= 0; c = reader.Read())
    {
        if (quoted)
        {
            if (c == '"' && reader.Peek() != '"')
            {
                quoted = false;
            }
            else
            {
                field.Append((char)(c == '"' ? reader.Read() : c));
            }
        }
        else if (c == '"')
        {
            quoted = true;
        }
        else if (c is ',' or '\n')
        {
            fields.Add(field.ToString().TrimEnd('\r'));
            field.Clear();
            if (c == '\n')
            {
                yield return [.. fields];
                fields.Clear();
            }
        }
        else
        {
            field.Append((char)c);
        }
    }
}
