using System.CommandLine;
using System.Globalization;
using Tamiz.Cli.Integrity;
using Tamiz.Storage.Backup;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz home: what is in force, who works here, checkpoints, and the care of a home.</summary>
internal static class HomeCommand
{
    public static Command Create(TimeProvider clock) => new("home", "Care for a home: settings in force, persons, checkpoints, check, rebuild, backup")
    {
        Status(clock), Propose(clock), Decide(clock, granted: true), Decide(clock, granted: false), HomePersons.Create(clock), HomePersons.Erase(clock),
        HomeProofs.Checkpoint(clock), HomeProofs.Proof(clock), HomeProofs.Rotate(clock), Check(clock), Rebuild(clock), Backup(clock), Restore(),
    };

    private static Command Status(TimeProvider clock)
    {
        var command = LiveSession.Acting(new Command("status", "Say what is in force, what waits, which days are open, who works here"));
        command.SetAction(parsed => ReadingSession.Run(parsed, clock, thorough: false, session =>
        {
            var (state, log, words) = (session.Home.State, session.Home.Ledger, session.Words);
            var days = state.Books.Where(book => book.Value.Open is not null).ToDictionary(book => book.Key, book => book.Value.Open!.Day.ToString("O", CultureInfo.InvariantCulture));
            session.Terminal.Give(new
            {
                ledger = log.Id.ToString(), records = log.Records, batches = log.Batches, declarations = state.Known.Count,
                inForce = state.Contents.InForce.Select(pair => new { kind = pair.Key.Kind, name = pair.Key.Name, digest = pair.Value.ToString() }),
                waiting = state.Contents.Proposed.Select(pair => new { kind = pair.Key.Key.Kind, name = pair.Key.Key.Name, digest = pair.Key.Digest.ToString(), by = pair.Value }),
                days, persons = state.Officers.Values.Select(officer => new { person = officer.Person, inForce = officer.InForce, roles = officer.Roles }),
            });
            session.Terminal.SayWrapped(words.Say("home.ledger", ("id", log.Id.ToString()), ("records", words.Number(log.Records)), ("batches", words.Number(log.Batches))));
            List(session, "home.inForce", state.Contents.InForce.Where(pair => pair.Key.Kind != HomeState.CatalogueKind).Select(pair => $"{pair.Value.ToString()[..12]}  {pair.Key.Name}"));
            List(session, "home.waiting", state.Contents.Proposed.Select(pair => words.Say("home.by", ("name", pair.Key.Key.Name), ("person", pair.Value))));
            List(session, "home.days", days.Select(day => $"{day.Key}  {day.Value}"));
            List(session, "home.persons", state.Officers.Values.Where(officer => officer.InForce).Select(officer => $"{officer.Person}  {string.Join(", ", officer.Roles)}"));
            return Terminal.Fine;
        }));
        return command;
    }

    private static void List(ReadingSession session, string title, IEnumerable<string> lines)
    {
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (index == 0)
            {
                session.Terminal.Say(session.Words[title]);
            }

            session.Terminal.Say("  " + line);
        }
    }

    private static Command Propose(TimeProvider clock)
    {
        var command = LiveSession.Acting(new Command("propose", "Propose the files of the home that differ from what is in force"));
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Analyst, session =>
        {
            var diagnostics = new List<Diagnostic>();
            new IntegrityFiles(session.Home.Folder, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), diagnostics).Check();
            diagnostics.RemoveAll(diagnostic => diagnostic.Rule.Severity != Severity.Error);
            var proposed = diagnostics.Count > 0 ? [] : new HomeActs(session.Home).Propose(session.Person, diagnostics);
            var broken = session.Terminal.Report(diagnostics);
            session.Terminal.Give(new { proposed = proposed.Select(one => new { kind = one.Kind, name = one.Name, digest = one.Digest.ToString() }) });
            session.Terminal.SayWrapped(proposed.Count == 0 ? session.Words["home.nothing"] : session.Words.Say("home.proposed", ("names", string.Join(", ", proposed.Select(one => one.Name)))));
            return broken ? Terminal.FoundProblems : Terminal.Fine;
        }));
        return command;
    }

    private static Command Decide(TimeProvider clock, bool granted)
    {
        var names = new Argument<string[]>("NAME") { Description = "names of what waits; everything where none is named", Arity = ArgumentArity.ZeroOrMore };
        var reason = new Option<string>("--reason") { Description = "why", DefaultValueFactory = _ => "" };
        var command = LiveSession.Acting(new Command(granted ? "approve" : "refuse", granted ? "Approve what somebody else proposed" : "Refuse what somebody else proposed") { names, reason });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Approver, session =>
        {
            var decided = new HomeActs(session.Home).Decide(session.Person, parsed.GetValue(names)!, granted, parsed.GetValue(reason)!);
            session.Terminal.Give(new { decided = decided.Select(one => new { kind = one.Kind, name = one.Name, digest = one.Digest.ToString(), granted = one.Granted }) });
            session.Terminal.SayWrapped(session.Words.Say(granted ? "home.approved" : "home.refused", ("names", string.Join(", ", decided.Select(one => one.Name)))));
            return Terminal.Fine;
        }));
        return command;
    }

    private static Command Check(TimeProvider clock)
    {
        var command = LiveSession.Acting(new Command("check", "Compare what is kept beside the ledger with the ledger"));
        command.SetAction(parsed => ReadingSession.Run(parsed, clock, thorough: true, session =>
        {
            using var projections = LiveSession.ProjectionsOf(session.Home);
            Diagnostic[] diagnostics = [.. new HomeCheck(session.Home).Run(), .. session.IsStill ? projections.Check(session.Home.Ledger) : []];
            var notCompared = session.IsStill ? null : ActDiagnostics.NotCompared.At(new Place(session.Home.Folder), "");
            session.Terminal.Report([.. diagnostics, .. notCompared is null ? [] : new[] { notCompared }]);
            session.Terminal.Give(new { problems = diagnostics.Select(diagnostic => diagnostic.ToString()), notCompared = notCompared?.ToString() });
            if (diagnostics.Length == 0)
            {
                session.Terminal.Say(session.Words["home.checked"]);
            }

            return diagnostics.Length == 0 ? Terminal.Fine : Terminal.FoundProblems;
        }));
        return command;
    }

    private static Command Rebuild(TimeProvider clock)
    {
        var command = LiveSession.Acting(new Command("rebuild", "Make the desk database, the archive and the kept state again from the ledger"));
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            using var projections = LiveSession.ProjectionsOf(session.Home);
            projections.Rebuild(session.Home.Log);
            session.Home.KeepAnew();
            session.Terminal.Give(new { records = session.Home.Log.Records });
            session.Terminal.SayWrapped(session.Words.Say("home.rebuilt", ("records", session.Words.Number(session.Home.Log.Records))));
            return Terminal.Fine;
        }));
        return command;
    }

    private static Command Backup(TimeProvider clock)
    {
        var target = new Argument<string>("FOLDER") { Description = "a new folder" };
        var keys = new Option<bool>("--with-keys") { Description = "copy the secret keys too" };
        var command = LiveSession.Acting(new Command("backup", "Copy the home") { target, keys });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            var report = HomeBackup.Backup(session.Home.Folder, parsed.GetValue(target)!, new BackupPlan(() => Segments(session.Home.Folder), parsed.GetValue(keys)));
            session.Terminal.Report(report.Diagnostics.ToList());
            session.Terminal.Give(new { files = report.Files, bytes = report.Bytes });
            session.Terminal.SayWrapped(session.Words.Say("home.backup", ("files", session.Words.Number(report.Files)), ("path", parsed.GetValue(target)!)));
            return Terminal.Fine;
        }));
        return command;
    }

    private static Command Restore()
    {
        var source = new Argument<string>("FOLDER") { Description = "the backup" };
        var home = new Argument<string>("HOME") { Description = "a new folder for the home" };
        var command = new Command("restore", "Make a home from a backup") { source, home, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            try
            {
                var report = HomeBackup.Restore(parsed.GetValue(source)!, parsed.GetValue(home)!);
                terminal.Report(report.Diagnostics.ToList());
                terminal.Give(new { files = report.Files, bytes = report.Bytes });
                var words = Phrasebook.Of(CommonOptions.TryLanguage(parsed, terminal, out var language) && language is { } chosen ? chosen : Language.Es);
                terminal.SayWrapped(words.Say("home.restored", ("path", parsed.GetValue(home)!), ("files", words.Number(report.Files))));
                return Terminal.Fine;
            }
            catch (Exception problem) when (problem is Storage.HomeException or IOException or UnauthorizedAccessException)
            {
                terminal.Complain(problem.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }

    // The home is held by this command, so that its segments stand still.
    private static Dictionary<string, long> Segments(string home) => Directory.GetFiles(Path.Combine(home, "ledger"), "*.tzl")
        .ToDictionary(path => Path.GetFileName(path), path => new FileInfo(path).Length, StringComparer.Ordinal);
}
