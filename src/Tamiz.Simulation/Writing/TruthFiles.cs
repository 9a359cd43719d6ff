using Tamiz.Simulation.Control;
using Tamiz.Simulation.Knowledge;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Writing;

/// <summary>What nobody in the administration knows.</summary>
internal sealed class TruthFiles : IDisposable
{
    private readonly string _folder;
    private readonly WorldState _world;
    private readonly CsvFile _items;
    private readonly CsvFile _schemes;
    private readonly CsvFile _corruption;
    private readonly List<Report> _reports = [];
    private readonly Dictionary<Officer, SortedSet<string>> _corrupt = [];
    private int _acts;

    public TruthFiles(string folder, WorldState world)
    {
        (_folder, _world) = (folder, world);
        _items = new CsvFile(folder, "truth/items.csv", "declaration, version, item, trader, scheme, mechanism, kind, trueHs, trueOrigin, trueValue, trueQuantity, trueNetMass, evaded, fiscal, probability, detection, wouldBeFound, foundBy");
        _schemes = new CsvFile(folder, "truth/schemes.csv", "scheme, month, actors, born, caught");
        _corruption = new CsvFile(folder, "truth/corruption.csv", "act, kind, officer, declarant, declaration, at, share");
    }

    public void Add(Week week)
    {
        foreach (var lodgement in week.Lodgements)
        {
            for (var i = 0; i < lodgement.Consignment.Items.Count; i++)
            {
                AddItem(lodgement, i);
            }
        }

        _reports.AddRange(week.Reports);
        foreach (var act in week.Acts)
        {
            (_corrupt.TryGetValue(act.Officer, out var kinds) ? kinds : _corrupt[act.Officer] = new SortedSet<string>(StringComparer.Ordinal)).Add(act.Kind);
            _corruption.Add(++_acts).Add(act.Kind).Add(act.Officer.Id).Add(_world.Population.Declarants[act.Declarant].Id).Add(act.Declaration)
                .Add(_world.Clock.At(act.At)).AddShare(act.Share).End();
        }

        Add(week.Schemes);
    }

    /// <summary>Writes traders and officers; says what the files hold.</summary>
    public IEnumerable<WrittenFile> Finish() => [_items.Finish(), _schemes.Finish(), _corruption.Finish(), Traders(), Officers(), Reports()];

    /// <summary>The reports that the home has.</summary>
    public IReadOnlyList<Report> ReportsOfHome => _reports;

    public void Dispose()
    {
        _items.Dispose();
        _schemes.Dispose();
        _corruption.Dispose();
    }

    private void Add(IEnumerable<SchemeMonth> months)
    {
        foreach (var month in months)
        {
            _schemes.Add(month.Scheme).Add(_world.Clock.Date(_world.Clock.FirstOf(month.Month)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))
                .Add(month.Actors).Add(month.Born).Add(month.Caught).End();
        }
    }

    private void AddItem(Lodgement lodgement, int index)
    {
        var item = lodgement.Consignment.Items[index];
        var (scheme, mechanism) = item.Scheme < 0 ? (null, null) : (_world.Schemes.Schemes[item.Scheme], _world.Schemes.Mechanisms[item.Scheme]);
        var found = lodgement.Findings.Count > index && lodgement.Findings[index].Result != "compliant" && item.Kind is ActKind.Fraud or ActKind.Error;
        _items.Add(lodgement.Id).Add(lodgement.Version).Add(index + 1).Add(lodgement.Consignment.Trader.Index).Add(scheme?.Name).Add(mechanism?.Name)
            .Add(Word(item.Kind)).Add(item.Hidden ?? _world.Market.Table.Goods[item.Good].Hs).Add(_world.Market.Table.Countries[item.Origin].Code)
            .AddHundredths(item.Value).AddThousandths(item.Quantity).AddThousandths(item.NetMass).AddHundredths(item.Evaded).Add(mechanism?.Fiscal == true ? 1 : 0)
            .AddShare(item.Probability).AddShare(item.Detection).Add(lodgement.WouldBeFound.Length > index && lodgement.WouldBeFound[index] ? 1 : 0)
            .Add(found ? lodgement.Inspector?.Id : null).End();
    }

    private WrittenFile Traders()
    {
        using var file = new CsvFile(_folder, "truth/traders.csv", "trader, id, name, born, died, predecessor, declarant, office, declarationsAYear, schemes");
        foreach (var trader in _world.Population.Traders)
        {
            var schemes = Enumerable.Range(0, _world.Schemes.Schemes.Count).Where(scheme => _world.Life.IsActor(trader, scheme)).Select(scheme => _world.Schemes.Schemes[scheme].Name);
            file.Add(trader.Index).Add(trader.Id).Add(trader.Name).Add(_world.Clock.Date(trader.Born));
            _ = trader.Died is { } died ? file.Add(_world.Clock.Date(died)) : file.Add(null);
            _ = trader.Predecessor is { } before ? file.Add(before.Index) : file.Add(null);
            file.Add(_world.Population.Declarants[trader.Declarant].Id).Add(_world.Pack.Offices[trader.Office].Code).AddShare(trader.PerWeek * 52.18).Add(string.Join(';', schemes)).End();
        }

        return file.Finish();
    }

    private WrittenFile Officers()
    {
        using var file = new CsvFile(_folder, "truth/officers.csv", "officer, office, skill, speed, leniency, oddHours, corrupt, kinds");
        foreach (var officer in _world.Roster.Officers)
        {
            var corrupt = officer.Partner is not null || _corrupt.ContainsKey(officer);
            file.Add(officer.Id).Add(_world.Pack.Offices[officer.Office].Code).AddShare(officer.Skill.Length == 0 ? 1 : officer.Skill.Average()).AddShare(officer.Speed)
                .AddShare(officer.Partner is null ? 0 : 1 - _world.Corruption.Leniency).Add(officer.OddHours ? 1 : 0).Add(corrupt ? 1 : 0)
                .Add(string.Join(';', _corrupt.GetValueOrDefault(officer) ?? [])).End();
        }

        return file.Finish();
    }

    private WrittenFile Reports()
    {
        using var file = new CsvFile(_folder, "truth/reports.csv", "report, verdict, about");
        foreach (var report in ReportsOfHome)
        {
            file.Add(report.Id).Add(report.Verdict).Add(report.About).End();
        }

        return file.Finish();
    }

    private static string Word(ActKind kind) => kind switch { ActKind.Error => "error", ActKind.Bargain => "bargain", ActKind.Fraud => "fraud", _ => "honest" };
}
