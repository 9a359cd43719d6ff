using System.Globalization;
using System.Text;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Knowledge;

/// <summary>Makes graded reports: some true, some that were true once, some false, from sources of differing honesty.</summary>
public sealed class ReportMaking
{
    private const string Sources = "ABCDEF";

    // Of ten reports that are true, how many come from each source; and of ten that are not.
    private static readonly AliasTable Honest = new([3, 3, 2, 0.7, 0.3, 1]);
    private static readonly AliasTable Dishonest = new([0.3, 1, 2, 2.5, 2.2, 2]);

    private readonly WorldState _world;
    private int _made;

    /// <summary>Reports of a world.</summary>
    public ReportMaking(WorldState world) => _world = world;

    /// <summary>The reports of a month, about those who are actors when it begins, who were, or who never were.</summary>
    public IEnumerable<Report> Make(int month)
    {
        var chance = Chance.Of(_world.Settings.Seed, "reports", month);
        for (var left = chance.Poisson(_world.Pack.Knowledge.Reports); left > 0; left--)
        {
            if (MakeOne(month, Chance.Of(_world.Settings.Seed, "report", month, left)) is { } report)
            {
                yield return report;
            }
        }
    }

    private Report? MakeOne(int month, Chance chance)
    {
        var plan = _world.Pack.Knowledge;
        var unit = chance.Unit();
        var verdict = unit < plan.True ? "true" : unit < plan.True + plan.Stale ? "stale" : "false";
        var living = Enumerable.Range(0, _world.Schemes.Schemes.Count)
            .Where(scheme => _world.Schemes.Schemes[scheme].Kind == ActKind.Fraud && SchemeBook.Lives(_world.Schemes.Schemes[scheme], month)).ToArray();
        if (living.Length == 0)
        {
            return null;
        }

        var about = living[chance.Below(living.Length)];
        var first = _world.Clock.FirstOf(month);
        var traders = Subjects(verdict, about, first);
        if (traders.Count == 0)
        {
            return null;
        }

        var (scheme, trader) = (_world.Schemes.Schemes[about], traders[chance.Below(traders.Count)]);
        var id = string.Create(CultureInfo.InvariantCulture, $"IR-{_world.Clock.Date(first).Year}-{++_made:0000}");
        return new Report(id, Yaml(id, scheme, trader, verdict, first + chance.Below(28), ref chance), verdict, verdict == "false" ? "" : scheme.Name);
    }

    private List<Trader> Subjects(string verdict, int about, int day)
    {
        var (traders, life) = (_world.Population.Traders, _world.Life);
        return verdict switch
        {
            "true" => [.. _world.Population.Living.Where(trader => trader.Born < day && life.IsActor(trader, about))],
            "stale" => [.. traders.Where(trader => trader.Died <= day && life.IsActor(trader, about)), .. life.Former(about).Where(trader => !life.IsActor(trader, about))],
            _ => [.. traders.Where(trader => trader.Born < day && !life.IsActor(trader, about)).Except(life.Former(about))],
        };
    }

    private string Yaml(string id, SchemePlan scheme, Trader trader, string verdict, int day, ref Chance chance)
    {
        var isTrue = verdict == "true";
        var source = Sources[(isTrue ? Honest : Dishonest).Draw(ref chance)];
        var credibility = Math.Clamp((isTrue ? 2 : 4) + chance.Below(3) - 1, 2, 6);
        var received = _world.Clock.Date(day);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"  - id: {id}\n    title: \"{TitleOf(scheme)}\"\n    source: {source}\n    credibility: {(chance.Happens(0.1) ? 6 : credibility)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    origin: TIP-{chance.Between(1, 400)}\n    received: {received:yyyy-MM-dd}\n    validTo: {received.AddDays(60 + chance.Below(180)):yyyy-MM-dd}\n    area: {scheme.Area}\n    when:\n");
        Condition(text, scheme, trader, ref chance);
        return text.ToString();
    }

    // Who, or which goods from where, or whose goods; whatever the source knew.
    private void Condition(StringBuilder text, SchemePlan scheme, Trader trader, ref Chance chance)
    {
        var (goods, countries) = (_world.Market.Table.Goods, _world.Market.Table.Countries);
        var line = trader.Lines.FirstOrDefault(line => scheme.Hs.Count == 0 || scheme.Hs.Any(code => goods[line.Good].Hs.StartsWith(code, StringComparison.Ordinal))) ?? trader.Lines[0];
        switch (chance.Below(4))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $"      importer.id: [\"{trader.Id}\"]\n");
                break;
            case 1:
                text.Append(CultureInfo.InvariantCulture, $"      exporter.name: [\"{line.Exporters[0].Name}\"]\n");
                break;
            case 2:
                text.Append(CultureInfo.InvariantCulture, $"      item.hs: [\"{goods[line.Good].Hs}\"]\n      item.origin: [\"{countries[line.Origin].Code}\"]\n");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"      item.hs: [\"{goods[line.Good].Hs[..4]}\"]\n      declarant.id: [\"{_world.Population.Declarants[trader.Declarant].Id}\"]\n");
                break;
        }
    }

    // A title says what kind of matter it is, and no scheme's name.
    private static string TitleOf(SchemePlan scheme) => scheme.Area switch
    {
        "security-drugs" => "Prohibited goods in freight",
        "intellectual-property-cites" => "Counterfeits or protected species",
        "revenue" => "Duties and taxes evaded",
        _ => "Goods that are not as declared",
    };
}
