using System.Globalization;

namespace Tamiz.Cli;

/// <summary>Prints what came of an assessment.</summary>
internal static class AssessReport
{
    public static void Give(Terminal terminal, Session session, AssessRequest request, AssessOutcome outcome, int unusable)
    {
        var (summary, tally) = (outcome.Summary, outcome.Tally);
        terminal.Give(new
        {
            read = tally.Read,
            taken = tally.Taken,
            known = tally.Known,
            refused = tally.Refused,
            unusableFiles = unusable,
            declarations = summary.Declarations,
            lanes = summary.Lanes,
            bases = summary.Bases,
            referred = summary.Referred,
            gaps = summary.Gaps,
            diagnostics = summary.Diagnostics,
            seed = request.Seed,
            weights = outcome.Model?.Hash,
            fitted = outcome.Model?.Training is not null,
            @out = request.Output,
            quarantine = outcome.Quarantine,
        });
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Rows: read {tally.Read} = taken {tally.Taken} + known {tally.Known} + refused {tally.Refused}"));
        terminal.Say(outcome.Model?.Training is { } training
            ? string.Create(CultureInfo.InvariantCulture, $"Weights: fitted on {training.Items} controlled items, {training.Hits} irregular (snapshot {outcome.Model.Hash[..12]})")
            : "Weights: the experts' alone; --learn FILE fits them on past findings");
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Draws: seed {request.Seed}"));
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Declarations: {summary.Declarations}"));
        foreach (var (lane, count) in summary.Lanes)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {lane,-10}{count,10}  {(double)count / Math.Max(1, summary.Declarations),7:P1}"));
        }

        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Selected by: {string.Join(", ", summary.Bases.Select(pair => $"{session.Words("basis." + pair.Key)} {pair.Value}"))}"));
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Referred to post-clearance audit: {summary.Referred}"));
        Lacked(terminal, outcome);
        if (request.Output is not null)
        {
            terminal.Say($"Lanes and reasons: {request.Output}");
        }

        if (outcome.Quarantine is not null)
        {
            terminal.Say($"Refused rows: {outcome.Quarantine}");
        }

        foreach (var refusal in outcome.FirstRefusals)
        {
            terminal.Complain(refusal.ToString());
        }
    }

    private static void Lacked(Terminal terminal, AssessOutcome outcome)
    {
        foreach (var (gap, count) in outcome.Summary.Gaps.OrderByDescending(pair => pair.Value).Take(10))
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Lacked: {gap} on {count} declarations"));
        }

        if (outcome.Summary.Diagnostics.Count > 0)
        {
            terminal.Say("Checks: " + string.Join(", ", outcome.Summary.Diagnostics.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} ×{pair.Value}"))));
        }
    }
}
