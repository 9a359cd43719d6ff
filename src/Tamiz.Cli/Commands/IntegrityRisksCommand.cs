using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Risks;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity risks: the corruption risk map.</summary>
internal static class IntegrityRisksCommand
{
    public static Command Create(TimeProvider clock)
    {
        var begin = new Option<bool>("--begin") { Description = "write a first integrity/risks.yaml from the catalogue" };
        var all = new Option<bool>("--all") { Description = "with controls, monitors and findings" };
        var command = IntegritySession.With(new Command("risks", "The corruption risk map: process, risk, likelihood, consequence, controls") { begin, all });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, session => parsed.GetValue(begin) ? Begin(session)
            : !session.Files.HasRisks ? session.Refuse("corruption.said.none")
            : session.Files.Risks() is { } statement ? Say(session, statement, parsed.GetValue(all))
            : Terminal.FoundProblems));
        return command;
    }

    private static int Begin(IntegritySession session)
    {
        if (session.Files.HasRisks)
        {
            session.Files.Report(RiskDiagnostics.AlreadyThere.At(new Place(session.Files.PathOf("risks.yaml")), ""));
            return Terminal.FoundProblems;
        }

        var catalogue = RiskCatalogue.Standard;
        var path = session.Files.Write("risks.yaml", catalogue.Begin(session.Today));
        session.Terminal.SayWrapped(session.Words.Say("corruption.said.begun", ("path", path), ("risks", Plural.Say(session.Words, "corruption.risks", catalogue.Risks.Count))));
        session.Terminal.Give(new { path, processes = catalogue.Processes.Count, risks = catalogue.Risks.Count });
        return Terminal.Fine;
    }

    private static int Say(IntegritySession session, RiskMapStatement statement, bool all)
    {
        string[] brief = all ? [] : [session.Words["corruption.maps"], session.Words["corruption.list"]];
        TextPage.Say(session.Terminal, RiskMapReport.Of(statement, session.Setting(session.StatusOf("risks.yaml"))), brief);
        session.Terminal.Give(new
        {
            date = statement.Map.Date,
            risks = statement.Map.ByResidual.Select(risk => new
            {
                id = risk.Id,
                process = risk.Process,
                title = risk.Title.In(session.Words.Language),
                inherent = risk.Inherent.Score,
                residual = risk.Residual.Score,
                band = risk.Residual.Band,
                owner = risk.Owner.In(session.Words.Language),
                review = risk.Review,
                controls = risk.Controls.Count,
                monitors = risk.Monitors.Select(id => new { id, exists = statement.Links.Monitors.Contains(id) }),
                findings = risk.Findings.Select(id => new { id, exists = statement.Links.Findings.Contains(id) }),
            }),
        });
        return Terminal.Fine;
    }
}
