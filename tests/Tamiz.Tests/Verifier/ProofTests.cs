using System.Globalization;
using System.Text;
using CsCheck;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.Verifier;

public sealed class ProofTests : IDisposable
{
    private readonly Verified _verified = new(SampleHistory.Make(new SampleSize(3) { EscrowsLast = true }));

    private string Checkpoint => Directory.GetFiles(_verified.Escrow).Order(StringComparer.Ordinal).Last();

    // The last checkpoint is signed with the second key; the proofs against the first are signed with the one that is known.
    private string First => Directory.GetFiles(_verified.Escrow).Order(StringComparer.Ordinal).First();

    private string Proof => Path.Combine(_verified.Folder, "proof.txt");

    public void Dispose() => _verified.Dispose();

    [Fact]
    public void Every_record_before_a_checkpoint_has_a_proof_and_none_after()
    {
        var covered = CoveredBy(First);
        foreach (var sequence in (ulong[])[0, 1, covered / 3, covered / 2, covered - 1])
        {
            Assert.NotNull(Prove(sequence, First));
            Assert.Empty(Verification.CheckProof(Proof, First, _verified.Key));
        }

        Assert.Null(Prove(covered, First));
        Assert.NotNull(Prove(covered, Checkpoint));
        Assert.Null(Prove(1_000_000, Checkpoint));
    }

    [Fact]
    public void A_changed_proof_proves_nothing()
    {
        Prove(CoveredBy(First) / 2, First);
        var proof = File.ReadAllText(Proof);
        Gen.Select(Gen.Int[0, proof.Length - 1], Gen.Char["0123456789abcdef \nxZ"]).Sample((at, other) =>
        {
            if (proof[at] != other)
            {
                var path = Path.Combine(_verified.Folder, Guid.NewGuid().ToString("N"));
                File.WriteAllText(path, $"{proof[..at]}{other}{proof[(at + 1)..]}");
                Assert.NotEmpty(Verification.CheckProof(path, First, _verified.Key));
            }
        });
    }

    [Fact]
    public void A_proof_holds_against_its_own_checkpoint_and_key_alone()
    {
        Prove(5, First);
        Assert.Equal("R2", Verification.CheckProof(Proof, Checkpoint, _verified.Key)[0].Rule);
        Assert.Equal("R3", Verification.CheckProof(Proof, Proof, _verified.Key)[0].Rule);
        Assert.Equal("R1", Verification.CheckProof(First, First, _verified.Key)[0].Rule);
        Assert.Throws<ArgumentException>(() => Verification.CheckProof(Proof, First, Proof));
    }

    [Fact]
    public void The_program_makes_and_checks_proofs()
    {
        Assert.Equal(0, Run(_verified.Ledger, "--key", _verified.Key, "--record", "7", "--proof", Proof, "--checkpoint", First).Code);
        Assert.Equal(0, Run("--check-proof", Proof, "--checkpoint", First, "--key", _verified.Key).Code);
        Assert.Equal(1, Run("--check-proof", Proof, "--checkpoint", Checkpoint, "--key", _verified.Key).Code);
        Assert.Equal(0, Run(_verified.Ledger, "--key", _verified.Key, "--check-proof", Proof, "--checkpoint", First).Code);
        Run(_verified.Ledger, "--key", _verified.Key, "--record", "7", "--proof", Proof, "--checkpoint", Checkpoint);
        Assert.Equal(1, Run("--check-proof", Proof, "--checkpoint", Checkpoint, "--key", _verified.Key).Code);
        Assert.Equal(0, Run(_verified.Ledger, "--key", _verified.Key, "--check-proof", Proof, "--checkpoint", Checkpoint).Code);
        Assert.Equal(1, Run(_verified.Ledger, "--key", _verified.Key, "--record", "999999", "--proof", Proof).Code);
    }

    [Fact]
    public void The_program_says_what_it_found()
    {
        var (code, output) = Run(_verified.Ledger, "--key", _verified.Key, "--escrow", _verified.Escrow);
        Assert.Equal(0, code);
        Assert.Contains("All rules hold.", output, StringComparison.Ordinal);
        Assert.Contains(ReportText.WithoutEscrow, Run(_verified.Ledger, "--key", _verified.Key).Output, StringComparison.Ordinal);
        Assert.True(System.Text.Json.JsonDocument.Parse(Run(_verified.Ledger, "--key", _verified.Key, "--json").Output).RootElement.GetProperty("fine").GetBoolean());
        File.Delete(Directory.GetFiles(_verified.Ledger, "*.tzl").Order(StringComparer.Ordinal).First());
        (code, output) = Run(_verified.Ledger, "--key", _verified.Key);
        Assert.Equal(1, code);
        Assert.Contains("First broken: [C1] batch 0, record 0, segment 2, byte 0", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LEDGER")]
    [InlineData("--key")]
    [InlineData("LEDGER --key KEY --record 5")]
    [InlineData("LEDGER --key KEY --record -5 --proof x")]
    [InlineData("LEDGER LEDGER --key KEY")]
    [InlineData("LEDGER --key KEY --nonsense")]
    [InlineData("LEDGER --key KEY --escrow nowhere")]
    [InlineData("LEDGER --key nowhere")]
    [InlineData("nowhere --key KEY")]
    [InlineData("LEDGER --key LEDGER/00000001.tzl")]
    [InlineData("--check-proof x --key KEY")]
    public void Wrong_usage_exits_with_2(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace("LEDGER", _verified.Ledger, StringComparison.Ordinal).Replace("KEY", _verified.Key, StringComparison.Ordinal));
        Assert.Equal(2, Run([.. words]).Code);
    }

    private string? Prove(ulong record, string checkpoint)
    {
        var report = Verification.Run(new VerificationRequest(_verified.Ledger, _verified.Key) { Record = record, Checkpoint = checkpoint });
        File.WriteAllText(Proof, report.Proof);
        return report.Proof;
    }

    private static ulong CoveredBy(string checkpoint) =>
        ulong.Parse(File.ReadLines(checkpoint).First(line => line.StartsWith("records ", StringComparison.Ordinal))["records ".Length..], CultureInfo.InvariantCulture);

    private static (int Code, string Output) Run(params string[] args)
    {
        var output = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        return (Program.Run(args, output, TextWriter.Null), output.ToString());
    }
}
