using System.CommandLine;
using System.Globalization;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz day export: a closed day for the public and for the oversight body.</summary>
internal static class DayExportCommand
{
    public static Command Create(TimeProvider clock)
    {
        var office = new Argument<string>("OFFICE") { Description = "the office" };
        var date = new Argument<string>("DATE") { Description = "the day, like 2026-03-02" };
        var output = new Option<string>("--out") { Description = "write the draws, with declarations' identities, to this CSV file; for the oversight body", Required = true };
        var command = LiveSession.Acting(new Command("export", "Show a closed day: what is public, and its draws for the oversight body") { office, date, output });
        command.SetAction(parsed =>
        {
            if (!DateOnly.TryParseExact(parsed.GetValue(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                CommonOptions.Terminal(parsed).Complain($"DATE is a date like 2026-03-02, not «{parsed.GetValue(date)}».");
                return Terminal.WrongUsage;
            }

            return ReadingSession.Run(parsed, clock, thorough: false, session =>
            {
                if (DayExport.Read(() => session.Home.Ledger.Read(), parsed.GetValue(office)!, day) is not { } export)
                {
                    session.Terminal.Complain(ActDiagnostics.DayState.At(new Place(session.Home.Folder, 0, 0, parsed.GetValue(office)!), "no closed day of that date", $"{day:O} closed").ToString());
                    return Terminal.FoundProblems;
                }

                using (var file = new StreamWriter(parsed.GetValue(output)!))
                {
                    export.WriteDraws(file);
                }

                Give(session.Terminal, export, session.Words);
                return Terminal.Fine;
            });
        });
        return command;
    }

    private static void Give(Terminal terminal, DayExport export, Phrasebook words)
    {
        var facts = new (string Name, string Value)[]
        {
            ("office", export.Opened.Office), ("day", export.Opened.Day.ToString("O", CultureInfo.InvariantCulture)), ("commitment", export.Opened.Commitment.ToString()),
            ("seed", Convert.ToHexStringLower(export.Closed.Seed.Span)), ("anchor", export.Opened.Anchor.ToString()), ("outside", export.Opened.Outside),
            ("drawKey", Convert.ToHexStringLower(export.DrawKey)), ("draws", export.Closed.Draws.ToString(CultureInfo.InvariantCulture)),
        };
        terminal.Give(facts.ToDictionary(fact => fact.Name, fact => (object)fact.Value)
            .Append(new("bounds", export.Opened.Bounds.ToDictionary(bound => bound.Lane, bound => bound.Bound)))
            .Append(new("lanes", export.Closed.Totals.ToDictionary(total => total.Lane, total => total.Count)))
            .Append(new("missing", export.Closed.Missing)).ToDictionary());
        var lines = facts.Append(("missing", string.Join(", ", export.Closed.Missing)))
            .Concat(export.Opened.Bounds.Select(bound => ("bound", $"{bound.Lane} {bound.Bound.ToString("R", CultureInfo.InvariantCulture)}")))
            .Concat(export.Closed.Totals.Select(total => ("lane", $"{total.Lane} {total.Count}")))
            .Select(line => (Word: words["dayExport." + line.Item1], Value: line.Item2)).ToList();
        var width = lines.Max(line => line.Word.Length);
        foreach (var (word, value) in lines)
        {
            terminal.Say($"{word.PadRight(width)}  {(value.Length == 0 ? "–" : value)}");
        }
    }
}
