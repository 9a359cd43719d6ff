using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity strategy: the strategy, its approval, workshops, progress, and the sustainability plan that frames it.</summary>
internal static class IntegrityStrategyCommand
{
    private const string StrategyFile = "strategy.yaml";
    private const string PlanFile = "sustainability.yaml";
    private const int FewestDigits = 4;

    public static Command Create(TimeProvider clock)
    {
        var all = new Option<bool>("--all") { Description = "the whole strategy" };
        var progress = new Option<bool>("--progress") { Description = "actions, delays, and what changed in the indicators" };
        var plan = new Option<bool>("--sustainability") { Description = "the sustainability plan: commitments, missions, what goes on when the donor leaves" };
        var session = new Option<string?>("--session") { Description = "agenda, proposals, votes and decisions of a workshop session" };
        var seal = new Option<string?>("--seal") { Description = "take the order out of a session's votes, and put small units together" };
        var compare = new Option<string?>("--compare") { Description = "what changed since another version: a file, or the first digits of its digest" };
        var command = IntegritySession.With(new Command("strategy", "The strategy: which version is approved, workshops, progress, sustainability plan") { all, progress, plan, session, seal, compare });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, one =>
            parsed.GetValue(seal) is { } votes ? Seal(one, votes)
            : parsed.GetValue(session) is { } id ? Minutes(one, id)
            : !File.Exists(one.Files.PathOf(StrategyFile)) ? one.Refuse("strategy.said.none")
            : one.Files.Strategy() is not { } strategy ? Terminal.FoundProblems
            : parsed.GetValue(progress) ? Progress(one, strategy)
            : parsed.GetValue(plan) ? Plan(one, strategy)
            : Say(one, strategy, parsed.GetValue(compare), parsed.GetValue(all))));
        return command;
    }

    private static int Seal(IntegritySession session, string id)
    {
        if (!session.Files.Sessions.Contains(id))
        {
            return session.Refuse("strategy.said.noSession", ("session", id));
        }

        if (session.Files.Seal(id) is not { } path)
        {
            return Terminal.FoundProblems;
        }

        session.Terminal.SayWrapped(session.Words.Say("strategy.said.sealed", ("path", path)));
        session.Terminal.Give(new { path });
        return Terminal.Fine;
    }

    private static int Minutes(IntegritySession session, string id)
    {
        if (!session.Files.Sessions.Contains(id))
        {
            return session.Refuse("strategy.said.noSession", ("session", id));
        }

        if (session.Files.Session(id) is not { } minutes)
        {
            return Terminal.FoundProblems;
        }

        TextPage.Say(session.Terminal, MinutesReport.Of(minutes, session.Setting("")));
        session.Terminal.Give(new
        {
            session = minutes.Session.Id,
            date = minutes.Session.Date,
            present = minutes.Session.Present,
            ballots = minutes.Votes?.Ballots,
            agreement = minutes.Votes?.Agreement,
            proposals = minutes.Votes?.Options.Select(option => new { id = option.Proposal, support = option.Total, share = option.Share, byUnit = option.ByUnit }),
        });
        return Terminal.Fine;
    }

    private static int Progress(IntegritySession session, Strategy strategy)
    {
        if (session.Files.Progress(strategy) is not { } progress)
        {
            return Terminal.FoundProblems;
        }

        TextPage.Say(session.Terminal, ProgressReport.Of(progress, session.Setting(session.StatusOf(StrategyFile))));
        session.Terminal.Give(new
        {
            date = progress.Date,
            spent = progress.Actions.Sum(action => action.Spent),
            budget = strategy.Budget,
            currency = strategy.Currency,
            actions = progress.Actions.Select(action => new { id = action.Action.Id, status = action.Status, due = action.Action.Due, daysLate = action.DaysLate, blockedBy = action.BlockedBy, spent = action.Spent, budget = action.Action.Budget }),
            effects = progress.Effects.Select(effect => new
            {
                indicator = effect.Indicator.Id,
                change = effect.Change,
                interval = effect.Interval is var (low, high) ? new[] { low, high } : null,
                verdict = effect.Verdict,
            }),
        });
        return Terminal.Fine;
    }

    private static int Plan(IntegritySession session, Strategy strategy)
    {
        if (!File.Exists(session.Files.PathOf(PlanFile)))
        {
            return session.Refuse("sustainability.said.none");
        }

        if (session.Files.Sustainability(strategy) is not { } statement)
        {
            return Terminal.FoundProblems;
        }

        TextPage.Say(session.Terminal, SustainabilityReport.Of(statement, session.Setting(session.StatusOf(PlanFile))));
        session.Terminal.Give(new
        {
            version = statement.Plan.Version,
            strategy = statement.Plan.Strategy,
            commitments = statement.Plan.Commitments.Select(one => new { id = one.Id, by = one.By, due = one.Due, status = one.Status }),
            recommendations = statement.Plan.Recommendations.Select(one => new { id = one.Recommendation.Id, mission = one.Mission.Id, action = one.Recommendation.Action, status = one.Recommendation.Status }),
            costPerYear = statement.Plan.CostPerYear,
            orphans = statement.Plan.Orphans.Select(one => new { id = one.Id, owner = !one.Owner.IsEmpty, money = !one.Money.IsEmpty }),
        });
        return Terminal.Fine;
    }

    private static int Say(IntegritySession session, Strategy strategy, string? compare, bool all)
    {
        var approval = Approval.Of(session.Home, "integrity/" + StrategyFile);
        IReadOnlyList<StrategyChange>? changes = null;
        if (compare is not null)
        {
            if (Earlier(session, compare) is not { } earlier)
            {
                return Terminal.FoundProblems;
            }

            changes = StrategyComparison.Of(earlier, strategy, session.Words.Language);
        }

        var (words, statement) = (session.Words, new StrategyStatement(strategy, session.Files.Convergence(), changes));
        string[] brief = all ? [] : changes is not null ? [words["strategy.changes"]] : [words["strategy.vision"], words["strategy.overview"], words["workshop.convergence"]];
        TextPage.Say(session.Terminal, StrategyReport.Of(statement, session.Setting(session.StatusOf(StrategyFile, approval))), brief);
        session.Terminal.Give(new
        {
            version = strategy.Version,
            approved = approval is null ? null : new { digest = approval.Digest.ToString(), proposer = approval.Proposer, approver = approval.Approver, at = approval.At.ToString(), same = session.IsApproved(StrategyFile, approval) },
            objectives = strategy.Objectives.Count,
            actions = strategy.Actions.Count,
            indicators = strategy.Indicators.Count,
            budget = strategy.Budget,
            currency = strategy.Currency,
            convergence = statement.Convergence?.Correlations,
            changes,
        });
        return Terminal.Fine;
    }

    private static Strategy? Earlier(IntegritySession session, string version)
    {
        var text = File.Exists(version) ? File.ReadAllText(version)
            : version.Length >= FewestDigits && version.All(char.IsAsciiHexDigit) ? Approval.TextOf(session.Home, "integrity/" + StrategyFile, version) : null;
        if (text is null)
        {
            session.Refuse("strategy.said.noVersion", ("version", version));
            return null;
        }

        var problems = new List<Diagnostic>();
        var strategy = StrategyReader.Read(text, version, problems);
        return session.Terminal.Report([.. problems.Where(problem => problem.Rule.Severity == Severity.Error)]) ? null : strategy;
    }
}
