using System.Globalization;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Makes the true consignments of a trader in a week, and declares them as they are.</summary>
public sealed class ConsignmentMaking
{
    private const int MostItems = 60;
    private const long ContainerGrams = 21_000_000;

    private readonly Market _market;
    private readonly Population _population;
    private readonly WorldClock _clock;
    private readonly ulong _seed;
    private readonly AliasTable[] _officesOfMode;
    private readonly int[][] _byMode;

    /// <summary>Makes consignments in a world.</summary>
    public ConsignmentMaking(Market market, Population population, WorldClock clock, ulong seed)
    {
        _market = market;
        _population = population;
        _clock = clock;
        _seed = seed;
        var offices = market.Pack.Offices;
        _byMode = [.. offices.Select(office => Enumerable.Range(0, offices.Count).Where(other => offices[other].Mode == office.Mode).ToArray())];
        _officesOfMode = [.. _byMode.Select(others => new AliasTable([.. others.Select(other => offices[other].Declarations)]))];
    }

    /// <summary>Adds what a trader lodges in some days.</summary>
    /// <param name="trader">The trader.</param>
    /// <param name="first">The first day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="into">Receives the consignments.</param>
    public void Make(Trader trader, int first, int days, List<Consignment> into)
    {
        var chance = Chance.Of(_seed, "lodging", trader.Index, first);
        for (var day = first; day < first + days; day++)
        {
            if (day < trader.Born || day >= trader.Died)
            {
                continue;
            }

            var count = chance.Poisson(trader.PerWeek / 7 * _clock.Weight(day));
            for (var i = 0; i < count; i++)
            {
                into.Add(MakeOne(trader, day, i));
            }
        }
    }

    private Consignment MakeOne(Trader trader, int day, int ordinal)
    {
        var chance = Chance.Of(_seed, "consignment", trader.Index, day, ordinal);
        var pack = _market.Pack;
        var line = LineOf(trader, ref chance);
        var office = chance.Happens(pack.Bound) ? trader.Office : _byMode[trader.Office][_officesOfMode[trader.Office].Draw(ref chance)];
        var supplier = line.Exporters.Length > 0 ? chance.OneOf(line.Exporters) : _population.ExporterOf(line.Origin, ref chance);
        var consignment = new Consignment
        {
            Trader = trader,
            Key = ((long)day << 20) | (long)ordinal,
            Office = office,
            Minute = MinuteOf(day, ref chance),
            Declarant = trader.Declarant,
            Regime = chance.Happens(pack.Trade.OtherRegimes) ? 1 + chance.Below(3) : 0,
            Exporter = supplier,
            Export = chance.Happens(0.9) ? line.Origin : _market.Origin(line.Good, ref chance),
            Carrier = chance.Below(_population.Carriers.Count),
            Incoterm = chance.Below(3) switch { 0 => "FOB", 1 => "CFR", _ => "CIF" },
        };
        consignment.TrueExport = consignment.Export;
        AddItem(consignment, line, ref chance);
        var more = Math.Min(MostItems, chance.Geometric(pack.Trade.Items - 1));
        for (var i = 0; i < more; i++)
        {
            AddItem(consignment, LineOf(trader, ref chance), ref chance);
        }

        Ship(consignment, ref chance);
        return consignment;
    }

    private void AddItem(Consignment consignment, TradeLine line, ref Chance chance)
    {
        var trader = consignment.Trader;
        var stray = chance.Happens(_market.Pack.Trade.Stray);
        var index = stray ? _market.Goods.Draw(ref chance) : line.Good;
        var good = _market.Table.Goods[index];
        var origin = stray ? _market.Origin(index, ref chance) : line.Origin;
        var office = _market.Pack.Offices[consignment.Office];
        var size = Elementary.Exp((0.2 * Elementary.Log(trader.Size)) + (_market.Pack.Trade.LotSigma * chance.Normal())) * office.Value;
        var units = Math.Clamp(Math.Round(good.LotKilograms * size / good.KilogramsPerUnit), 1, Amount.Most);
        var grams = Amount.Of(units * good.KilogramsPerUnit * 1000 * (good.KilogramsPerUnit == 1 ? 1 : chance.LogNormal(1, 0.04)), 100, Amount.Most);
        var level = (stray ? 0.6 * good.Sigma * chance.Normal() : line.PriceLevel) + trader.PriceLevel + _market.Table.Countries[origin].Price;
        var price = good.DollarsPerKilogram * Elementary.Exp(level + _market.PriceDrift(index) + Season(good, consignment.Minute) + (0.6 * good.Sigma * chance.Normal()));
        var dollars = Math.Clamp(Math.Round(grams / 1000.0 * price * 100), 1, Amount.MostMoney);
        var preference = _market.Preferred[origin] > 0 && chance.Happens(0.8);
        var item = new TradedItem
        {
            Good = index,
            Origin = origin,
            NetMass = grams,
            Quantity = (long)units * 1000,
            Value = Amount.Money(dollars * 1.08 * _market.Rate),
            Preference = preference,
            Procedure = chance.Happens(_market.Pack.Trade.Exemptions) ? 1 : 0,
        };
        item.Description = DescriptionWriting.Write(good, trader.Style, ref chance);
        Declare(item, chance.LogNormal(1.07, 0.03));
        consignment.Items.Add(item);
    }

    private void Declare(TradedItem item, double packing)
    {
        item.DeclaredGood = item.Good;
        item.DeclaredOrigin = item.Origin;
        item.DeclaredNetMass = item.NetMass;
        item.DeclaredGrossMass = (long)Math.Round(item.NetMass * Math.Max(1.005, packing));
        item.DeclaredQuantity = item.Quantity;
        item.DeclaredValue = item.Value;
        item.DeclaredPrice = Amount.Price(item.Value, _market.Rate);
    }

    private void Ship(Consignment consignment, ref Chance chance)
    {
        var carrier = _population.Carriers[consignment.Carrier];
        var grams = consignment.Items.Sum(item => item.DeclaredGrossMass);
        consignment.Packages = Math.Max(1, (int)Math.Min(500_000, grams / (chance.Between(8, 900) * 1000L)));
        switch (_market.Pack.Offices[consignment.Office].Mode)
        {
            case "sea":
                (consignment.Means, consignment.MeansName) = chance.OneOf(carrier.Vessels);
                consignment.Document = string.Create(CultureInfo.InvariantCulture, $"{carrier.Owner}{chance.Below(1_000_000_000):000000000}");
                var containers = new string[(int)Math.Clamp((grams + ContainerGrams - 1) / ContainerGrams, 1, 8)];
                for (var i = 0; i < containers.Length; i++)
                {
                    containers[i] = Population.Container(carrier.Owner, ref chance);
                }

                consignment.Containers = containers;
                break;
            case "air":
                consignment.Means = string.Create(CultureInfo.InvariantCulture, $"{carrier.Owner[..2]}{chance.Between(100, 999)}");
                consignment.Document = string.Create(CultureInfo.InvariantCulture, $"{chance.Between(100, 999)}-{chance.Below(100_000_000):00000000}");
                break;
            default:
                consignment.Means = string.Create(CultureInfo.InvariantCulture, $"C{chance.Below(1_000_000):000000}");
                consignment.Document = string.Create(CultureInfo.InvariantCulture, $"CP{chance.Below(10_000_000):0000000}");
                break;
        }
    }

    private TradeLine LineOf(Trader trader, ref Chance chance)
    {
        var lines = trader.Lines;
        if (lines.Length == 1)
        {
            return lines[0];
        }

        var sum = 0.0;
        foreach (var line in lines)
        {
            sum += line.Weight * _market.Demand(line.Good);
        }

        var left = chance.Unit() * sum;
        foreach (var line in lines)
        {
            left -= line.Weight * _market.Demand(line.Good);
            if (left < 0)
            {
                return line;
            }
        }

        return lines[^1];
    }

    private long MinuteOf(int day, ref Chance chance)
    {
        var (opens, closes) = (_market.Pack.Calendar.Opens * 60, _market.Pack.Calendar.Closes * 60);
        return ((long)day * WorldClock.DayMinutes) + opens + chance.Below(closes - opens);
    }

    // Prices fall towards the peak of the season and rise away from it.
    private double Season(Good good, long minute)
    {
        if (good.Season == 0)
        {
            return 0;
        }

        var months = Math.Abs(_clock.Date((int)(minute / WorldClock.DayMinutes)).Month - good.Season);
        return 0.04 * (Math.Min(months, 12 - months) - 3);
    }
}
