using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;

namespace Tamiz.Tests.Verifier;

/// <summary>Files of a ledger on disk, and what the verifier says of them.</summary>
internal sealed class Verified : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-verifier-");

    public Verified(LedgerFiles files) => files.Write(_folder.FullName);

    public string Ledger => Path.Combine(_folder.FullName, "ledger");

    public string Key => Path.Combine(_folder.FullName, "public.pem");

    public string Escrow => Path.Combine(_folder.FullName, "escrow");

    public string Folder => _folder.FullName;

    public VerificationReport Report(bool withEscrow) => Verification.Run(new VerificationRequest(Ledger, Key) { Escrow = withEscrow ? Escrow : null });

    /// <summary>The first rule that is broken; else the first note's, marked so; else nothing.</summary>
    public string Verdict(bool withEscrow) => VerdictOf(Report(withEscrow));

    public static string VerdictOf(VerificationReport report) =>
        report.Problems.Count > 0 ? report.Problems[0].Rule
        : report.Notes.FirstOrDefault(note => note.Rule is "N1" or "C2") is { } note ? note.Rule + ", a note"
        : "not noticed";

    public void Dispose() => _folder.Delete(recursive: true);
}
