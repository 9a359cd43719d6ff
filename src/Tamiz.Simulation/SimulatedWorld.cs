using System.Globalization;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Knowledge;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation;

/// <summary>
/// A customs administration whose truth is known, going on week by week. Everything follows from the pack, the schemes, the settings and what the policy
/// chooses; threads do not matter.
/// </summary>
public sealed class SimulatedWorld
{
    private const int Rehearsal = 3;
    private const int TradersTogether = 128;

    private readonly WorldState _world;
    private readonly ConsignmentMaking _making;
    private readonly Aftermath _aftermath = new();
    private readonly OfficeWork _work;
    private readonly DailyRecords _records;
    private readonly ReportMaking _reports;
    private readonly int _threads;
    private readonly Dictionary<(int Office, int Year), int> _numbers = [];
    private readonly Dictionary<string, HiddenTruth> _truth = new(StringComparer.Ordinal);
    private List<Consignment> _later = [];
    private int _month = -1;
    private int _day;

    private SimulatedWorld(WorldState world, int threads)
    {
        (_world, _threads) = (world, threads);
        _making = new ConsignmentMaking(world.Market, world.Population, world.Clock, world.Settings.Seed);
        _work = new OfficeWork(world, _aftermath);
        _records = new DailyRecords(world);
        _reports = new ReportMaking(world);
        Rehearse();
    }

    /// <summary>The world as it stands.</summary>
    public WorldState State => _world;

    /// <summary>Whether its months are over.</summary>
    public bool Ended => _day >= _world.Settings.Days;

    /// <summary>Share of its days that are over.</summary>
    public double Progress => (double)_day / _world.Settings.Days;

    /// <summary>A world at its beginning.</summary>
    /// <param name="pack">The country.</param>
    /// <param name="goods">What is traded.</param>
    /// <param name="schemes">Ways of not complying.</param>
    /// <param name="settings">Which world.</param>
    /// <param name="threads">Threads to use; the world is the same for any number.</param>
    public static SimulatedWorld Begin(Pack pack, GoodsTable goods, IReadOnlyList<SchemePlan> schemes, WorldSettings settings, int threads)
    {
        var market = new Market(pack, goods, settings);
        var population = new Population(market, settings, schemes);
        var roster = new Roster(pack, settings, schemes.Count);
        var state = new WorldState(settings, new WorldClock(settings.Begin, pack.Calendar), market, population, new SchemeBook(market, population, schemes, settings.Seed),
            new SchemeLife(population, schemes, settings.Seed), roster, new Corruption(pack, population, roster, settings.Seed));
        return new SimulatedWorld(state, threads);
    }

    /// <summary>What is true of a declaration of the week in work: for a policy that knows everything.</summary>
    public HiddenTruth TruthOf(string declaration) => _truth.GetValueOrDefault(declaration);

    /// <summary>Goes on by a week.</summary>
    /// <param name="policy">Gives the lanes.</param>
    public Week Step(ISelectionPolicy policy)
    {
        var week = new Week { First = _day, Days = Math.Min(7, _world.Settings.Days - _day) };
        for (var month = _world.Clock.MonthOf(_day); _month < month;)
        {
            TurnMonth(++_month, week);
        }

        var consignments = Lodge(week.First, week.Days, out var felt);
        _world.Schemes.Count(felt, consignments.Count);
        _later.AddRange(consignments);
        _later.AddRange(consignments.SelectMany(consignment => consignment.Parts ?? []));
        _truth.Clear();
        for (var day = week.First; day < week.First + week.Days; day++)
        {
            WorkDay(day, policy, week);
        }

        Close(week);
        _work.Forget(week.First);
        _day += week.Days;
        for (var day = _day; Ended && day <= _work.LastControl; day++)
        {
            _records.AddShifts(day, week);
        }

        return week;
    }

    // Before the first day, some weeks are lodged and forgotten, so that the schemes' pulls are known.
    private void Rehearse()
    {
        for (var i = Rehearsal; i > 0; i--)
        {
            var consignments = Lodge(-7 * i, 7, out var felt);
            _world.Schemes.Count(felt, consignments.Count);
        }

        _later = [];
        _world.Schemes.SetPulls(0, _world.Life.Strength);
    }

    private void TurnMonth(int month, Week week)
    {
        var first = _world.Clock.FirstOf(month);
        _world.Market.MoveTo(month);
        _world.Population.Renew(month, first);
        week.Schemes.AddRange(_world.Life.Turn(month));
        _world.Schemes.SetPulls(month, _world.Life.Strength);
        week.Reports.AddRange(_reports.Make(month));
    }

    private List<Consignment> Lodge(int first, int days, out Inclinations felt)
    {
        var living = _world.Population.Living;
        var groups = (living.Count + TradersTogether - 1) / TradersTogether;
        var made = new (List<Consignment> Consignments, Inclinations Felt)[groups];
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = _threads }, group => made[group] = LodgeGroup(group, first, days));
        felt = new Inclinations(_world.Schemes.Schemes.Count);
        foreach (var (_, of) in made)
        {
            felt.Add(of);
        }

        return [.. made.SelectMany(group => group.Consignments)];
    }

    private (List<Consignment> Consignments, Inclinations Felt) LodgeGroup(int group, int first, int days)
    {
        var living = _world.Population.Living;
        var (consignments, felt) = (new List<Consignment>(), new Inclinations(_world.Schemes.Schemes.Count));
        for (var i = group * TradersTogether; i < Math.Min(living.Count, (group + 1) * TradersTogether); i++)
        {
            _making.Make(living[i], first, days, consignments);
        }

        var room = new double[felt.Of.Length];
        foreach (var consignment in consignments)
        {
            _world.Schemes.Tempt(consignment, felt, room);
        }

        return (consignments, felt);
    }

    // What is lodged on a day: made this week, put off, or lodged again; what falls on later days waits.
    private List<Lodgement> Receive(int day, Week week)
    {
        _later.AddRange(_aftermath.Again);
        _aftermath.Again.Clear();
        var end = (day + 1L) * WorldClock.DayMinutes;
        var today = _later.Where(consignment => consignment.Minute < end)
            .OrderBy(consignment => consignment.Minute).ThenBy(consignment => consignment.Trader.Index).ThenBy(consignment => consignment.Key).ToList();
        _later.RemoveAll(consignment => consignment.Minute < end);
        var lodged = today.ConvertAll(Number);
        week.Lodgements.AddRange(lodged);
        return lodged;
    }

    // Numbers are given in the order of lodgement.
    private Lodgement Number(Consignment consignment)
    {
        var year = _world.Clock.Date((int)(consignment.Minute / WorldClock.DayMinutes)).Year;
        var number = _numbers[(consignment.Office, year)] = _numbers.GetValueOrDefault((consignment.Office, year)) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{_world.Pack.Offices[consignment.Office].Code}/{year}/{number:000000}");
        return new Lodgement { Consignment = consignment, Year = year, Number = number, Minute = consignment.Minute, Rate = _world.Market.Rate, Id = id };
    }

    private void WorkDay(int day, ISelectionPolicy policy, Week week)
    {
        while (_aftermath.Findings.TryPeek(out var finding, out var due) && due.Day <= day)
        {
            _aftermath.Findings.Dequeue();
            Know(finding, day, policy);
        }

        _world.Corruption.Begin(day);
        var lodged = Receive(day, week);
        Correct(lodged, week);
        foreach (var office in lodged.GroupBy(lodgement => lodgement.Consignment.Office).OrderBy(group => group.Key))
        {
            List<Lodgement> inForce = [.. office];
            inForce.ForEach(lodgement => _truth[lodgement.Id] = new HiddenTruth(
                lodgement.Consignment.Items.Sum(item => item.Evaded), lodgement.Consignment.Items.Exists(item => item.Hidden is not null)));
            _work.Do(office.Key, day, inForce, policy, week);
        }

        _world.Corruption.LookUp(day, lodged, week);
        _records.Add(day, lodged, week);
    }

    // Some declarations were lodged with a slip and are put right before the counter closes: the version in force is the second.
    private void Correct(List<Lodgement> lodged, Week week)
    {
        for (var i = 0; i < lodged.Count; i++)
        {
            var second = lodged[i];
            var chance = Chance.Of(_world.Settings.Seed, "correct", second.Consignment.Trader.Index, second.Consignment.Key, second.Consignment.Shopped);
            if (!chance.Happens(_world.Pack.Trade.Corrections) || second.Version > 1)
            {
                continue;
            }

            var close = ((long)second.Day * WorldClock.DayMinutes) + (_world.Pack.Calendar.Closes * 60L);
            var at = second.Minute + chance.Between(1, 90);
            if (at < close)
            {
                lodged[i] = new Lodgement { Consignment = second.Consignment, Year = second.Year, Number = second.Number, Version = 2, Minute = at, Rate = second.Rate, Id = second.Id };
                Slip(second, ref chance, week);
                week.Lodgements.Add(lodged[i]);
            }
        }
    }

    private static void Slip(Lodgement intended, ref Chance chance, Week week)
    {
        var wrong = intended.Consignment.Again(intended.Consignment.Key, intended.Consignment.Office, intended.Minute);
        var item = wrong.Items[chance.Below(wrong.Items.Count)];
        item.DeclaredValue = Amount.Money(item.DeclaredValue * chance.LogNormal(1, 0.5));
        var at = week.Lodgements.IndexOf(intended);
        week.Lodgements[at] = new Lodgement
        {
            Consignment = wrong, Year = intended.Year, Number = intended.Number, Minute = intended.Minute, Rate = intended.Rate, Id = intended.Id,
        };
    }

    private void Know(Finding finding, int day, ISelectionPolicy policy)
    {
        policy.Learn(new KnownFinding(finding.Lodgement.Id, finding.Item, finding.Result != "compliant", finding.Recovered));
        var item = finding.Lodgement.Consignment.Items[finding.Item - 1];
        if (finding.Result == "offence" && item.Scheme >= 0)
        {
            _world.Life.Catch(finding.Lodgement.Consignment.Trader, item.Scheme, day);
        }
    }

    // Versions after the lane go among the week's lodgements, or wait for the next.
    private void Close(Week week)
    {
        var end = (long)(week.First + week.Days) * WorldClock.DayMinutes;
        week.Lodgements.AddRange(_aftermath.Versions.Where(version => version.Minute < end));
        _aftermath.Versions.RemoveAll(version => version.Minute < end);
        var order = week.Lodgements.OrderBy(lodgement => lodgement.Minute).ThenBy(lodgement => lodgement.Id, StringComparer.Ordinal).ThenBy(lodgement => lodgement.Version).ToList();
        week.Lodgements.Clear();
        week.Lodgements.AddRange(order);
    }
}
