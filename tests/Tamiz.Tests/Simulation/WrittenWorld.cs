using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tamiz.Declarations.Checks;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Tests.Simulation;

/// <summary>
/// A small world by the contract of docs/reference/simulation.md, written without the simulation itself, so that what the checks measure in it is
/// known: each importer has its own probability of fraud.
/// </summary>
internal sealed class WrittenWorld : IDisposable
{
    public const int Months = 12;

    private static readonly DateOnly Begin = new(2025, 1, 1);
    private static readonly string[] Offices = ["XXAAA", "XXBBB", "XXCCC", "XXDDD", "XXEEE", "XXFFF"];
    private static readonly string[] Bases = ["random", "rule", "mandatory", "officer"];
    private static readonly string[] Origins = ["CN", "US", "MX", "DE", "GT"];

    private readonly Random _random;
    private readonly Dictionary<string, StringBuilder> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Officer, DateOnly Day), int> _worked = [];

    public WrittenWorld(int declarations = 1500, int seed = 1)
    {
        Folder = Directory.CreateTempSubdirectory("tamiz-world-").FullName;
        _random = new Random(seed);
        WriteHeadings();
        WriteTraders(Math.Max(40, declarations / 15));
        for (var number = 1; number <= declarations; number++)
        {
            WriteDeclaration(number, declarations);
        }

        WriteShifts();
        WriteRest();
        Save();
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Changes a file and puts its new hash into world.json, so that only the change itself is wrong.</summary>
    public void Change(string file, Func<string, string> change)
    {
        var text = change(File.ReadAllText(PathOf(file)));
        File.WriteAllText(PathOf(file), text);
        var manifest = File.ReadAllText(PathOf("world.json"));
        using var document = JsonDocument.Parse(manifest);
        var old = document.RootElement.GetProperty("files").GetProperty(file).GetProperty("sha256").GetString()!;
        File.WriteAllText(PathOf("world.json"), manifest.Replace(old, HashOf(PathOf(file)), StringComparison.Ordinal));
    }

    private StringBuilder this[string file] => _files.TryGetValue(file, out var text) ? text : _files[file] = new StringBuilder();

    private void WriteHeadings()
    {
        for (var month = 0; month < Months; month++)
        {
            this[MonthFile(month)].Append("declaration.office,declaration.year,declaration.number,declaration.version,declaration.lodgedAt,declaration.countryOfExport,declaration.transportMode,declaration.containers,declarant.id,importer.id,item.sequence,item.hs,item.description,item.origin,item.preference,item.procedure,item.netMass,item.supplementaryQuantity,item.customsValue,item.dutyRate,item.taxes,finding.result\n");
        }

        this["observed/findings.csv"].Append("declaration,version,item,control,inspector,extent,startedAt,endedAt,knownAt,result,type,declared,corrected,recovered,status\n");
        this["observed/controls.csv"].Append("declaration,version,lane,basis,probability,office,day,inspector,extent,minutes\n");
        this["observed/cancellations.csv"].Append("declaration,at,by,reason\n");
        this["observed/roster.csv"].Append("officer,office,role,competence,from,to\n");
        foreach (var office in Offices)
        {
            this["observed/roster.csv"].Append(CultureInfo.InvariantCulture, $"{office[2..]}1,{office},inspector,all,,\n{office[2..]}2,{office},inspector,all,,\n");
        }

        this["observed/shifts.csv"].Append("officer,day,from,to,present\n");
        this["truth/items.csv"].Append("declaration,version,item,trader,scheme,mechanism,kind,evaded\n");
        this["truth/traders.csv"].Append("trader,id,name,born,died,predecessor\n");
        this["truth/schemes.csv"].Append("scheme,month,actors,born,caught\nsecret-scheme,2025-01,3,1,0\n");
        this["truth/corruption.csv"].Append("act,kind,officer,declarant,declaration,at,share\n1,pairing,AAA1,D1,,2025-02-01T08:00,0.2\n2,pairing,AAA1,D1,,2025-02-01T08:00,0.2\n3,override,BBB1,,,2025-02-02T08:00,\n");
        this["truth/reports.csv"].Append("report,verdict,about\nR1,true,x\nR2,false,y\nR3,stale,z\n");
    }

    private void WriteTraders(int count)
    {
        for (var trader = 0; trader < count; trader++)
        {
            var born = Begin.AddMonths(trader % (Months + 4) - 4).AddDays(3);
            this["truth/traders.csv"].Append(CultureInfo.InvariantCulture, $"{trader},I{trader},Trader {trader},{born:yyyy-MM-dd},{(trader % 9 == 8 ? "2025-11-02" : "")},\n");
        }

        Importers = count;
    }

    private int Importers { get; set; }

    private void WriteDeclaration(int number, int of)
    {
        var lodged = Begin.ToDateTime(TimeOnly.MinValue).AddMinutes((long)(365.0 * 1440 * (number - 1) / of)).Date.AddHours(8).AddMinutes(number % 400);
        var day = DateOnly.FromDateTime(lodged);
        var office = Offices[Math.Min(_random.Next(Offices.Length), _random.Next(Offices.Length))];
        var importer = (int)(Importers * _random.NextDouble() * _random.NextDouble() * _random.NextDouble());
        var probability = 0.02 + (importer % 13 == 0 ? 0.2 : 0);
        var name = $"{office}/{day.Year}/{number}";
        var controlled = _random.NextDouble() < 0.12 && TryWork($"{office[2..]}{1 + (number % 2)}", day);
        var fraud = _random.NextDouble() < probability;
        if (controlled)
        {
            this["observed/controls.csv"].Append(CultureInfo.InvariantCulture, $"{name},1,{(number % 3 == 0 ? "yellow" : "red")},{Bases[number % 4]},0.1,{office},{day:yyyy-MM-dd},{office[2..]}{1 + (number % 2)},full,40\n");
        }

        if (number % 97 == 0)
        {
            this["observed/cancellations.csv"].Append(CultureInfo.InvariantCulture, $"{name},{lodged.AddHours(2):yyyy-MM-ddTHH:mm},I{importer},error\n");
        }

        for (var item = 1; item <= 1 + (number % 3); item++)
        {
            WriteItem((name, office, number), (lodged, importer), item, (controlled, fraud && item == 1));
        }
    }

    private void WriteItem((string Name, string Office, int Number) of, (DateTime Lodged, int Importer) by, int item, (bool Controlled, bool Fraud) how)
    {
        var good = _random.Next(30) * _random.Next(30) / 30;
        var mass = Math.Round(LogNormal(3, 2), 3) + 0.001;
        var value = Math.Round(mass * (2 + good) * LogNormal(0, 0.3), 2) + 0.01;
        var evaded = how.Fraud ? Math.Round(LogNormal(6, 2.4), 2) + 0.01 : 0;
        var result = !how.Controlled ? "" : how.Fraud ? "offence" : of.Number % 11 == 0 ? "error" : "compliant";
        this[MonthFile(by.Lodged.Month - 1)].Append(CultureInfo.InvariantCulture,
            $"{of.Office},{by.Lodged.Year},{of.Number},1,{by.Lodged:yyyy-MM-ddTHH:mm},{Origins[of.Number % 5]},{1 + (of.Number % 4)},{Container(of.Number)},D{of.Number % 25},I{by.Importer},{item},{840000 + (good * 101)},\"goods, as sold\",{Origins[good % 5]},,40,{mass},,{value},{5 * (good % 4)},{Math.Round(value * 0.2, 2)},{result}\n");
        this["truth/items.csv"].Append(CultureInfo.InvariantCulture,
            $"{of.Name},1,{item},{by.Importer},{(how.Fraud ? "secret-scheme" : "")},{(how.Fraud ? "undervalue" : "")},{(how.Fraud ? "fraud" : "honest")},{evaded}\n");
        if (how.Controlled)
        {
            var known = by.Lodged.AddDays(3 + (of.Number % 40));
            this["observed/findings.csv"].Append(CultureInfo.InvariantCulture,
                $"{of.Name},1,{item},{of.Number},{of.Office[2..]}1,full,{by.Lodged.AddHours(1):yyyy-MM-ddTHH:mm},{by.Lodged.AddHours(2):yyyy-MM-ddTHH:mm},{known:yyyy-MM-ddTHH:mm},{result},,,,{(how.Fraud ? evaded / 2 : 0)},final\n");
        }
    }

    private bool TryWork(string officer, DateOnly day)
    {
        var minutes = _worked.GetValueOrDefault((officer, day)) + 40;
        return minutes <= 480 && (_worked[(officer, day)] = minutes) > 0;
    }

    private void WriteShifts()
    {
        for (var day = Begin; day < Begin.AddMonths(Months); day = day.AddDays(1))
        {
            foreach (var officer in Offices.SelectMany(office => new[] { office[2..] + "1", office[2..] + "2" }))
            {
                this["observed/shifts.csv"].Append(CultureInfo.InvariantCulture, $"{officer},{day:yyyy-MM-dd},08:00,16:00,1\n");
            }
        }
    }

    private void WriteRest()
    {
        this["pack.yaml"].Append("name: invented\ntargets:\n  fraudRate: {low: 0.5 %, high: 12 %, source: of this test}\n");
        this["home/tamiz.yaml"].Append("name: x\nlanguages: [es, en]\n");
        this["home/intelligence/reports.yaml"].Append("reports:\n  - {id: R1, source: A, credibility: 1}\n  - {id: R2, source: C, credibility: 3}\n  - {id: R3, source: C, credibility: 3}\n");
        this["declarations/2025-01.jsonl"].Append("{\"declaration\":{\"office\":\"XXAAA\"}}\n");
    }

    private void Save()
    {
        foreach (var (file, text) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.WriteAllText(PathOf(file), text.ToString());
        }

        var files = _files.Keys.Order(StringComparer.Ordinal).ToDictionary(file => file, file => new
        {
            sha256 = HashOf(PathOf(file)),
            bytes = new FileInfo(PathOf(file)).Length,
            rows = _files[file].ToString().AsSpan().Count('\n') - 1,
        });
        File.WriteAllText(PathOf("world.json"), JsonSerializer.Serialize(new { format = 1, version = "0", country = "invented", currency = "XXX", seed = 1, months = Months, begin = "2025-01", files }));
    }

    private double LogNormal(double mean, double sigma) => Elementary.Exp(mean + (sigma * Quantile.OfNormal(0.0001 + (0.9998 * _random.NextDouble()))));

    private static string Container(int number)
    {
        var letters = $"TZXU{number % 1_000_000:000000}";
        return letters + ContainerNumber.CheckDigit(letters);
    }

    private static string MonthFile(int month) => $"declarations/2025-{month + 1:00}.csv";

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
