using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;
using Tamiz.Tests.Ledger;
using Tamiz.Verifier;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Records;
using Xunit;
using LedgerPlace = Tamiz.Storage.Ledger.LedgerPlace;

namespace Tamiz.Tests.Verifier;

/// <summary>What the product writes, before the two verifiers that know nothing of it.</summary>
public sealed class WriterTests : IDisposable
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "Tamiz.Tests", "Ledger", "Kept");
    private static readonly Type[] Keyed = [typeof(LedgerFounded), typeof(KeyChanged)];

    private readonly TemporaryFiles _temporary = new();
    private readonly Random _chance = new(Environment.TickCount);

    public static TheoryData<string> Versions => [.. Directory.GetDirectories(Kept).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_kept_ledger_is_fine(string version)
    {
        var folder = _temporary.Next();
        Copy(Path.Combine(Kept, version, "ledger"), Path.Combine(folder, "ledger"));
        Copy(Path.Combine(Kept, version, "keys"), Path.Combine(folder, "keys"));
        File.Copy(Path.Combine(Kept, version, "proof.txt"), Path.Combine(folder, "proof.txt"));
        await BothFind(folder, "fine");
    }

    [Fact]
    public async Task A_ledger_with_every_type_of_record_is_fine()
    {
        var folder = _temporary.Next();
        Directory.CreateDirectory(folder);
        new LedgerStory(folder).Write();
        await BothFind(folder, "fine");
    }

    [Fact]
    public async Task Records_of_any_kind_stand_in_a_chain_that_is_right()
    {
        var cases = _temporary.Next();
        for (var turn = 0; turn < 8; turn++)
        {
            var folder = Path.Combine(cases, $"random-{turn}");
            Directory.CreateDirectory(folder);
            WriteAtRandom(folder);
            Expose(folder);
            var report = Verification.Run(new VerificationRequest(Path.Combine(folder, "ledger"), Path.Combine(folder, "public.pem")) { Escrow = Path.Combine(folder, "escrow") });
            Assert.DoesNotContain(report.Problems, problem => problem.Rule[0] is 'C' or 'E');
            Assert.Null(report.UncheckedFrom);
            File.WriteAllText(Path.Combine(folder, "expected.txt"), PythonVerifierTests.Expected(folder));
        }

        await PythonVerifierTests.Judge(cases);
    }

    [Fact]
    public async Task What_is_a_record_for_the_product_is_one_for_both_verifiers()
    {
        var file = _temporary.Next();
        var lines = new List<string>();
        var types = RecordMaker.Types.Except(Keyed).ToList();
        for (var turn = 0; turn < 4000; turn++)
        {
            var bytes = RecordMaker.Encode(new RecordMaker(_chance.Next()).Make(types[turn % types.Count]));
            bytes = turn % 4 == 0 ? bytes : Mangled(bytes);
            var canonical = IsRecord(bytes);
            if (bytes.Length > 0 && bytes[0] is not (1 or 2))
            {
                Assert.True(canonical == IsCanonical(bytes), $"{Convert.ToHexString(bytes)}: the product says {canonical}");
                lines.Add($"{(canonical ? "canonical" : "other")} {Convert.ToHexStringLower(bytes)}");
            }
        }

        File.WriteAllLines(file, lines);
        var (code, output) = await Python.Run("tests/python/judge_records.py", file);
        Assert.True(code == 0, output);
    }

    private static bool IsRecord(byte[] bytes)
    {
        try
        {
            LedgerRecord.Read(bytes);
            return true;
        }
        catch (LedgerFormatException)
        {
            return false;
        }
    }

    private static bool IsCanonical(byte[] bytes)
    {
        var fields = new List<int>();
        return RecordDecoder.Decode(bytes, 0, bytes.Length, fields, out var record) is null
            && RecordForm.Fault(record.Type, new RecordView(bytes, [.. fields], record.By)) is null;
    }

    private byte[] Mangled(byte[] bytes)
    {
        byte[] telling = [0, 1, 2, 3, 4, 5, 0x7F, 0x80, 0xFF];
        var at = _chance.Next(bytes.Length);
        byte[] put = [.. Enumerable.Range(0, _chance.Next(3)).Select(_ => telling[_chance.Next(telling.Length)])];
        return [.. bytes[..at], .. put, .. bytes[Math.Min(bytes.Length, at + _chance.Next(3))..]];
    }

    private void WriteAtRandom(string folder)
    {
        var clock = new LedgerFixture.HandClock();
        using var keys = SigningKeys.Create(Path.Combine(folder, "keys"));
        var place = new LedgerPlace(new LedgerFolder(Path.Combine(folder, "ledger")), keys, clock) { Settings = new() { SegmentBytes = _chance.Next(500, 20_000), Threads = 1 } };
        using var log = LedgerLog.Create(place, new Founding(LedgerId.Of(Guid.NewGuid().ToByteArray()), "Aduanas", Simulated: false, "ana"));
        var types = RecordMaker.Types.Except(Keyed).ToList();
        for (var turn = 0; turn < 60; turn++)
        {
            clock.Time += TimeSpan.FromSeconds(_chance.Next(-3, 100));
            var records = Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => new RecordMaker(_chance.Next()).Make(types[_chance.Next(types.Count)]) with { At = log.Now });
            log.Append(RecordGroup.Of(new RecordWriter(), [new ClockFellBack(log.Now, "", log.Now), .. records.Where(record => record is not CheckpointMade)])).GetAwaiter().GetResult();
            if (turn % 20 == 7)
            {
                log.Rotate("cruz", "yearly").GetAwaiter().GetResult();
            }
            else if (turn % 10 == 3)
            {
                log.MakeCheckpoint().GetAwaiter().GetResult();
            }
        }
    }

    // As an outsider gets it: the first public key, and the checkpoints as an escrow.
    private static void Expose(string folder)
    {
        File.Copy(Path.Combine(folder, "keys", "key-1.public.pem"), Path.Combine(folder, "public.pem"));
        Copy(Path.Combine(folder, "ledger", "checkpoints"), Path.Combine(folder, "escrow"));
    }

    private static async Task BothFind(string folder, string expected)
    {
        Expose(folder);
        Assert.Equal(expected + "\n", PythonVerifierTests.Expected(folder));
        File.WriteAllText(Path.Combine(folder, "expected.txt"), expected);
        var cases = folder + "-cases";
        Copy(folder, Path.Combine(cases, "one"));
        await PythonVerifierTests.Judge(cases);
        var (ledger, key) = (Path.Combine(folder, "ledger"), Path.Combine(folder, "public.pem"));
        var (proof, checkpoint) = (Path.Combine(folder, "proof.txt"), Directory.GetFiles(Path.Combine(folder, "escrow")).Order(StringComparer.Ordinal).Last());
        Assert.True(Verification.Run(new VerificationRequest(ledger, key) { ProofToCheck = proof, Checkpoint = checkpoint }).IsFine);
        var (code, output) = await Python.Run("eng/verify_ledger.py", ledger, "--key", key, "--check-proof", proof, "--checkpoint", checkpoint);
        Assert.True(code == 0, output);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
