using Tamiz.Simulation.Control;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Writing;

/// <summary>What the administration and its partners recorded.</summary>
internal sealed class ObservedFiles : IDisposable
{
    private readonly WorldState _world;
    private readonly CsvFile _findings;
    private readonly CsvFile _controls;
    private readonly CsvFile _assignments;
    private readonly CsvFile _overrides;
    private readonly CsvFile _edits;
    private readonly CsvFile _cancellations;
    private readonly CsvFile _shifts;
    private readonly CsvFile _access;
    private readonly CsvFile _settings;
    private readonly CsvFile _mirror;

    public ObservedFiles(string folder, WorldState world)
    {
        _world = world;
        CsvFile File(string name, string headings) => new(folder, $"observed/{name}.csv", headings);
        _findings = File("findings", "declaration, version, item, control, inspector, extent, startedAt, endedAt, knownAt, result, type, declared, corrected, recovered, status");
        _controls = File("controls", "declaration, version, lane, basis, probability, office, day, inspector, extent, minutes");
        _assignments = File("assignments", "declaration, office, day, inspector, probability, method, reassignedFrom, reason");
        _overrides = File("overrides", "declaration, at, officer, from, to, reason");
        _edits = File("edits", "declaration, version, at, by, officer, field, before, after");
        _cancellations = File("cancellations", "declaration, at, by, reason");
        _shifts = File("shifts", "officer, day, from, to, present");
        _access = File("access", "officer, at, declaration, kind");
        _settings = File("settings", "officer, at, what, from, to");
        _mirror = File("mirror", "container, exportCountry, exportedOn, hs, netMass, value, currency");
        Roster(folder);
    }

    private IEnumerable<CsvFile> All =>
        [_findings, _controls, _assignments, _overrides, _edits, _cancellations, _shifts, _access, _settings, _mirror, .. _roster is null ? Array.Empty<CsvFile>() : [_roster]];

    private CsvFile? _roster;

    public void Add(Week week)
    {
        AddControls(week);
        AddActs(week);
        AddPeople(week);
        foreach (var mirror in week.Mirrors)
        {
            _mirror.Add(mirror.Container).Add(_world.Market.Table.Countries[mirror.Country].Code).Add(_world.Clock.Date(mirror.Day)).Add(mirror.Hs)
                .AddThousandths(mirror.NetMass).AddHundredths(mirror.Value).Add("USD").End();
        }
    }

    public IEnumerable<WrittenFile> Finish() => All.Select(file => file.Finish());

    public void Dispose()
    {
        foreach (var file in All)
        {
            file.Dispose();
        }
    }

    private void AddControls(Week week)
    {
        foreach (var finding in week.Findings)
        {
            _findings.Add(finding.Lodgement.Id).Add(finding.Lodgement.Version).Add(finding.Item).Add("C-" + finding.Lodgement.Id).Add(finding.Lodgement.Inspector?.Id)
                .Add(finding.Extent).Add(At(finding.Started)).Add(At(finding.Ended)).Add(At(finding.Known)).Add(finding.Result).Add(finding.Type)
                .Add(finding.Declared).Add(finding.Corrected).AddHundredths(finding.Recovered).Add(finding.Status).End();
        }

        foreach (var control in week.Controls)
        {
            _controls.Add(control.Lodgement.Id).Add(control.Lodgement.Version).Add(Word(control.Choice.Lane)).Add(Word(control.Choice.Basis))
                .AddShare(control.Choice.Probability).Add(Office(control.Lodgement)).Add(_world.Clock.Date(control.Day)).Add(control.Lodgement.Inspector?.Id)
                .Add(control.Extent).Add(control.Minutes).End();
        }

        foreach (var assignment in week.Assignments)
        {
            _assignments.Add(assignment.Lodgement.Id).Add(Office(assignment.Lodgement)).Add(_world.Clock.Date(assignment.Lodgement.Day)).Add(assignment.Inspector.Id)
                .AddShare(assignment.Probability).Add(assignment.Method).Add(assignment.From?.Id).Add(assignment.Reason).End();
        }
    }

    private void AddActs(Week week)
    {
        foreach (var change in week.Overrides)
        {
            _overrides.Add(change.Lodgement.Id).Add(At(change.At)).Add(change.Officer.Id).Add(Word(change.From)).Add(Word(change.To)).Add(change.Reason).End();
        }

        foreach (var edit in week.Edits)
        {
            _edits.Add(edit.Lodgement.Id).Add(edit.Lodgement.Version).Add(At(edit.At)).Add(edit.By).Add(edit.Officer.Id).Add(edit.Field).Add(edit.Before).Add(edit.After).End();
        }

        foreach (var cancellation in week.Cancellations)
        {
            _cancellations.Add(cancellation.Declaration).Add(At(cancellation.At)).Add(cancellation.By).Add(cancellation.Reason).End();
        }

        foreach (var setting in week.Settings)
        {
            _settings.Add(setting.Officer.Id).Add(At(setting.At)).Add(setting.What).Add(setting.From).Add(setting.To).End();
        }
    }

    private void AddPeople(Week week)
    {
        foreach (var shift in week.Shifts)
        {
            _shifts.Add(shift.Officer.Id).Add(_world.Clock.Date((int)(shift.From / WorldClock.DayMinutes))).Add(At(shift.From)).Add(At(shift.To)).Add(shift.Present ? 1 : 0).End();
        }

        foreach (var access in week.Accesses)
        {
            _access.Add(access.Officer.Id).Add(At(access.At)).Add(access.Declaration).Add(access.Kind).End();
        }
    }

    private void Roster(string folder)
    {
        _roster = new CsvFile(folder, "observed/roster.csv", "officer, office, role, competence, from, to");
        foreach (var officer in _world.Roster.Officers)
        {
            _roster.Add(officer.Id).Add(_world.Pack.Offices[officer.Office].Code).Add(officer.Role).Add(officer.Chapters.Count == 0 ? "all" : string.Join(';', officer.Chapters))
                .Add(_world.Settings.Begin).Add(_world.Clock.Date(_world.Settings.Days - 1)).End();
        }
    }

    private DateTime At(long minute) => _world.Clock.At(minute);

    private string Office(Lodgement lodgement) => _world.Pack.Offices[lodgement.Consignment.Office].Code;

    private static string Word(Lane lane) => lane switch { Lane.Red => "red", Lane.Yellow => "yellow", _ => "green" };

    private static string Word(Basis basis) => basis switch { Basis.Random => "random", Basis.Mandatory => "mandatory", Basis.Officer => "officer", _ => "rule" };
}
