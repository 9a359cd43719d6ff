using System.Globalization;

namespace Tamiz.Verifier;

/// <summary>The program Tamiz.Verifier.</summary>
public static class Program
{
    private const string Usage = """
        dotnet Tamiz.Verifier.dll LEDGER --key PUBLIC.pem [--escrow DIR] [--json]
        dotnet Tamiz.Verifier.dll LEDGER --key PUBLIC.pem --record SEQUENCE --proof OUT.txt [--checkpoint FILE] [--escrow DIR]
        dotnet Tamiz.Verifier.dll [LEDGER] --check-proof PROOF.txt --checkpoint FILE --key PUBLIC.pem [--json]

        LEDGER is the folder «ledger» of a home; PUBLIC.pem its first key, got from outside; DIR checkpoints kept outside.
        Exit code 0: all rules hold; 1: something is wrong, and named; 2: wrong usage.
        """;

    private static readonly string[] Names = ["--key", "--escrow", "--record", "--proof", "--check-proof", "--checkpoint"];

    /// <summary>Runs a command line.</summary>
    public static int Main(string[] args) => Run(args, Console.Out, Console.Error);

    /// <summary>Runs a command line with the given writers.</summary>
    /// <returns>0: all rules hold; 1: something is wrong; 2: wrong usage.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var json = args.Contains("--json");
        if (Read([.. args.Where(word => word != "--json")]) is not { } words || !words.ContainsKey("--key"))
        {
            errors.WriteLine(Usage);
            return 2;
        }

        return (words.ContainsKey("--check-proof"), words.ContainsKey("--checkpoint"), words.ContainsKey("")) switch
        {
            (true, true, false) => CheckProof(words, json, output, errors),
            (var checks, var covers, true) when !checks || covers => Verify(words, json, output, errors),
            _ => Wrong(errors),
        };
    }

    private static int Verify(Dictionary<string, string> words, bool json, TextWriter output, TextWriter errors)
    {
        ulong sequence = 0;
        var proves = words.TryGetValue("--record", out var record);
        if (proves != words.TryGetValue("--proof", out var path) || (proves && !ulong.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out sequence)))
        {
            return Wrong(errors);
        }

        var request = new VerificationRequest(words[""], words["--key"])
        {
            Escrow = words.GetValueOrDefault("--escrow"),
            Record = proves ? sequence : null,
            ProofToCheck = words.GetValueOrDefault("--check-proof"),
            Checkpoint = words.GetValueOrDefault("--checkpoint"),
        };
        if (request.Problem() is { } problem)
        {
            errors.WriteLine(problem);
            return 2;
        }

        var report = Verification.Run(request);
        output.Write(json ? ReportText.Json(report) + "\n" : ReportText.Plain(report));
        if (path is not null && report.Proof is { } proof)
        {
            File.WriteAllText(path, proof);
        }
        else if (path is not null)
        {
            errors.WriteLine($"No proof: the ledger has no record {record}, or no checkpoint covers it.");
        }

        return report.IsFine && (path is null || report.Proof is not null) ? 0 : 1;
    }

    private static int CheckProof(Dictionary<string, string> words, bool json, TextWriter output, TextWriter errors)
    {
        var problem = Verification.ProblemOfProof(words["--check-proof"], words["--checkpoint"], words["--key"]);
        if (problem is not null)
        {
            errors.WriteLine(problem);
            return 2;
        }

        var problems = Verification.CheckProof(words["--check-proof"], words["--checkpoint"], words["--key"]);
        output.Write(json ? ReportText.JsonProof(problems) + "\n" : ReportText.PlainProof(problems));
        return problems.Count == 0 ? 0 : 1;
    }

    // The one word that is no option stands under the empty name; null where the words make no sense.
    private static Dictionary<string, string>? Read(string[] args)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var isName = Names.Contains(args[i]);
            if (isName ? i + 1 == args.Length || !words.TryAdd(args[i], args[++i]) : args[i].StartsWith('-') || !words.TryAdd("", args[i]))
            {
                return null;
            }
        }

        return words;
    }

    private static int Wrong(TextWriter errors)
    {
        errors.WriteLine(Usage);
        return 2;
    }
}
