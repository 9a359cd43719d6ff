using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Documents.Model;
using Tamiz.Integrity;
using Tamiz.Integrity.Programmes;
using Tamiz.Integrity.Reports;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity programme: the signed summaries of many administrations, rolled up.</summary>
internal static class IntegrityProgrammeCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "folder with members.yaml and the summaries" };
    private static readonly Option<string?> Round = new("--round") { Description = "the round (default the latest that has ended)" };
    private static readonly Option<bool> Members = new("--members") { Description = "with the figures of each administration, by name" };
    private static readonly Option<string?> Out = new("--out") { Description = "write the report to this file, .docx or .html" };

    public static Command Create(TimeProvider clock)
    {
        var command = new Command("programme", "Roll up the signed summaries of many administrations by region, factor and round") { Folder, Round, Members, Out, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var (folder, path) = (parsed.GetValue(Folder)!, parsed.GetValue(Out));
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            if (!File.Exists(Path.Combine(folder, ProgrammeFolder.Members)) || (path is not null && (!DocumentFile.CanBe(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))))
            {
                terminal.Complain($"DIR is a folder with {ProgrammeFolder.Members}; --out is a file .docx or .html in a folder that exists.");
                return Terminal.WrongUsage;
            }

            try
            {
                return Run(parsed, terminal, IntegrityWords.Of(language ?? Language.Es), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                terminal.Complain(problem.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal, Phrasebook words, DateOnly today)
    {
        var (folder, path, byMember) = (parsed.GetValue(Folder)!, parsed.GetValue(Out), parsed.GetValue(Members));
        var diagnostics = new List<Diagnostic>();
        var programme = ProgrammeReader.Read(File.ReadAllText(Path.Combine(folder, ProgrammeFolder.Members)), ProgrammeFolder.Members, diagnostics);
        if (terminal.Report([.. diagnostics.Where(diagnostic => IntegritySession.Concerns(diagnostic, words.Language))]))
        {
            terminal.Complain(words["programme.refused"]);
            return Terminal.FoundProblems;
        }

        var wanted = parsed.GetValue(Round);
        var round = wanted is null ? programme.Rounds.LastOrDefault(one => one.End <= today) ?? programme.Rounds[0] : programme.FindRound(wanted);
        if (round is null)
        {
            terminal.Complain(words.Say("programme.notRound", ("round", wanted!), ("rounds", string.Join(", ", programme.Rounds.Select(one => one.Id)))));
            return Terminal.WrongUsage;
        }

        var result = ProgrammeResult.Of(programme, round, Intake.Take(programme, ProgrammeFolder.Files(folder), today));
        var report = ProgrammeReport.Of(result, new ReportSetting(words.Language, today, programme.Name.In(words.Language), ""), byMember);
        var broken = terminal.Report([.. result.Files.Select(file => file.Problem).OfType<Diagnostic>().OrderByDescending(problem => problem.Rule.Severity)]);
        if (path is not null)
        {
            DocumentFile.Write(report, path);
        }

        Say(terminal, report, words, (path, byMember));
        terminal.Give(ProgrammeJson.Of(result, words, byMember, path));
        return broken || result.Members.Any(one => one.State != MemberState.Received) ? Terminal.FoundProblems : Terminal.Fine;
    }

    private static void Say(Terminal terminal, Document report, Phrasebook words, (string? Path, bool ByMember) wanted)
    {
        // The sections by region fill pages: they are for the document.
        var changes = report.Blocks.OfType<Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Text).SkipWhile(text => text != words["programme.levels"]).Skip(1).First();
        TextPage.Say(terminal, report, [words["programme.received"], changes, words["programme.actions"], .. wanted.ByMember ? [words["programme.byMember"]] : Array.Empty<string>()]);
        if (wanted.Path is not null)
        {
            terminal.Say();
            terminal.SayWrapped(words.Say("programme.written", ("path", wanted.Path)));
        }
    }
}
