using System.CommandLine;
using System.Globalization;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz day: opens and closes the days of offices by hand; live work does so by itself.</summary>
internal static class DayCommand
{
    public static Command Create(TimeProvider clock) => new("day", "Open and close an office's day: seeds committed to and revealed") { Open(clock), Close(clock), DayExportCommand.Create(clock) };

    private static Command Open(TimeProvider clock)
    {
        var office = new Argument<string>("OFFICE") { Description = "the office" };
        var date = new Option<string?>("--date") { Description = "the office's date (default today)" };
        var outside = new Option<string?>("--outside") { Description = "a contribution from outside that is mixed into the draws" };
        var source = new Option<string?>("--source") { Description = "where the contribution comes from" };
        var command = LiveSession.Acting(new Command("open", "Open a day: from here on its draws can be made") { office, date, outside, source });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Administrator, session =>
        {
            var (name, days) = (parsed.GetValue(office)!, new OfficeDays(session.Home));
            var day = days.DateOf(name, session.Home.Now);
            if (parsed.GetValue(date) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                session.Terminal.Complain($"--date is a date like 2026-01-31, not «{text}».");
                return Terminal.WrongUsage;
            }

            new HomeActs(session.Home).Renew([]);
            var opened = days.Open(name, day, session.Person, parsed.GetValue(outside) is { } value ? (value, parsed.GetValue(source) ?? "") : null);
            session.Terminal.Give(new { office = name, day = day.ToString("O", CultureInfo.InvariantCulture), commitment = opened.Commitment.ToString(), anchor = opened.Anchor.ToString(), next = opened.Next.ToString() });
            session.Terminal.Say(session.Words.Say("home.opened", ("office", name), ("day", day.ToString("O", CultureInfo.InvariantCulture))));
            return Terminal.Fine;
        }));
        return command;
    }

    private static Command Close(TimeProvider clock)
    {
        var office = new Argument<string?>("OFFICE") { Description = "the office; all that are open where none is named", Arity = ArgumentArity.ZeroOrOne };
        var command = LiveSession.Acting(new Command("close", "Close a day: its seed is revealed, and a checkpoint is made") { office });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Administrator, session =>
        {
            var offices = parsed.GetValue(office) is { } one ? [one] : session.Home.State.Books.Where(pair => pair.Value.Open is not null).Select(pair => pair.Key).ToArray();
            var closed = new OfficeDays(session.Home).Close(offices, session.Person);
            session.CatchUp();
            session.Terminal.Give(new
            {
                days = closed.Select(day => new
                {
                    office = day.Office, day = day.Day.ToString("O", CultureInfo.InvariantCulture), seed = Convert.ToHexStringLower(day.Seed.Span), draws = day.Draws,
                    lanes = day.Totals.ToDictionary(total => total.Lane, total => total.Count), missing = day.Missing,
                }),
            });
            foreach (var day in closed)
            {
                session.Terminal.Say(session.Words.Say("home.closed", ("office", day.Office), ("day", day.Day.ToString("O", CultureInfo.InvariantCulture)), ("draws", session.Words.Number(day.Draws))));
                foreach (var number in day.Missing)
                {
                    session.Terminal.Complain(ActDiagnostics.NumberMissing.At(new Place(session.Home.Folder, 0, 0, day.Office), "", number).ToString());
                }
            }

            return Terminal.Fine;
        }));
        return command;
    }
}
