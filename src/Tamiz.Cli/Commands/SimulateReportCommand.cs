using System.CommandLine;
using Tamiz.Formats;
using Tamiz.Simulation.Reporting;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz simulate report: what a simulated world looks like, for an officer to say whether it looks like home.</summary>
internal static class SimulateReportCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "folder that tamiz simulate world wrote" };
    private static readonly Option<string?> Html = new("--html") { Description = "write the report with charts to this file, which needs nothing else" };
    private static readonly Option<string?> Language = new("--language") { Description = "language of the report: es, fr, en or pt (default the world's first)" };

    public static Command Create()
    {
        var command = new Command("report", "Show what a simulated world looks like") { Folder, Html, Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var (folder, html, code) = (parsed.GetValue(Folder)!, parsed.GetValue(Html), parsed.GetValue(Language));
            if (!Directory.Exists(folder) || (code is not null && Phrasebook.Find(code) is null) || (html is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(html)))))
            {
                terminal.Complain("DIR is a folder, --html a file in a folder that exists, --language es, fr, en or pt.");
                return Terminal.WrongUsage;
            }

            return Run(terminal, folder, html, Phrasebook.Of(Phrasebook.Find(code ?? LanguageOf(folder)) ?? Tamiz.Language.En));
        });
        return command;
    }

    private static int Run(Terminal terminal, string folder, string? html, Phrasebook words)
    {
        var diagnostics = new List<Diagnostic>();
        var portrait = WorldReport.Read(folder, words, diagnostics);
        var broken = terminal.Report(diagnostics);
        if (portrait is null)
        {
            return Terminal.FoundProblems;
        }

        if (html is not null)
        {
            File.WriteAllText(html, HtmlPage.Write(portrait, words));
        }

        terminal.Give(AsObject(portrait, html));
        terminal.Say(TextPage.Write(portrait, words));
        if (html is not null)
        {
            terminal.Say(words.Say("simulate.report.written", ("path", html)));
        }

        if (broken)
        {
            terminal.Complain(words["simulate.report.problems"]);
        }

        return broken ? Terminal.FoundProblems : Terminal.Fine;
    }

    private static object AsObject(Portrait portrait, string? html) => new
    {
        country = portrait.Country,
        currency = portrait.Currency,
        seed = portrait.Seed,
        begin = portrait.Begin,
        end = portrait.End,
        html,
        head = portrait.Head.ToDictionary(head => head.Id, head => Number(head.Value)),
        figures = portrait.Figures.ToDictionary(figure => figure.Id, figure => new
        {
            unit = figure.Unit,
            truth = figure.IsTruth,
            categories = figure.Categories,
            series = figure.Series.Select(series => new { name = series.Name, values = series.Values.Select(Number) }),
        }),
    };

    private static double? Number(double value) => double.IsFinite(value) ? value : null;

    // The first language of the world's home that has words.
    private static string LanguageOf(string folder)
    {
        var settings = Path.Combine(folder, "home", "tamiz.yaml");
        var languages = File.Exists(settings) ? YamlSection.Parse(File.ReadAllText(settings), settings, []).Texts("languages") : [];
        return languages.FirstOrDefault(code => Phrasebook.Find(code) is not null) ?? "en";
    }
}
