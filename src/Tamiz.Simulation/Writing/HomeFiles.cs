using System.Globalization;
using System.Text;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Knowledge;

namespace Tamiz.Simulation.Writing;

/// <summary>A home of the administration: settings, risk register, mapping, lists, reports.</summary>
internal static class HomeFiles
{
    // What an administration would assume of itself; the true rate is nobody's to know.
    private const double AssumedShare = 0.02;

    private static readonly string[] Needed = ["declaration.office", "declaration.number", "declaration.lodgedAt"];

    /// <summary>The files, by their path in the world's folder.</summary>
    public static IEnumerable<(string Name, string Text)> Of(WorldState world)
    {
        yield return ("home/tamiz.yaml", Settings(world));
        yield return ("home/risks.yaml", Risks(world));
        yield return ("home/mapping.yaml", Mapping(world));
        yield return ("home/sources/rates.csv", Rates(world));
        yield return ("home/sources/watch.csv", WatchListMaking.Watched(world));
        yield return ("home/sources/trusted.csv", WatchListMaking.TrustedTraders(world));
        yield return ("home/sources/prices.csv", OpenSourceMaking.Prices(world));
        yield return ("home/sources/countries.csv", OpenSourceMaking.Countries(world));
    }

    private static string Settings(WorldState world) => string.Create(CultureInfo.InvariantCulture, $$"""
        name: "{{world.Pack.Administration}}"
        currency: {{world.Pack.Currency.Code}}
        languages: [es, en, fr, pt]
        timeZone: {{world.Pack.TimeZone}}
        area: revenue
        lanes:
          - {id: rojo, share: {{Percent(Math.Max(0.001, world.Pack.Control.Red))}}, random: {{Percent(Math.Max(0.001, world.Pack.Control.Red / 5))}}}
          - {id: amarillo, share: {{Percent(Math.Max(0.001, world.Pack.Control.Yellow))}}}
          - {id: verde}
        referral: {share: 2 %}
        exchangeRates: sources/rates.csv
        trusted: sources/trusted.csv
        sources:
          - id: watch
            format: plain
            files: [sources/watch.csv]
            publisher: Invented list
            asOf: {{world.Settings.Begin:yyyy-MM-dd}}
            area: security-drugs
            weight: 2
            maxAgeDays: 3650

        """);

    private static string Risks(WorldState world)
    {
        var scale = world.Pack.Currency.PerDollar;
        var text = new StringBuilder("areas:\n");
        Area(text, "revenue", "Ingresos fiscales|Recettes|Revenue|Receita", "money", null, AssumedShare);
        Area(text, "safety-health-environment", "Seguridad, salud y medio ambiente|Santé, sécurité et environnement|Safety, health and environment|Segurança, saúde e meio ambiente", "scale", 800 * scale, 0.002);
        Area(text, "security-drugs", "Seguridad y drogas|Sûreté et stupéfiants|Security and drugs|Segurança e drogas", "scale", 4000 * scale, 0.001);
        Area(text, "intellectual-property-cites", "Propiedad intelectual y CITES|Propriété intellectuelle et CITES|Intellectual property and CITES|Propriedade intelectual e CITES", "scale", 600 * scale, 0.002);
        return text.ToString();
    }

    private static void Area(StringBuilder text, string id, string titles, string measure, double? consequence, double share)
    {
        var title = titles.Split('|');
        text.Append(CultureInfo.InvariantCulture, $"  - id: {id}\n    title: {{es: \"{title[0]}\", fr: \"{title[1]}\", en: \"{title[2]}\", pt: \"{title[3]}\"}}\n    owner: Risk management unit\n    measure: {measure}\n");
        if (consequence is { } weighs)
        {
            text.Append(CultureInfo.InvariantCulture, $"    consequence: {Math.Round(weighs)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    baseShare: {Percent(share)}\n    reserved: {(id == "revenue" ? 0 : 5)} %\n");
    }

    private static string Mapping(WorldState world)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: simulated\ndates: [\"yyyy-MM-ddTHH:mm\"]\ntimeZone: {world.Pack.TimeZone}\ncurrency: {world.Pack.Currency.Code}\nrow: item\nfields:\n");
        foreach (var column in ItemColumns.All.Where(column => !column.Heading.StartsWith("finding.", StringComparison.Ordinal)))
        {
            text.Append(Needed.Contains(column.Heading, StringComparer.Ordinal)
                ? $"  {column.Heading}: {{column: {column.Heading}, required: true}}\n"
                : $"  {column.Heading}: {column.Heading}\n");
        }

        text.Append("finding:\n  column: finding.result\n  nonCompliant: [error, offence]\n  compliant: [compliant]\n  area: revenue\n  knownAt: finding.knownAt\n  recovered: finding.recovered\n");
        text.Append("goods: [item.hs, item.origin, declaration.countryOfExport, item.dutyRate]\n");
        return text.ToString();
    }

    private static string Rates(WorldState world)
    {
        var text = new StringBuilder("date,currency,rate\n");
        for (var month = 0; month < world.Settings.Months; month++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{world.Clock.Date(world.Clock.FirstOf(month)):yyyy-MM-dd},USD,{world.Market.RateOf(month):0.####}\n");
        }

        return text.ToString();
    }

    private static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";
}
