using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity report: a report as a Word document or a page of HTML.</summary>
internal static class IntegrityReportCommand
{
    private const string All = "all";

    public static Command Create(TimeProvider clock)
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", IntegrityReports.Kinds) + ", or all of them" };
        var output = new Option<string>("--out") { Description = "the file, .docx or .html; with all, a folder for both of each", Required = true };
        var round = new Option<string?>("--round") { Description = "round of self-assessment or survey (default the latest)" };
        var session = new Option<string?>("--session") { Description = "workshop session, for its minutes (default the latest)" };
        var look = new Option<string?>("--template") { Description = "folder that changes the look: style.yaml and what it names" };
        var command = IntegritySession.With(new Command("report", "Write a report as a Word document or HTML") { kind, output, round, session, look });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, one =>
        {
            var (name, path) = (parsed.GetValue(kind)!, parsed.GetValue(output)!);
            if (name != All && !IntegrityReports.Kinds.Contains(name))
            {
                one.Terminal.Complain(one.Words.Say("report.noKind", ("kind", name), ("kinds", string.Join(", ", IntegrityReports.Kinds))));
                return Terminal.WrongUsage;
            }

            if (name != All && !DocumentFile.CanBe(path))
            {
                one.Terminal.Complain(one.Words.Say("report.noEnding", ("path", path)));
                return Terminal.WrongUsage;
            }

            if (one.IsInside(path))
            {
                return Terminal.WrongUsage;
            }

            if (TemplateOf(one.Terminal, parsed.GetValue(look)) is not { } template)
            {
                return Terminal.FoundProblems;
            }

            var reports = new IntegrityReports(one, parsed.GetValue(round), parsed.GetValue(session));
            var written = name == All ? WriteAll(reports, template, path) : Write(reports.Of(name), template, path);
            foreach (var file in written)
            {
                one.Terminal.SayWrapped(one.Words.Say("report.written", ("path", file)));
            }

            one.Terminal.Give(new { written });
            return written.Count == 0 ? Terminal.FoundProblems : Terminal.Fine;
        }));
        return command;
    }

    private static Template? TemplateOf(Terminal terminal, string? folder)
    {
        if (folder is null)
        {
            return Template.Default;
        }

        var diagnostics = new List<Diagnostic>();
        var template = TemplateReader.Read(name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null, folder, diagnostics);
        return terminal.Report(diagnostics) ? null : template;
    }

    private static List<string> WriteAll(IntegrityReports reports, Template template, string folder)
    {
        var written = new List<string>();
        Directory.CreateDirectory(folder);
        foreach (var (name, document) in reports.All())
        {
            written.AddRange(DocumentFile.Endings.SelectMany(ending => Write(document, template, Path.Combine(folder, name + ending))));
        }

        return written;
    }

    private static List<string> Write(Document? document, Template template, string path)
    {
        if (document is null)
        {
            return [];
        }

        DocumentFile.Write(document, path, template);
        return [path];
    }
}
