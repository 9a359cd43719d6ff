using System.Globalization;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>What an inspector does with a declaration, and what comes out.</summary>
public sealed class Inspection
{
    private const double Mistrust = 0.05;
    private const double LongestDelay = 3650.0 * WorldClock.DayMinutes;
    private static readonly string[] Extents = ["documents", "scan", "partial", "full"];

    private readonly Market _market;
    private readonly SchemeBook _schemes;
    private readonly WorldSettings _settings;
    private readonly WorkBook _book;

    /// <summary>Inspections in a world.</summary>
    public Inspection(WorldState world)
    {
        (_market, _schemes, _settings) = (world.Market, world.Schemes, world.Settings);
        _book = new WorkBook(world.Roster, world.Clock);
    }

    /// <summary>The last day on which a control is planned so far; below 0 where none is.</summary>
    public int Last => _book.Last;

    /// <summary>Forgets what was planned before a day.</summary>
    public void Forget(int day) => _book.Forget(day);

    /// <summary>Sets, for each item, whether a full control by the inspector assigned would find what is wrong.</summary>
    public void Foresee(Lodgement lodgement)
    {
        var items = lodgement.Consignment.Items;
        lodgement.WouldBeFound = new bool[items.Count];
        for (var i = 0; lodgement.Inspector is { } inspector && i < items.Count; i++)
        {
            lodgement.WouldBeFound[i] = IsFound(lodgement, i, inspector, 3, 1);
        }
    }

    /// <summary>Controls a declaration.</summary>
    /// <param name="lodgement">The version in force.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="attention">What detection is multiplied by: 1 for an honest control.</param>
    /// <param name="week">Receives the control's findings.</param>
    /// <returns>How it was controlled, on which day, and for how many minutes; no extent where the inspector had no time in weeks.</returns>
    public (string Extent, int Day, int Minutes) Control(Lodgement lodgement, Lane lane, double attention, Week week)
    {
        var (items, inspector) = (lodgement.Consignment.Items, lodgement.Inspector ?? throw new ArgumentException("Nobody is assigned.", nameof(lodgement)));
        var chance = Chance.Of(_settings.Seed, "control", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key, lodgement.Version);
        var extent = ExtentOf(lodgement, lane, ref chance);
        var usual = _market.Pack.Control.Minutes * (extent switch { 0 => 0.25, 1 => 0.3, 2 => 0.6, _ => 1 }) * (1 + (0.1 * items.Count));
        var wanted = Math.Max(3, (int)Math.Round(chance.LogNormal(usual, 0.4) / inspector.Speed * (attention < 1 ? 0.4 : 1)));
        var (started, minutes) = _book.Take(inspector, lodgement.Day + (chance.Happens(0.3) ? 1 : 0), wanted);
        if (minutes == 0)
        {
            return ("", lodgement.Day, 0);
        }

        var known = started + minutes + Amount.Of(chance.LogNormal(_market.Pack.Control.DelayDays, _market.Pack.Control.DelaySigma) * WorldClock.DayMinutes, 1, LongestDelay);
        var findings = new Finding[items.Count];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Find(lodgement, i, IsFound(lodgement, i, inspector, extent, attention)) with
            {
                Extent = Extents[extent], Started = started, Ended = started + minutes, Known = known,
            };
        }

        lodgement.Findings = findings;
        week.Findings.AddRange(findings);
        return (Extents[extent], (int)(started / WorldClock.DayMinutes), minutes);
    }

    /// <summary>The field that a correction of a fraudulent item changes most plainly, as declared and as it is.</summary>
    public (string Field, string Before, string After) Mended(Consignment consignment, TradedItem item)
    {
        var type = TypeOf(item);
        var (before, after) = Change(consignment, item, type);
        var field = type switch
        {
            "classification" => "item.hs", "origin" => "item.origin", "quantity" => "item.supplementaryQuantity", "regime" => "declaration.regime",
            "exemption" => "item.procedure", _ => "item.customsValue",
        };
        return (field, before, after);
    }

    private int ExtentOf(Lodgement lodgement, Lane lane, ref Chance chance)
    {
        if (lane == Lane.Yellow)
        {
            return 0;
        }

        var unit = chance.Unit();
        return _market.Pack.Offices[lodgement.Consignment.Office].Scanner && unit < 0.15 ? 1 : unit < 0.4 ? 2 : 3;
    }

    private bool IsFound(Lodgement lodgement, int item, Officer inspector, int extent, double attention)
    {
        var traded = lodgement.Consignment.Items[item];
        if (traded.Scheme < 0 || traded.Kind is ActKind.Honest or ActKind.Bargain)
        {
            return false;
        }

        // One number an item and inspector: a control that looks deeper finds what a lighter one finds.
        var chance = Chance.Of(_settings.Seed, "seen", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key, (inspector.Index * 100L) + item);
        return chance.Unit() < _schemes.Schemes[traded.Scheme].Detection[extent] * inspector.Skill[traded.Scheme] * attention;
    }

    private Finding Find(Lodgement lodgement, int index, bool found)
    {
        var item = lodgement.Consignment.Items[index];
        var draws = Chance.Of(_settings.Seed, "status", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key, index);
        if (!found)
        {
            // A low price that is true is sometimes not believed.
            return item.Kind == ActKind.Bargain && draws.Happens(Mistrust)
                ? Made(lodgement, index, "error", "value", Text(item.DeclaredValue), Text((long)Math.Round(item.DeclaredValue * 1.4))) with
                {
                    Recovered = (long)Math.Round(item.DeclaredValue * 0.4 * _market.TaxShare(_market.Duty(item.DeclaredGood, item.DeclaredOrigin, item.Preference))),
                    Status = StatusOf(0.6, ref draws),
                }
                : Made(lodgement, index, "compliant", "", "", "");
        }

        var type = TypeOf(item);
        var (declared, corrected) = Change(lodgement.Consignment, item, type);
        return Made(lodgement, index, item.Kind == ActKind.Fraud ? "offence" : "error", type, declared, corrected) with
        {
            Recovered = item.Evaded, Status = StatusOf(_market.Pack.Control.Overturned * 0.3, ref draws),
        };
    }

    private string TypeOf(TradedItem item)
    {
        var type = _schemes.Mechanisms[item.Scheme].Finding;
        return type == "value" && item.DeclaredGood != item.Good ? "classification" : type;
    }

    private string StatusOf(double overturned, ref Chance chance) =>
        chance.Happens(_market.Pack.Control.Appeals) ? (chance.Happens(overturned) ? "overturned" : chance.Happens(0.5) ? "appealed" : "final")
        : chance.Below(10) switch { 0 => "provisional", 1 or 2 => "notified", _ => "final" };

    private (string Declared, string Corrected) Change(Consignment consignment, TradedItem item, string type)
    {
        var (goods, countries) = (_market.Table.Goods, _market.Table.Countries);
        return type switch
        {
            "classification" => (goods[item.DeclaredGood].Hs, goods[item.Good].Hs),
            "origin" => (countries[item.DeclaredOrigin].Code, countries[item.Origin].Code),
            "quantity" => (Thousandths(item.DeclaredQuantity), Thousandths(item.Quantity)),
            "regime" => (DeclaredCodes.Regime(consignment.Regime), DeclaredCodes.Regime(0)),
            "exemption" => (DeclaredCodes.Procedure(item.Procedure), DeclaredCodes.Procedure(0)),
            "prohibited" => (goods[item.DeclaredGood].Hs, item.Hidden ?? ""),
            _ => (Text(item.DeclaredValue), Text(item.Value)),
        };
    }

    private static Finding Made(Lodgement lodgement, int index, string result, string type, string declared, string corrected) =>
        new(lodgement, index + 1, result, type, declared, corrected, 0, "final", "", 0, 0, 0);

    private static string Text(long hundredths) => (hundredths / 100m).ToString("F2", CultureInfo.InvariantCulture);

    private static string Thousandths(long quantity) => (quantity / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
