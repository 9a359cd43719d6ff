using Tamiz.Formats;
using Tamiz.Reference;
using Tamiz.Simulation.Drawing;
using static Tamiz.Simulation.Packs.PackReader;

namespace Tamiz.Simulation.Packs;

/// <summary>Reads a table of goods, and adds the rare subheadings beside those that it names.</summary>
public static class GoodsReader
{
    private const int MostGoods = 5_000;
    private const int MostCountries = 300;

    private static readonly string[] Styles =
        ["english", "spanish", "portuguese", "french", "italian", "german", "turkish", "arabic", "russian", "chinese", "korean", "japanese", "vietnamese"];

    private static readonly (string Spanish, string English)[] Qualifiers =
    [
        ("los demás", "other"), ("de uso industrial", "for industrial use"), ("a granel", "in bulk"), ("surtidos", "assorted"),
        ("otras presentaciones", "other presentations"), ("sin ensamblar", "unassembled"), ("n.e.p.", "n.e.s."),
    ];

    /// <summary>Reads a table; what is wrong goes to <paramref name="diagnostics"/>, and an error there means that it must not be used.</summary>
    public static GoodsTable Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = PlanText.Parse(yaml, file, diagnostics);
        var countries = Bounded(top, "countries", MostCountries).Select(ReadCountry).ToList();
        var baskets = ReadBaskets(top.Section("baskets", required: true), countries);
        var tail = top.Section("tail");
        var (perHeading, share, sigma) = (tail.Whole("perHeading", 0, 0, 20), (double)tail.Number("weight", 0.03m, 0, 1), (double)tail.Number("priceSigma", 0.3m, 0, 2));
        tail.RejectUnknownKeys();
        var goods = new List<Good>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Bounded(top, "goods", MostGoods))
        {
            if (ReadGood(section, baskets, diagnostics) is { } good)
            {
                goods.Add(good);
                AddTwice(section, "hs", seen.Add(good.Hs), diagnostics);
            }
        }

        foreach (var code in countries.GroupBy(country => country.Code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            diagnostics.Add(PackDiagnostics.Twice.At(top.PlaceOf("countries"), code));
        }

        var table = new GoodsTable(PlanWords.Name(top, "name"), [.. goods, .. Tail(goods, perHeading, share, sigma)], countries, baskets);
        ParameterSources.Check(top, diagnostics);
        top.RejectUnknownKeys();
        if (goods.Count == 0 || countries.Count == 0)
        {
            top.Report("goods", $"{goods.Count} goods, {countries.Count} countries", "at least one of each");
        }

        return table;
    }

    private static void AddTwice(YamlSection section, string key, bool isFirst, ICollection<Diagnostic> diagnostics)
    {
        if (!isFirst)
        {
            diagnostics.Add(PackDiagnostics.Twice.At(section.PlaceOf(key), section.Text(key) ?? ""));
        }
    }

    private static OriginCountry ReadCountry(YamlSection section)
    {
        var country = new OriginCountry(PlanWords.Country(section, "code"), (double)section.Number("price", 0, -2, 2), section.Whole("days", 20, 0, 365),
            (double)section.Number("mirror", 0.5m, 0, 1), section.Whole("drugs", 0, 0, 10), section.Whole("counterfeits", 0, 0, 10),
            section.Whole("governance", 5, 0, 10), section.Choice("style", "english", Styles));
        section.RejectUnknownKeys();
        return country;
    }

    private static Dictionary<string, IReadOnlyList<double>> ReadBaskets(YamlSection section, List<OriginCountry> countries)
    {
        var baskets = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
        foreach (var name in section.Keys.ToArray())
        {
            var basket = section.Section(name);
            baskets[name] = [.. countries.Select(country => (double)basket.Number(country.Code, 0, 0, 1_000_000))];
            basket.RejectUnknownKeys();
            if (baskets[name].Sum() <= 0)
            {
                section.Report(name, "", "a weight above 0 for at least one country");
            }
        }

        return baskets;
    }

    private static Good? ReadGood(YamlSection section, Dictionary<string, IReadOnlyList<double>> baskets, ICollection<Diagnostic> diagnostics)
    {
        var good = new Good
        {
            Hs = section.Text("hs", required: true) ?? "",
            Spanish = PlanWords.List(section, "es", WordForm.Line, required: true),
            English = PlanWords.List(section, "en", WordForm.Line, required: true),
            Unit = section.Has("unit") ? PlanWords.Code(section, "unit") : "KGM",
            KilogramsPerUnit = (double)section.Number("kgPerUnit", 1, 0.0001m, 1_000_000),
            DollarsPerKilogram = (double)section.Number("usdPerKg", 1, 0.001m, 10_000_000),
            Sigma = (double)section.Number("sigma", 0.4m, 0, 3),
            Duty = (double)section.Number("duty", 0, 0, 1000) / 100,
            Weight = (double)section.Number("weight", 1, 0, 1_000_000),
            LotKilograms = (double)section.Number("lotKg", 1000, 0.01m, 100_000_000),
            Basket = section.Text("origins", required: true) ?? "",
            Season = section.Whole("season", 0, 0, 12),
        };
        section.RejectUnknownKeys();
        if (good.Hs.Length != 6 || !ReferenceData.Embedded().Nomenclature.Contains(good.Hs))
        {
            diagnostics.Add(PackDiagnostics.UnknownHs.At(section.PlaceOf("hs"), good.Hs));
            return null;
        }

        if (!baskets.ContainsKey(good.Basket))
        {
            diagnostics.Add(PackDiagnostics.UnknownName.At(section.PlaceOf("origins"), good.Basket, Known(good.Basket, baskets.Keys)));
            return null;
        }

        return good.Spanish.Count > 0 && good.English.Count > 0 ? good : null;
    }

    /// <summary>Further subheadings of the headings that are traded: they come seldom, at prices and duties of their own.</summary>
    private static IEnumerable<Good> Tail(List<Good> goods, int perHeading, double share, double sigma)
    {
        var taken = goods.Select(good => good.Hs).ToHashSet(StringComparer.Ordinal);
        var nomenclature = ReferenceData.Embedded().Nomenclature;
        foreach (var good in goods.DistinctBy(good => good.Hs[..4]).ToList())
        {
            var added = 0;
            for (var last = 10; last < 100 && added < perHeading; last++)
            {
                var hs = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{good.Hs.AsSpan(0, 4)}{last:00}");
                if (nomenclature.Contains(hs) && taken.Add(hs))
                {
                    added++;
                    yield return Beside(good, hs, share, sigma);
                }
            }
        }
    }

    private static Good Beside(Good good, string hs, double share, double sigma)
    {
        var chance = Chance.Of(0, "tail", int.Parse(hs, System.Globalization.CultureInfo.InvariantCulture));
        var (spanish, english) = chance.OneOf(Qualifiers);
        var duty = chance.Below(5) switch { 0 => 0, 1 => 0.05, 2 => 0.10, 3 => 0.15, _ => good.Duty };
        return good with
        {
            Hs = hs,
            Spanish = [.. good.Spanish.Select(phrase => $"{phrase} {spanish}")],
            English = [.. good.English.Select(phrase => $"{phrase} {english}")],
            DollarsPerKilogram = good.DollarsPerKilogram * chance.LogNormal(1, sigma),
            LotKilograms = good.LotKilograms * chance.LogNormal(0.4, 0.3),
            Duty = duty,
            Weight = good.Weight * share * chance.LogNormal(1, 1),
            Rare = true,
        };
    }

    private static string? Known(string word, IEnumerable<string> known) => Nearest.To(word, known) is { } near ? $"«{near}»" : null;
}
