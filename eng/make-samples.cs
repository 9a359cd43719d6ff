// Makes samples/demo: declarations, lists and reports of an invented administration, the same bytes for the same seed.
// Usage, from the project's root: dotnet run eng/make-samples.cs [-- SEED]
using System.Globalization;
using System.Text;

var seed = args.Length > 0 ? ulong.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var draw = new Draw(seed);
var folder = Path.Combine("samples", "demo");
Directory.CreateDirectory(Path.Combine(folder, "sources"));
Directory.CreateDirectory(Path.Combine(folder, "intelligence"));

(string Code, string Words, double Price, double Spread, int Duty, string[] Origins)[] goods =
[
    ("870323", "Automóvil usado de turismo", 7.5, 0.5, 15, ["US", "JP", "KR"]),
    ("640399", "Calzado de cuero", 14, 0.6, 15, ["CN", "VN", "BR"]),
    ("610910", "Camisetas de algodón", 9, 0.5, 15, ["CN", "HN", "SV", "US"]),
    ("851712", "Teléfonos móviles", 190, 0.4, 0, ["CN", "VN", "US"]),
    ("851713", "Teléfonos inteligentes", 240, 0.4, 0, ["CN", "VN", "US"]),
    ("220830", "Whisky", 6, 0.4, 15, ["GB", "US"]),
    ("240220", "Cigarrillos", 18, 0.3, 15, ["PY", "US", "CN"]),
    ("300490", "Medicamentos", 55, 0.9, 0, ["MX", "IN", "US", "GT"]),
    ("080390", "Bananos", 0.6, 0.2, 15, ["EC", "GT", "CR"]),
    ("100590", "Maíz en grano", 0.28, 0.15, 5, ["US", "MX"]),
    ("392690", "Manufacturas de plástico", 4.5, 0.9, 10, ["CN", "US", "MX"]),
    ("721420", "Barras de hierro", 0.8, 0.2, 5, ["TR", "MX", "CN"]),
    ("950300", "Juguetes", 7, 0.7, 15, ["CN", "MX"]),
    ("330300", "Perfumes", 38, 0.7, 10, ["FR", "ES", "AE"]),
    ("401110", "Neumáticos", 3.6, 0.35, 10, ["CN", "TH", "BR"]),
];
(string Code, double Share)[] offices = [("HNPCR", 0.44), ("HNSAP", 0.17), ("HNTGU", 0.12), ("HNELP", 0.08), ("HNAMA", 0.07), ("HNGUA", 0.05), ("HNLCE", 0.04), ("HNCHO", 0.03)];
string[] first = ["Comercial", "Distribuidora", "Importaciones", "Inversiones", "Grupo", "Agro", "Textiles", "Suministros", "Ferretería", "Farmacéutica"];
string[] second = ["del Valle", "San Jorge", "Ulúa", "El Progreso", "Atlántida", "La Ceiba", "Olancho", "Copán", "del Norte", "Merendón", "Celaque", "Yojoa"];
string[] forms = ["S.A.", "S. de R.L.", "S.A. de C.V.", ""];
string[] exporters = ["Shenzhen Bright Star Trading Co., Ltd.", "Miami Export Group LLC", "Guangzhou Golden Leaf Imp. & Exp.", "Frutas del Pacífico S.A.", "Texas Grain Partners Inc", "Busan Auto Export", "Harbour & Vale Ltd", "Ningbo Sunrise Plastics", "Istanbul Demir A.S.", "Monterrey Farma S.A. de C.V.", "Al Noor General Trading FZE", "Rotterdam Spirits B.V."];
const string Listed = "Caribbean Shadow Shipping Ltd";

var traders = new List<Trader>();
for (var i = 0; i < 400; i++)
{
    var name = $"{draw.Of(first)} {draw.Of(second)} {draw.Of(forms)}".Trim();
    var risk = draw.Next() < 0.06 ? 0.35 : draw.Next() < 0.3 ? 0.05 : 0.012;
    traders.Add(new Trader($"0801{draw.Whole(1985, 2024)}{i:D6}", name, draw.Whole(0, goods.Length), risk, Power.Cube(draw.Next()), draw.Whole(0, 60), i < 340 ? 0 : draw.Whole(30, 360)));
}

var weights = traders.Select(trader => 0.05 + trader.Scale).ToArray();
var files = new Dictionary<string, StringBuilder> { ["history.csv"] = new(), ["march.csv"] = new() };
const string Heading = "aduana,año,número,línea,fecha,régimen,rtn_importador,importador,declarante,exportador,país_procedencia,modo,contenedores,bultos,partida,mercancía,origen,kg_netos,kg_brutos,cantidad,unidad,valor_cif,moneda,dai,resultado,fecha_resultado,recuperado";
foreach (var file in files.Values)
{
    file.Append(Heading).Append('\n');
}

var number = new Dictionary<string, int>();
var start = new DateOnly(2025, 3, 1);
var end = new DateOnly(2026, 4, 1);
for (var day = start; day < end; day = day.AddDays(1))
{
    var today = day.DayOfWeek switch { DayOfWeek.Sunday => 4, DayOfWeek.Saturday => 16, _ => 46 };
    for (var i = 0; i < today; i++)
    {
        Write(day, draw.Pick(weights));
    }
}

foreach (var (name, text) in files)
{
    File.WriteAllText(Path.Combine(folder, name), text.ToString(), new UTF8Encoding(false));
}

WriteLists();
Console.WriteLine($"samples/demo: {number.Values.Sum()} declarations, seed {seed}");

void Write(DateOnly day, int who)
{
    var trader = traders[who];
    if (day.DayNumber - start.DayNumber < trader.BornDay)
    {
        return;
    }

    var office = draw.Next() < 0.7 ? offices[trader.Broker % offices.Length].Code : offices[draw.Pick([.. offices.Select(o => o.Share)])].Code;
    var next = number[office + day.Year] = number.GetValueOrDefault(office + day.Year) + 1;
    var exporter = draw.Next() < 0.0012 ? Listed : exporters[(trader.Broker + draw.Whole(0, 3)) % exporters.Length];
    var container = draw.Next() < 0.6 ? Container(draw.Next() < 0.01) : "";
    var items = 1 + (draw.Next() < 0.35 ? draw.Whole(1, 4) : 0);
    var history = day < new DateOnly(2026, 3, 1);
    var from = draw.Of(["CN", "US", "MX", "GT", "PA"]);
    for (var line = 1; line <= items; line++)
    {
        var g = goods[draw.Next() < 0.75 ? trader.Goods : draw.Whole(0, goods.Length)];
        var origin = g.Origins[draw.Whole(0, g.Origins.Length)];
        var fraud = draw.Next() < trader.Risk * (g.Duty >= 15 ? 1.6 : 0.7) * (origin == "CN" ? 1.3 : 0.9);
        var kilograms = Math.Round(Power.E(4 + (2.2 * draw.Normal())), 1) + 1;
        var price = g.Price * Power.E(g.Spread * 0.4 * draw.Normal()) * (fraud ? 0.35 + (0.3 * draw.Next()) : 1);
        var value = Math.Round(kilograms * price, 2);
        var controlled = history && draw.Next() < (fraud ? 0.2 : 0.09);
        var known = day.AddDays(draw.Whole(1, 12));
        string[] fields =
        [
            office, day.Year.ToString(CultureInfo.InvariantCulture), next.ToString("D6", CultureInfo.InvariantCulture), line.ToString(CultureInfo.InvariantCulture),
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "IM4", trader.Id, trader.Name, $"AG{trader.Broker:D3}", exporter,
            from, container.Length > 0 ? "1" : "3", container, draw.Whole(1, 200).ToString(CultureInfo.InvariantCulture), g.Code, g.Words, origin,
            N(kilograms), N(kilograms * 1.06), N(Math.Max(1, Math.Round(kilograms / 2))), "KGM", N(value), "USD", g.Duty.ToString(CultureInfo.InvariantCulture),
            controlled ? fraud ? "irregular" : "conforme" : "", controlled ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
            controlled && fraud ? N(Math.Round(value * g.Duty / 100 * 1.2, 2)) : "",
        ];
        files[history ? "history.csv" : "march.csv"].AppendJoin(',', fields.Select(Quote)).Append('\n');
    }
}

string Container(bool wrong)
{
    var text = new[] { "MSCU", "TGHU", "HLXU", "MAEU" }[draw.Whole(0, 4)] + draw.Whole(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    var sum = 0;
    for (var i = 0; i < 10; i++)
    {
        var letter = text[i] - 'A';
        sum += (i < 4 ? 10 + letter + (letter > 0 ? 1 : 0) + (letter > 10 ? 1 : 0) + (letter > 20 ? 1 : 0) : text[i] - '0') << i;
    }

    return text + ((sum % 11 % 10) + (wrong ? 1 : 0)) % 10;
}

void WriteLists()
{
    File.WriteAllText(Path.Combine(folder, "sources", "watch.csv"),
        $"id,schema,name,aliases,listed_on,programme\nW-1,Organization,{Quote(Listed)},Shadow Shipping Caribbean,2025-06-01,Invented for the demonstration\nW-2,Person,Ramón Falso Ejemplo,,2025-01-15,Invented for the demonstration\n");
    File.WriteAllText(Path.Combine(folder, "sources", "trusted.csv"),
        "id,schema,name,aliases,listed_on,programme\n" + string.Concat(traders.Where(trader => trader.Risk < 0.02 && trader.Scale > 0.6).Take(12)
            .Select(trader => $"{trader.Id},Organization,{Quote(trader.Name)},,2025-05-01,OEA\n")));
    File.WriteAllText(Path.Combine(folder, "intelligence", "reports.yaml"), $"""
        reports:
          - id: IR-2026-003
            title: Cigarettes from Paraguay by land
            source: B
            credibility: 2
            origin: TIP-11
            received: 2026-02-20
            validTo: 2026-08-31
            area: revenue
            when:
              item.hs: ["2402"]
              item.origin: [PY]
          - id: IR-2026-007
            title: Cocaine in bananas
            source: A
            credibility: 2
            origin: TIP-14
            received: 2026-03-05
            validTo: 2026-06-30
            area: security-drugs
            mustControl: true
            when:
              item.hs: ["0803"]
              item.origin: [EC]
              declaration.office: [HNPCR]
          - id: IR-2026-009
            title: Perfumes, source not known yet
            source: F
            credibility: 6
            received: 2026-03-01
            validTo: 2026-05-31
            area: intellectual-property-cites
            when:
              item.hs: ["3303"]
              item.origin: [AE]

        """);
}

static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

static string Quote(string text) => text.AsSpan().IndexOfAny(',', '"') >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;

internal sealed record Trader(string Id, string Name, int Goods, double Risk, double Scale, int Broker, int BornDay);

/// <summary>SplitMix64: the same draws on every machine.</summary>
internal sealed class Draw(ulong state)
{
    private ulong _state = state;

    public double Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    public int Whole(int from, int to) => from + (int)(Next() * (to - from));

    public string Of(string[] words) => words[Whole(0, words.Length)];

    // The sum of twelve even draws: near enough to a normal one, and the same bits everywhere.
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Next();
        }

        return sum;
    }

    public int Pick(double[] weights)
    {
        var at = Next() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}

/// <summary>Powers from multiplications alone, so that the files have the same bytes on every machine.</summary>
internal static class Power
{
    public static double Cube(double x) => x * x * x;

    public static double E(double x)
    {
        var halvings = 0;
        for (; Math.Abs(x) > 0.5; x /= 2)
        {
            halvings++;
        }

        double sum = 1, term = 1;
        for (var k = 1; k < 18; k++)
        {
            term *= x / k;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return sum;
    }
}
