using System.Globalization;
using System.Text;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Knowledge;

/// <summary>The lists of a world's home: who is watched, with aliases in several scripts, and who is trusted.</summary>
public static class WatchListMaking
{
    private const double Trusted = 0.02;

    /// <summary>The watch list as a plain list: some exporters who ship prohibited goods, some innocent ones, and people and firms who are nobody here.</summary>
    public static string Watched(WorldState world)
    {
        var (plan, text, id) = (world.Pack.Knowledge, new StringBuilder("id,schema,name,aliases,listed_on,programme\n"), 0);
        foreach (var exporter in world.Population.Exporters.SelectMany(exporters => exporters))
        {
            var chance = Chance.Of(world.Settings.Seed, "listed", exporter.Index);
            if (chance.Happens(exporter.Dirty ? plan.Listed : plan.Innocent))
            {
                Add(text, ++id, "Organization", exporter.Name, DateOf(world, ref chance), ref chance);
            }
        }

        for (var i = 0; i < plan.Strangers; i++)
        {
            var chance = Chance.Of(world.Settings.Seed, "stranger", i);
            var isPerson = chance.Happens(0.5);
            var style = chance.OneOf(world.Market.Table.Countries).Style;
            Add(text, ++id, isPerson ? "Person" : "Organization", isPerson ? NameMaking.Person(ref chance) : NameMaking.Foreign(style, ref chance), DateOf(world, ref chance), ref chance);
        }

        return text.ToString();
    }

    /// <summary>The trusted traders as a plain list: large and old importers, whatever they do.</summary>
    public static string TrustedTraders(WorldState world)
    {
        var text = new StringBuilder("id,schema,name,aliases,listed_on,programme\n");
        var old = world.Population.Traders.Where(trader => trader.Born < -300).OrderByDescending(trader => trader.Size).ThenBy(trader => trader.Index);
        foreach (var trader in old.Take((int)Math.Ceiling(world.Population.Traders.Count * Trusted)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{trader.Id},Organization,{Quoted(trader.Name)},,{world.Clock.Date(-60):yyyy-MM-dd},OEA\n");
        }

        return text.ToString();
    }

    private static DateOnly DateOf(WorldState world, ref Chance chance) => world.Clock.Date(chance.Between(-900, world.Settings.Days / 2));

    private static void Add(StringBuilder text, int id, string schema, string name, DateOnly listed, ref Chance chance)
    {
        var aliases = new List<string>();
        if (chance.Happens(0.35))
        {
            aliases.Add(Transliteration.ToCyrillic(name));
        }

        if (chance.Happens(0.35))
        {
            aliases.Add(Transliteration.ToArabic(name));
        }

        if (chance.Happens(0.15))
        {
            aliases.Add(Transliteration.ToGreek(name));
        }

        if (chance.Happens(0.4))
        {
            aliases.Add(NameMaking.Alike(name, ref chance));
        }

        // Some are listed under the other name, so that only the alias is the one that trades.
        if (aliases.Count > 0 && chance.Happens(0.2))
        {
            (name, aliases[0]) = (aliases[0], name);
        }

        var programme = chance.OneOf<string>(["NARCOTICS", "ARMS", "COUNTERFEIT", "CITES"]);
        text.Append(CultureInfo.InvariantCulture, $"W{id:00000},{schema},{Quoted(name)},{Quoted(string.Join(';', aliases))},{listed:yyyy-MM-dd},{programme}\n");
    }

    internal static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
