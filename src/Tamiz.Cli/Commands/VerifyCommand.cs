using System.CommandLine;
using Tamiz.Storage;
using Tamiz.Verifier;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz verify: checks a ledger, and names the first thing that is wrong.</summary>
internal static class VerifyCommand
{
    public static Command Create(TimeProvider clock)
    {
        var ledger = new Argument<string?>("LEDGER") { Description = "folder of a ledger (default: that of the home)", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<string?>("--key") { Description = "public key of the ledger, got from outside (PEM)" };
        var escrow = new Option<string?>("--escrow") { Description = "folder of checkpoints that were kept outside" };
        var command = new Command("verify", "Check a ledger, and name the first thing that is wrong")
        {
            ledger, key, escrow, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var folder = parsed.GetValue(ledger);
            var home = parsed.GetValue(CommonOptions.Home);
            if (folder is null ? parsed.GetValue(key) is not null : home is not null || parsed.GetValue(key) is null)
            {
                terminal.Complain("Either a LEDGER with --key, or --home.");
                return Terminal.WrongUsage;
            }

            home ??= "home";
            var request = new VerificationRequest(folder ?? Path.Combine(home, "ledger"), parsed.GetValue(key) ?? Path.Combine(home, "keys", "ledger-public.pem"))
            {
                Escrow = parsed.GetValue(escrow),
            };
            return Run(terminal, request, Phrasebook.Of(language ?? (folder is null ? LanguageOf(home, clock) : Language.En)));
        });
        return command;
    }

    private static int Run(Terminal terminal, VerificationRequest request, Phrasebook words)
    {
        if (request.Problem() is { } problem)
        {
            terminal.Complain(problem);
            return Terminal.WrongUsage;
        }

        using var progress = new CountLine(terminal);
        var report = Verification.Run(request with { Progress = progress.Show });
        progress.Clear();
        VerificationPrinter.Give(terminal, report, words);
        return report.IsFine ? Terminal.Fine : Terminal.FoundProblems;
    }

    // A home whose settings are broken still has a ledger to verify.
    private static Language LanguageOf(string home, TimeProvider clock) =>
        HomeFolder.Exists(home) ? HomeFolder.Read(home, Instant.FromUtc(clock.GetUtcNow().UtcDateTime), []).Languages[0] : Language.En;
}
