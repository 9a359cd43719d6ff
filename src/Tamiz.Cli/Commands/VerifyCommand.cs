using System.CommandLine;
using Tamiz.Storage;
using Tamiz.Verifier;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz verify: checks a ledger, and names the first thing that is wrong.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string?> Ledger = new("LEDGER") { Description = "folder of a ledger (default: that of the home)", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Key = new("--key") { Description = "first public key of the ledger, got from outside (PEM)" };
    private static readonly Option<string?> Escrow = new("--escrow") { Description = "folder of checkpoints that were kept outside" };
    private static readonly Option<string?> Proof = new("--check-proof") { Description = "proof that one record is there; needs no LEDGER" };
    private static readonly Option<string?> Checkpoint = new("--checkpoint") { Description = "checkpoint that the proof leads to" };

    public static Command Create(TimeProvider clock)
    {
        var command = new Command("verify", "Check a ledger, and name the first thing that is wrong")
        {
            Ledger, Key, Escrow, Proof, Checkpoint, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var (folder, home, key) = (parsed.GetValue(Ledger), CommonOptions.HomeOf(parsed), parsed.GetValue(Key));
            var (proof, checkpoint) = (parsed.GetValue(Proof), parsed.GetValue(Checkpoint));
            if (proof is null != checkpoint is null || (folder is null ? key is not null && proof is null : home is not null || key is null) || (key is not null && home is not null))
            {
                terminal.Complain("Either a LEDGER with --key, or --home; --check-proof with --checkpoint, and --key or --home.");
                return Terminal.WrongUsage;
            }

            if (proof is not null && checkpoint is not null && key is not null && folder is null)
            {
                return CheckProof(terminal, (proof, checkpoint, key), Phrasebook.Of(language ?? Language.En));
            }

            home ??= "home";
            var request = new VerificationRequest(folder ?? Path.Combine(home, "ledger"), key ?? Path.Combine(home, "keys", "key-1.public.pem"))
            {
                Escrow = parsed.GetValue(Escrow),
                ProofToCheck = proof,
                Checkpoint = checkpoint,
            };
            return Run(terminal, request, Phrasebook.Of(language ?? (folder is null ? LanguageOf(home, clock) : Language.En)));
        });
        return command;
    }

    private static int CheckProof(Terminal terminal, (string Proof, string Checkpoint, string Key) files, Phrasebook words)
    {
        if (Verification.ProblemOfProof(files.Proof, files.Checkpoint, files.Key) is { } problem)
        {
            terminal.Complain(problem);
            return Terminal.WrongUsage;
        }

        var problems = Verification.CheckProof(files.Proof, files.Checkpoint, files.Key);
        VerificationPrinter.Give(terminal, problems, words);
        return problems.Count == 0 ? Terminal.Fine : Terminal.FoundProblems;
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
