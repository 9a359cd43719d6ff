using Tamiz.Evaluation;
using Tamiz.Simulation.Examining;

namespace Tamiz.Cli;

/// <summary>Prints what ways of choosing would have found, side by side.</summary>
internal sealed class DemoReport(Terminal terminal, Phrasebook words)
{
    private const int Width = 15;

    private static readonly string[] Heads = ["hits", "interval", "money", "nonFiscal"];

    /// <summary>The table, at most 80 columns wide.</summary>
    /// <param name="figures">What each would have found, by the name of the way.</param>
    /// <param name="declarations">Declarations among which was chosen.</param>
    /// <param name="currency">The country's currency.</param>
    public void Give(IReadOnlyList<(string Policy, ExamFigures Figures)> figures, int declarations, string currency)
    {
        terminal.Give(new
        {
            declarations, currency,
            policies = figures.Select(row => new
            {
                policy = row.Policy, examined = row.Figures.Examined, hits = row.Figures.Hits, hitRate = row.Figures.HitRate, recovered = row.Figures.Recovered / 100,
                nonFiscal = row.Figures.NonFiscal, nonFiscalFound = row.Figures.NonFiscalFound,
            }),
        });
        terminal.SayWrapped(words.Say("demo.compare", ("examined", words.Number(figures[0].Figures.Examined)), ("count", words.Number(declarations))));
        terminal.Say();
        terminal.Say(new string(' ', 80 - (4 * Width)) + string.Concat(Heads.Select(head => words.Say("demo." + head, ("currency", currency)).PadLeft(Width))));
        foreach (var (policy, row) in figures)
        {
            var (low, high) = CalibrationBin.Wilson((int)row.Hits, (int)row.Examined);
            var interval = policy == "random" ? "–" : $"{Whole(low)}–{Whole(high)} %";
            terminal.Say(words["demo.policy." + policy].PadRight(80 - (4 * Width)) + words.Percent(row.HitRate).PadLeft(Width)
                + interval.PadLeft(Width) + words.Number(row.Recovered / 100).PadLeft(Width)
                + words.Say("demo.of", ("found", words.Number(row.NonFiscalFound)), ("count", words.Number(row.NonFiscal))).PadLeft(Width));
        }

        terminal.Say();
        terminal.SayWrapped(words["demo.honest"]);
        terminal.Say();
    }

    private string Whole(double share) => (share * 100).ToString("F1", words.Culture);
}
