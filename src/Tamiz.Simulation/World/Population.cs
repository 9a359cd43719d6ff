using System.Globalization;
using Tamiz.Declarations.Checks;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Everybody in a world but its officers, who are born and who end.</summary>
public sealed class Population
{
    // The living are never more than this many times those at the beginning.
    private const int Growth = 5;
    private const int MostExporters = 300_000;

    private readonly ulong _seed;
    private readonly Market _market;
    private readonly WorldSettings _settings;
    private readonly TraderMaking _making;
    private readonly List<Trader> _traders = [];
    private readonly List<Trader> _waiting = [];

    /// <summary>The population at the world's beginning.</summary>
    public Population(Market market, WorldSettings settings, IReadOnlyList<SchemePlan> schemes)
    {
        _seed = settings.Seed;
        _market = market;
        _settings = settings;
        var pack = market.Pack;
        Exporters = MakeExporters();
        Declarants = MakeDeclarants(pack);
        Carriers = [.. Enumerable.Range(0, pack.Trade.Carriers).Select(MakeCarrier)];
        _making = new TraderMaking(market, this, settings, schemes);
        var first = FirstOf(pack, settings);
        for (var i = 0; i < first; i++)
        {
            var chance = Chance.Of(_seed, "age", i);
            _traders.Add(_making.Make(i, -(int)chance.Exponential(900) - 100, null));
        }

        Living = [.. _traders];
    }

    /// <summary>Importers in the order of birth, also those that ended.</summary>
    public IReadOnlyList<Trader> Traders => _traders;

    /// <summary>Importers that live, in the order of birth.</summary>
    public IReadOnlyList<Trader> Living { get; private set; }

    /// <summary>Declarants.</summary>
    public IReadOnlyList<Declarant> Declarants { get; }

    /// <summary>Exporters by country.</summary>
    public IReadOnlyList<IReadOnlyList<Exporter>> Exporters { get; }

    /// <summary>Carriers.</summary>
    public IReadOnlyList<Carrier> Carriers { get; }

    /// <summary>Importers at a world's beginning.</summary>
    public static int FirstOf(Pack pack, WorldSettings settings) => Math.Max(pack.Offices.Count, (int)(settings.Size / pack.Trade.PerImporter));

    /// <summary>Has a trader end on a day; it may come back under another id.</summary>
    public void End(Trader trader, int day)
    {
        if (trader.Died is null)
        {
            trader.Died = day;
            _waiting.Add(trader);
        }
    }

    /// <summary>A month's births and deaths, and what those who live buy otherwise than before.</summary>
    public void Renew(int month, int day)
    {
        var trade = _market.Pack.Trade;
        foreach (var trader in Living)
        {
            _making.Turn(trader, month);
            var chance = Chance.Of(_seed, "death", trader.Index, month);
            if (chance.Happens(trade.Deaths / (1 + (0.1 * Elementary.Log(trader.Size)))))
            {
                End(trader, day);
            }
        }

        var births = Chance.Of(_seed, "births", month);
        var room = (Growth * FirstOf(_market.Pack, _settings)) + 100 - Living.Count;
        var count = Math.Clamp(births.Poisson(trade.Births * Living.Count), 0, Math.Max(0, room));
        for (var i = 0; i < count; i++)
        {
            var predecessor = _waiting.Count > 0 && births.Happens(trade.Reborn) ? Caught(ref births) : null;
            _traders.Add(_making.Make(_traders.Count, day + births.Below(28), predecessor));
        }

        _waiting.RemoveAll(trader => day - trader.Died > 200);
        Living = [.. _traders.Where(trader => trader.Died is null)];
    }

    /// <summary>Suppliers of a country for somebody, a few large ones more often.</summary>
    public Exporter ExporterOf(int country, ref Chance chance)
    {
        var exporters = Exporters[country];
        var unit = chance.Unit();
        return exporters[Math.Min(exporters.Count - 1, (int)(exporters.Count * unit * unit))];
    }

    // One that was caught comes back rather than one that merely ended.
    private Trader Caught(ref Chance chance)
    {
        var caught = _waiting.FindIndex(trader => trader.Caught > 0);
        var at = caught >= 0 ? caught : chance.Below(_waiting.Count);
        var trader = _waiting[at];
        _waiting.RemoveAt(at);
        return trader;
    }

    private List<Exporter>[] MakeExporters()
    {
        var countries = _market.Table.Countries;
        var all = new List<Exporter>[countries.Count];
        var index = 0;
        for (var country = 0; country < all.Length; country++)
        {
            all[country] = [];
            var count = Math.Clamp((int)(_market.Pack.Trade.Exporters * Math.Sqrt(_settings.Scale)), 3, Math.Min(20_000, MostExporters / all.Length));
            for (var i = 0; i < count; i++, index++)
            {
                var chance = Chance.Of(_seed, "exporter", country, i);
                var name = NameMaking.Exporter(countries[country].Style, ref chance);
                all[country].Add(new Exporter(index, country, name, NameMaking.Address(ref chance), chance.Happens(0.003 * (2 + countries[country].Drugs))));
            }
        }

        return all;
    }

    private List<Declarant> MakeDeclarants(Pack pack)
    {
        var count = Math.Clamp((int)(pack.Trade.Declarants * Math.Sqrt(_settings.Scale)), 4, 50_000);
        var offices = new AliasTable([.. pack.Offices.Select(office => office.Declarations)]);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var chance = Chance.Of(_seed, "declarant", i);
            // The first few stand in the largest offices, so that no office of weight lacks one.
            var office = i < pack.Offices.Count ? i : offices.Draw(ref chance);
            var name = $"Agencia {NameMaking.Word(ref chance)} {chance.OneOf<string>(["S.A.", "S. de R.L.", "y Asociados"])}";
            return new Declarant(i, string.Create(CultureInfo.InvariantCulture, $"AG{i + 1:0000}"), name, office, chance.Happens(pack.Trade.Complicit));
        })];
    }

    private Carrier MakeCarrier(int index)
    {
        var chance = Chance.Of(_seed, "carrier", index);
        var owner = new string([Letter(ref chance), Letter(ref chance), Letter(ref chance)]);
        var vessels = Enumerable.Range(0, 6).Select(i =>
        {
            var number = chance.Between(910_000, 989_999);
            return (string.Create(CultureInfo.InvariantCulture, $"IMO{number}{CheckDigit(number)}"), $"MV {NameMaking.Word(ref chance)}");
        }).ToList();
        return new Carrier(string.Create(CultureInfo.InvariantCulture, $"CR{index + 1:000}"), $"Naviera {NameMaking.Word(ref chance)}", owner, vessels);
    }

    // Of a ship's number of the International Maritime Organization: its six digits times 7 to 2.
    private static int CheckDigit(int number)
    {
        var sum = 0;
        for (var weight = 2; weight <= 7; weight++, number /= 10)
        {
            sum += number % 10 * weight;
        }

        return sum % 10;
    }

    private static char Letter(ref Chance chance) => (char)('A' + chance.Below(26));

    /// <summary>A container's number, with its check digit.</summary>
    public static string Container(string owner, ref Chance chance)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{owner}U{chance.Below(1_000_000):000000}");
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ContainerNumber.CheckDigit(number)}");
    }
}
