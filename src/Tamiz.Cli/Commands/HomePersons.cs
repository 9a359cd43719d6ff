using System.CommandLine;
using System.Text;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz home person and erase: who works here, and whom the law wants forgotten.</summary>
internal static class HomePersons
{
    public static Command Create(TimeProvider clock)
    {
        var person = new Argument<string>("PERSON") { Description = "id of the person" };
        var roles = new Option<string[]>("--roles") { Description = "what the person may do: " + string.Join(", ", Roles.All), AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var withdraw = new Option<bool>("--withdraw") { Description = "the person no longer works here" };
        var output = new Option<string?>("--out") { Description = "write the new credential to this file instead of the screen" };
        var command = LiveSession.Acting(new Command("person", "Add a person, change their roles, or end their work; gives a new credential") { person, roles, withdraw, output });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Administrator, session =>
        {
            var (name, given) = (parsed.GetValue(person)!, parsed.GetValue(roles)!.SelectMany(role => role.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray());
            if (parsed.GetValue(withdraw))
            {
                new HomeActs(session.Home).Withdraw(session.Person, name);
                session.Terminal.Give(new { person = name, inForce = false });
                session.Terminal.Say(session.Words.Say("home.withdrawn", ("person", name)));
                return Terminal.Fine;
            }

            if (given.FirstOrDefault(role => !Roles.All.Contains(role)) is { } unknown || given.Length == 0)
            {
                session.Terminal.Complain($"--roles is one or more of {string.Join(", ", Roles.All)}.");
                return Terminal.WrongUsage;
            }

            Admit(session, name, given, parsed.GetValue(output));
            return Terminal.Fine;
        }));
        return command;
    }

    public static Command Erase(TimeProvider clock)
    {
        var identifier = new Argument<string>("IDENTIFIER") { Description = "tax number or other identifier of the person" };
        var law = new Option<string>("--law") { Description = "the law or order that demands it", Required = true };
        var command = LiveSession.Acting(new Command("erase", "Erase a person's names and addresses by law; the ledger keeps pseudonyms") { identifier, law });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, Roles.Administrator, session =>
        {
            var pseudonym = session.Home.Refer(new Declarations.Party(parsed.GetValue(identifier)!)).Identifier!.Value;
            var erased = session.Home.Erase(session.Person, pseudonym.Value, parsed.GetValue(law)!);
            session.Terminal.Give(new { rows = erased.Rows, pseudonyms = erased.Pseudonyms.Count, purged = erased.Purged });
            session.Terminal.SayWrapped(session.Words.Say("home.erased", ("count", session.Words.Number(erased.Rows))));
            return erased.Purged ? Terminal.Fine : Terminal.FoundProblems;
        }));
        return command;
    }

    private static void Admit(LiveSession session, string person, string[] roles, string? output)
    {
        var token = new HomeActs(session.Home).Admit(session.Person, person, roles);
        session.Terminal.Give(new { person, roles, token = output is null ? token : null, credential = output });
        if (output is null)
        {
            session.Terminal.SayWrapped(session.Words.Say("home.admitted", ("person", person), ("roles", string.Join(", ", roles)), ("token", token)));
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(output, options);
        file.Write(Encoding.ASCII.GetBytes(token + "\n"));
        session.Terminal.SayWrapped(session.Words.Say("home.admittedFile", ("person", person), ("roles", string.Join(", ", roles)), ("path", output)));
    }
}
