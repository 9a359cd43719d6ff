using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>What is recorded day by day besides controls: shifts, look-ups in good faith, parameters changed for good reasons, partners' records.</summary>
public sealed class DailyRecords
{
    private const double GoodFaith = 0.004;
    private const double ParametersADay = 0.02;
    private const double OtherCode = 0.06;

    private readonly WorldState _world;

    /// <summary>The records of a world.</summary>
    public DailyRecords(WorldState world) => _world = world;

    /// <summary>Adds the records of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="lodged">What was lodged on it.</param>
    /// <param name="week">Receives them.</param>
    public void Add(int day, IReadOnlyList<Lodgement> lodged, Week week)
    {
        AddShifts(day, week);
        AddChanges(day, week);
        foreach (var lodgement in lodged)
        {
            AddLook(lodgement, week);
            AddMirrors(lodgement, week);
        }
    }

    /// <summary>Adds the shifts of a day alone: after the last one, what was selected is still controlled.</summary>
    public void AddShifts(int day, Week week)
    {
        if (!_world.Clock.IsWorkday(day))
        {
            return;
        }

        foreach (var officer in _world.Roster.Officers)
        {
            var (from, to) = _world.Roster.ShiftOf(officer, day);
            var midnight = (long)day * WorldClock.DayMinutes;
            week.Shifts.Add(new ShiftRecord(officer, midnight + from, midnight + to, _world.Roster.IsPresent(officer, day)));
        }
    }

    // A supervisor moves a threshold, and leaves it there.
    private void AddChanges(int day, Week week)
    {
        for (var office = 0; office < _world.Pack.Offices.Count; office++)
        {
            var chance = Chance.Of(_world.Settings.Seed, "parameter", office, day);
            if (chance.Happens(ParametersADay / Math.Sqrt(_world.Pack.Offices.Count)) && _world.Clock.IsWorkday(day))
            {
                var before = chance.Between(2, 9);
                week.Settings.Add(new SettingRecord(_world.Roster.SupervisorOf(office), ((long)day * WorldClock.DayMinutes) + chance.Between(480, 1000),
                    $"rule.{_world.Pack.Offices[office].Code}.threshold", Text(before), Text(before + (chance.Happens(0.5) ? 1 : -1))));
            }
        }
    }

    // Somebody looks at what is not assigned to them, for a reason of their work.
    private void AddLook(Lodgement lodgement, Week week)
    {
        var chance = Chance.Of(_world.Settings.Seed, "faith", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key);
        if (chance.Happens(GoodFaith))
        {
            var officers = _world.Roster.InspectorsOf(lodgement.Consignment.Office);
            var officer = officers[chance.Below(officers.Count)];
            week.Accesses.Add(new AccessRecord(officer, lodgement.Minute + chance.Between(10, officer.OddHours ? 900 : 400), lodgement.Id, chance.Happens(0.3) ? "lane" : "view"));
        }
    }

    private void AddMirrors(Lodgement lodgement, Week week)
    {
        var consignment = lodgement.Consignment;
        var chance = Chance.Of(_world.Settings.Seed, "mirror", consignment.Trader.Index, consignment.Key);
        var country = _world.Market.Table.Countries[consignment.TrueExport];
        if (consignment.Containers.Count == 0 || consignment.Shopped > 0 || !chance.Happens(country.Mirror * _world.Pack.Knowledge.Mirror))
        {
            return;
        }

        var day = lodgement.Day - Math.Max(1, country.Days + chance.Between(-2, 5)) - consignment.Detour;
        foreach (var container in consignment.Containers)
        {
            // A record is lost now and then.
            foreach (var item in consignment.Items)
            {
                if (chance.Happens(0.04))
                {
                    continue;
                }

                AddMirror(container, item, consignment, day, ref chance, week);
            }
        }
    }

    private void AddMirror(string container, TradedItem item, Consignment consignment, int day, ref Chance chance, Week week)
    {
        var good = chance.Happens(OtherCode) ? chance.OneOf(_world.Market.Chapter(item.Good)) : item.Good;
        var count = consignment.Containers.Count;
        week.Mirrors.Add(new MirrorRecord(container, consignment.TrueExport, day, _world.Market.Table.Goods[good].Hs,
            Math.Max(1, (long)Math.Round(item.NetMass / count * chance.LogNormal(1, 0.02))),
            Amount.Money(Amount.Price(item.Value, _world.Market.Rate) / (double)count * chance.LogNormal(1, 0.05))));
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
