using System.Globalization;

namespace Tamiz.Cli;

/// <summary>Prints what came of an assessment.</summary>
internal static class AssessReport
{
    private const int MostGaps = 10;

    public static void Give(Terminal terminal, AssessRequest request, AssessOutcome outcome, int unusable, Phrasebook words)
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
        terminal.SayWrapped(Rows(tally, words));
        terminal.SayWrapped(outcome.Model?.Training is { } training
            ? words.Say("assess.fitted", ("items", words.Number(training.Items)), ("hits", words.Number(training.Hits)), ("snapshot", outcome.Model.Hash[..12]))
            : words["assess.expert"]);
        terminal.Say(words.Say("assess.draws", ("seed", request.Seed.ToString(CultureInfo.InvariantCulture))));
        terminal.Say(words.Say("assess.declarations", ("count", words.Number(summary.Declarations))));
        Counts(terminal, summary, words);
        foreach (var (code, path) in new[] { ("assess.output", request.Output), ("assess.quarantine", outcome.Quarantine) })
        {
            if (path is not null)
            {
                terminal.Say(words.Say(code, ("path", path)));
            }
        }

        foreach (var refusal in outcome.FirstRefusals)
        {
            terminal.Complain(refusal.ToString());
        }
    }

    /// <summary>What became of the rows, in words.</summary>
    public static string Rows(Flow.Tally tally, Phrasebook words) => words.Say("assess.rows", ("read", words.Number(tally.Read)),
        ("taken", words.Number(tally.Taken)), ("known", words.Number(tally.Known)), ("refused", words.Number(tally.Refused)));

    private static void Counts(Terminal terminal, Storage.AssessmentSummary summary, Phrasebook words)
    {
        Table("assess.lanes", summary.Lanes, summary.Declarations, static lane => lane);
        Table("assess.bases", summary.Bases, summary.Declarations, basis => words["basis." + basis]);
        terminal.Say(words.Say("assess.referred", ("count", words.Number(summary.Referred))));
        Table("assess.lacked", summary.Gaps.OrderByDescending(gap => gap.Value).Take(MostGaps), summary.Declarations, gap => Lacked(gap, words));
        Table("assess.checks", summary.Diagnostics, 0, code => $"{code} {words.Find(code, "check")}".TrimEnd());

        void Table(string title, IEnumerable<KeyValuePair<string, long>> counts, long whole, Func<string, string> name)
        {
            foreach (var (count, index) in counts.Select((count, index) => (count, index)))
            {
                if (index == 0)
                {
                    terminal.Say(words[title]);
                }

                var share = whole == 0 ? "" : $"{words.Percent((double)count.Value / whole),9}";
                terminal.SayWrapped(name(count.Key), $"{words.Number(count.Value),12}{share}  ");
            }
        }
    }

    // A gap is counted under its code and subject.
    private static string Lacked(string gap, Phrasebook words)
    {
        var blank = gap.IndexOf(' ', StringComparison.Ordinal);
        return words.Say("lacked." + gap[..blank], ("subject", gap[(blank + 1)..]));
    }
}
