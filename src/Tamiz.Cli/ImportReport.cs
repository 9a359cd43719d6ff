using Tamiz.Storage.Homes;

namespace Tamiz.Cli;

/// <summary>Prints what came of an import.</summary>
internal static class ImportReport
{
    public static void Give(LiveSession session, ImportOutcome outcome, int unusable)
    {
        var (terminal, words, tally) = (session.Terminal, session.Words, outcome.Tally);
        terminal.Give(new
        {
            read = tally.Read, taken = tally.Taken, known = tally.Known, refused = tally.Refused, unusableFiles = unusable,
            declarations = tally.Declarations, lanes = outcome.Lanes, findings = outcome.Findings, amendments = outcome.Amendments,
            quarantine = outcome.Quarantine, records = session.Home.Log.Records,
        });
        terminal.SayWrapped(AssessReport.Rows(tally, words));
        terminal.Say(words.Say("assess.declarations", ("count", words.Number(tally.Declarations))));
        foreach (var (lane, count) in outcome.Lanes)
        {
            terminal.Say($"{words.Number(count),12}{words.Percent((double)count / outcome.Lanes.Values.Sum()),9}  {lane}");
        }

        if (outcome.Findings > 0)
        {
            terminal.Say(words.Say("home.findings", ("count", words.Number(outcome.Findings))));
        }

        if (outcome.Quarantine is { } path)
        {
            terminal.Say(words.Say("assess.quarantine", ("path", path)));
        }
    }
}
