using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>A day of an office after its counter has closed: lanes, who handles what, controls, and what goes wrong.</summary>
public sealed class OfficeWork
{
    private const int MostShopped = 3;
    private const double Shopping = 0.85;
    private const double Elsewhere = 0.3;

    private static readonly string[] Reasons = ["goods known to the office", "perishable", "documents complete", "trusted trader"];

    private readonly WorldState _world;
    private readonly Inspection _inspection;
    private readonly Aftermath _aftermath;

    /// <summary>The work of a world's offices.</summary>
    public OfficeWork(WorldState world, Aftermath aftermath)
    {
        (_world, _aftermath) = (world, aftermath);
        _inspection = new Inspection(world);
    }

    /// <summary>Works through what an office received in a day.</summary>
    /// <param name="office">Index of the office.</param>
    /// <param name="day">The day.</param>
    /// <param name="lodged">The versions in force, in the order of lodgement.</param>
    /// <param name="policy">Gives the lanes.</param>
    /// <param name="week">Receives what happens.</param>
    public void Do(int office, int day, IReadOnlyList<Lodgement> lodged, ISelectionPolicy policy, Week week)
    {
        var chance = Chance.Of(_world.Settings.Seed, "capacity", office, day);
        var plan = _world.Pack.Control;
        var seen = new OfficeDay(_world.Pack.Offices[office].Code, _world.Clock.Date(day), [.. lodged.Select(See)],
            Whole(plan.Red * lodged.Count, ref chance), Whole(plan.Yellow * lodged.Count, ref chance), Chance.Of(_world.Settings.Seed, "policy", office, day));
        var choices = new LaneChoice[lodged.Count];
        policy.Choose(seen, choices);
        var present = _world.Roster.Present(office, day);
        for (var i = 0; i < lodged.Count; i++)
        {
            Assign(lodged[i], present, week);
        }

        Tamper(day, lodged, choices, week);
        for (var i = 0; i < lodged.Count; i++)
        {
            Handle(lodged[i], choices[i], week);
        }
    }

    /// <summary>The last day on which a control is planned so far; below 0 where none is.</summary>
    public int LastControl => _inspection.Last;

    /// <summary>Forgets what was planned before a day.</summary>
    public void Forget(int day) => _inspection.Forget(day);

    private DeclaredGoods See(Lodgement lodgement)
    {
        var (consignment, market) = (lodgement.Consignment, _world.Market);
        var items = new DeclaredItem[consignment.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = consignment.Items[i];
            items[i] = new DeclaredItem(market.Table.Goods[item.DeclaredGood].Hs, market.Table.Countries[item.DeclaredOrigin].Code, item.DeclaredValue,
                item.DeclaredNetMass, market.Duty(item.DeclaredGood, item.DeclaredOrigin, item.Preference) * 100);
        }

        return new DeclaredGoods(lodgement.Id, lodgement.Version, consignment.Trader.Id, _world.Population.Declarants[consignment.Declarant].Id,
            consignment.Exporter.Name, DeclaredCodes.Regime(consignment.Regime), market.Table.Countries[consignment.Export].Code, items);
    }

    private void Assign(Lodgement lodgement, IReadOnlyList<Officer> present, Week week)
    {
        var chance = Chance.Of(_world.Settings.Seed, "assign", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key, lodgement.Consignment.Shopped);
        var hs = _world.Market.Table.Goods[lodgement.Consignment.Items[0].DeclaredGood].Hs;
        var able = present.Where(officer => officer.Handles(hs)).ToArray();
        var pool = able.Length > 0 ? able : present;
        var drawn = new AssignmentRecord(lodgement, pool[chance.Below(pool.Count)], 1.0 / pool.Count, "lottery", null, "");
        if (pool.Count > 1 && chance.Happens(_world.Pack.Control.Reassigned))
        {
            drawn = drawn with { Inspector = pool[chance.Below(pool.Count)], Method = "reassigned", From = drawn.Inspector, Reason = chance.Happens(0.5) ? "workload" : "leave" };
        }

        var final = _world.Corruption.Divert(drawn, week);
        lodgement.Inspector = final.Inspector;
        week.Assignments.Add(final);
        _inspection.Foresee(lodgement);
    }

    // A rule or a profile is switched off for some minutes while a declaration of a friend goes through.
    private void Tamper(int day, IReadOnlyList<Lodgement> lodged, LaneChoice[] choices, Week week)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            var lodgement = lodged[i];
            if (choices[i].Lane != Lane.Red || choices[i].Basis != Basis.Rule || !_world.Corruption.Tampers(lodgement))
            {
                continue;
            }

            var office = lodgement.Consignment.Office;
            var (at, officer) = (CloseOf(day) - 4, _world.Roster.SupervisorOf(office));
            var chance = Chance.Of(_world.Settings.Seed, "tamper", lodgement.Consignment.Trader.Index, lodgement.Consignment.Key);
            var what = chance.Happens(0.5) ? Threshold(office) : $"profile.P{chance.Between(1, 60):00}.state";
            week.Settings.Add(new SettingRecord(officer, at, what, "on", "off"));
            week.Settings.Add(new SettingRecord(officer, at + chance.Between(6, 14), what, "off", "on"));
            week.Acts.Add(new CorruptAct("flash-edit", officer, lodgement.Consignment.Declarant, lodgement.Id, at, 0));
            choices[i] = default;
        }
    }

    private string Threshold(int office) => $"rule.{_world.Pack.Offices[office].Code}.threshold";

    private void Handle(Lodgement lodgement, LaneChoice choice, Week week)
    {
        var consignment = lodgement.Consignment;
        var chance = Chance.Of(_world.Settings.Seed, "handle", consignment.Trader.Index, consignment.Key, consignment.Shopped);
        var honestly = chance.Happens(_world.Pack.Trade.Cancellations);
        var shops = consignment.Shops && choice.Lane != Lane.Green && consignment.Shopped < MostShopped && chance.Happens(Shopping);
        if (shops || honestly)
        {
            Cancel(lodgement, shops, ref chance, week);
        }

        if (choice.Lane == Lane.Green)
        {
            return;
        }

        if (shops || honestly)
        {
            week.Controls.Add(new ControlRecord(lodgement, choice, "", lodgement.Day, 0));
            return;
        }

        var pair = _world.Corruption.PairOf(lodgement);
        if (Overridden(lodgement, choice, pair, ref chance, week))
        {
            week.Controls.Add(new ControlRecord(lodgement, choice, "", lodgement.Day, 0));
            return;
        }

        Control(lodgement, choice, pair, week);
    }

    private void Control(Lodgement lodgement, LaneChoice choice, CorruptPair? pair, Week week)
    {
        var attention = 1.0;
        if (pair is not null && _world.Corruption.Mends(pair, lodgement))
        {
            Mend(lodgement, pair.Officer, week);
            week.Acts.Add(new CorruptAct("edit", pair.Officer, pair.Declarant, lodgement.Id, lodgement.Minute, pair.Share));
            attention = 0;
        }
        else if (pair is not null)
        {
            attention = _world.Corruption.Leniency;
            week.Acts.Add(new CorruptAct("lenient", pair.Officer, pair.Declarant, lodgement.Id, lodgement.Minute, pair.Share));
        }

        var (extent, day, minutes) = _inspection.Control(lodgement, choice.Lane, attention, week);
        week.Controls.Add(new ControlRecord(lodgement, choice, extent, day, minutes));
        _aftermath.Await(lodgement.Findings);
        var started = lodgement.Findings.Count > 0 ? lodgement.Findings[0].Started : lodgement.Minute;
        week.Accesses.Add(new AccessRecord(lodgement.Inspector ?? _world.Roster.SupervisorOf(lodgement.Consignment.Office), started - 5, lodgement.Id, "view"));
        if (extent == "scan")
        {
            week.Accesses.Add(new AccessRecord(lodgement.Inspector ?? _world.Roster.SupervisorOf(lodgement.Consignment.Office), started + 1, lodgement.Id, "scan"));
        }
    }

    private bool Overridden(Lodgement lodgement, LaneChoice choice, CorruptPair? pair, ref Chance chance, Week week)
    {
        var corrupt = pair is not null && choice.Lane == Lane.Red && _world.Corruption.Overrides(pair, lodgement);
        if (!corrupt && (choice.Lane != Lane.Red || !chance.Happens(_world.Pack.Control.Overridden)))
        {
            return false;
        }

        var officer = corrupt && pair is not null ? pair.Officer : _world.Roster.SupervisorOf(lodgement.Consignment.Office);
        var at = CloseOf(lodgement.Day) + chance.Between(5, corrupt ? 40 : 900);
        week.Overrides.Add(new OverrideRecord(lodgement, at, officer, Lane.Red, Lane.Green, chance.OneOf(Reasons)));
        if (corrupt && pair is not null)
        {
            week.Acts.Add(new CorruptAct("override", officer, pair.Declarant, lodgement.Id, at, pair.Share));
        }

        return true;
    }

    private void Cancel(Lodgement lodgement, bool shops, ref Chance chance, Week week)
    {
        var at = CloseOf(lodgement.Day) + chance.Between(20, 700);
        var declarant = _world.Population.Declarants[lodgement.Consignment.Declarant];
        week.Cancellations.Add(new CancellationRecord(lodgement.Id, at, declarant.Id, chance.OneOf(CancellationReasons)));
        if (!shops && chance.Happens(0.5))
        {
            return;
        }

        var (offices, office) = (_world.Pack.Offices, lodgement.Consignment.Office);
        var others = Enumerable.Range(0, offices.Count).Where(other => offices[other].Mode == offices[office].Mode).ToArray();
        var day = _world.Clock.NextWorkday(lodgement.Day);
        var minute = ((long)day * WorldClock.DayMinutes) + (_world.Pack.Calendar.Opens * 60) + chance.Below(500);
        var again = lodgement.Consignment.Again(lodgement.Consignment.Key, shops && chance.Happens(Elsewhere) ? chance.OneOf(others) : office, minute);
        again.Shopped++;
        _aftermath.Again.Add(again);
    }

    private static readonly string[] CancellationReasons = ["duplicate", "wrong regime", "documents missing", "error in the value"];

    // The declaration is put right after the lane is known, so that the control finds nothing.
    private void Mend(Lodgement lodgement, Officer officer, Week week)
    {
        var at = CloseOf(lodgement.Day) + 45;
        var item = lodgement.Consignment.Items.First(item => item.Kind == ActKind.Fraud);
        var (field, before, after) = _inspection.Mended(lodgement.Consignment, item);
        var copy = lodgement.Consignment.Again(lodgement.Consignment.Key, lodgement.Consignment.Office, at);
        _world.Schemes.Undo(copy, lodgement.Rate);
        var version = new Lodgement
        {
            Consignment = copy, Year = lodgement.Year, Number = lodgement.Number, Version = lodgement.Version + 1, Minute = at, Rate = lodgement.Rate, Id = lodgement.Id,
            Inspector = officer,
        };
        _aftermath.Versions.Add(version);
        week.Edits.Add(new EditRecord(version, at, _world.Population.Declarants[copy.Declarant].Id, officer, field, before, after));
    }

    private long CloseOf(int day) => ((long)day * WorldClock.DayMinutes) + (_world.Pack.Calendar.Closes * 60L);

    private static int Whole(double expected, ref Chance chance) => (int)Math.Floor(expected + chance.Unit());
}
