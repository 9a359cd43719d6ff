using System.CommandLine;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz replay: recomputes decisions from what the ledger stores, and compares.</summary>
internal static class ReplayCommand
{
    public static Command Create(TimeProvider clock)
    {
        var declaration = new Argument<string?>("DECLARATION") { Description = "identity of one declaration; all where none is named", Arity = ArgumentArity.ZeroOrOne };
        var deep = new Option<bool>("--deep") { Description = "make the facts anew too, from the declarations" };
        var threads = new Option<int>("--threads") { Description = "threads; the result is the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("replay", "Recompute decisions from what the ledger stores, and compare bit for bit") { declaration, deep, threads, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed => ReadingSession.Run(parsed, clock, thorough: false, session =>
        {
            var outcome = new HomeReplay(session.Home, parsed.GetValue(deep), Math.Clamp(parsed.GetValue(threads), 1, 256)).Run(parsed.GetValue(declaration));
            session.Terminal.Give(new
            {
                decisions = outcome.Decisions, differing = outcome.Differing, unknowable = outcome.Unknowable, digest = outcome.Digest.ToString(),
                differences = outcome.Differences.Select(difference => new { where = difference.Where.Field, stored = difference.Found, recomputed = difference.Expected }),
            });
            foreach (var difference in outcome.Differences)
            {
                session.Terminal.Complain(difference.ToString());
            }

            var words = session.Words;
            session.Terminal.SayWrapped(words.Say(outcome.Differing == 0 ? "home.same" : "home.differ", ("count", words.Number(outcome.Decisions)), ("differing", words.Number(outcome.Differing))));
            if (outcome.Unknowable > 0)
            {
                session.Terminal.SayWrapped(words.Say("home.unknowable", ("count", words.Number(outcome.Unknowable))));
            }

            if (parsed.GetValue(declaration) is { } identity && outcome.Decisions == 0)
            {
                session.Terminal.Complain($"{identity}: no decision of that identity is in the ledger.");
                return Terminal.FoundProblems;
            }

            return outcome.Differing == 0 ? Terminal.Fine : Terminal.FoundProblems;
        }));
        return command;
    }
}
