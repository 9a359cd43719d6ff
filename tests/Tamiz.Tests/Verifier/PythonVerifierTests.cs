using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.Verifier;

/// <summary>
/// The second verifier, eng/verify_ledger.py, was written from docs/reference/ledger-format.md alone, as the first was. Whatever one of them
/// says to be the first thing that is wrong, and where, the other says too.
/// </summary>
public sealed class PythonVerifierTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-verifier-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Its_own_tests_pass()
    {
        var (code, output) = await Python.Run("-m", "unittest", "discover", "-s", "tests/python");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Its_own_cases_are_judged_alike()
    {
        var (code, output) = await Python.Run("tests/python/ledgers.py", Path.Combine(_folder.FullName, "made"));
        Assert.True(code == 0, output);
        var cases = Directory.GetDirectories(Path.Combine(_folder.FullName, "made"));
        Assert.True(cases.Length > 50);
        Assert.All(cases, folder => Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected.txt")).Trim(), First(ReportOn(folder))));
    }

    [Fact]
    public async Task Tampered_ledgers_are_judged_alike()
    {
        Expect(SampleHistory.Make(Tampering.True), "true");
        foreach (var (name, way) in TamperingWays.All)
        {
            var files = way.Make();
            Expect(files, name);
            Expect(files, name + "-without-escrow", withEscrow: false);
        }

        await Judge(_folder.FullName);
    }

    [Fact]
    public async Task Clean_ledgers_of_any_shape_are_judged_alike()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            Expect(SampleHistory.Make(new SampleSize(seed) { Days = 1 + (seed % 3), Offices = 1 + (seed % 2), PerDay = seed, BatchSize = 1 + (7 * seed), ClosesLast = seed % 2 == 0 }), $"clean-{seed}");
        }

        Assert.All(Directory.GetDirectories(_folder.FullName), folder => Assert.Equal("fine", First(ReportOn(folder))));
        await Judge(_folder.FullName);
    }

    [Fact]
    public async Task Damage_at_random_is_judged_alike()
    {
        var chance = new Random(Environment.TickCount);
        for (var turn = 0; turn < 60; turn++)
        {
            var files = SampleHistory.Make(new SampleSize(turn) { Days = 2, Offices = 1, PerDay = 4, BatchSize = 5, BatchesPerSegment = 6 });
            for (var damages = chance.Next(1, 4); damages > 0; damages--)
            {
                Damage(files, chance);
            }

            Expect(files, $"damage-{turn}");
        }

        await Judge(_folder.FullName);
    }

    [Fact]
    public async Task Histories_that_an_insider_bends_at_random_are_judged_alike()
    {
        var chance = new Random(Environment.TickCount);
        for (var turn = 0; turn < 60; turn++)
        {
            var size = new SampleSize(turn) { Days = 2, Offices = 1, PerDay = 6, BatchSize = 5 };
            var rarely = 20 << chance.Next(5);
            Expect(SampleHistory.Make(size, new Bending { Entry = entry => chance.Next(rarely) == 0 ? Bent(entry, chance) : [entry] }), $"bent-{turn}");
        }

        await Judge(_folder.FullName);
    }

    /// <summary>Has the Python verifier judge each case of a folder, and fails with those that it judges otherwise than they expect.</summary>
    /// <param name="folder">The folder of the cases: DIR/name/{ledger, escrow, public.pem, expected.txt}.</param>
    internal static async Task Judge(string folder)
    {
        var (code, output) = await Python.Run("tests/python/judge_cases.py", folder);
        Assert.True(code == 0, output);
    }

    /// <summary>What the C# verifier says first, in the words of the Python one; then the notes that both say.</summary>
    internal static string Expected(string folder)
    {
        var report = ReportOn(folder);
        // How far a verifier reads on behind a broken batch is its own affair, and so is what it says of the ledger's end then.
        var notes = report.Notes.Select(note => note.Rule).Where(rule => rule is "N1" || (rule is "C2" && report.Problems.Count == 0)).Distinct().Order(StringComparer.Ordinal);
        return string.Join('\n', [First(report), .. notes.Select(rule => $"note: {rule}")]) + "\n";
    }

    private static VerificationReport ReportOn(string folder)
    {
        var escrow = Path.Combine(folder, "escrow");
        return Verification.Run(new VerificationRequest(Path.Combine(folder, "ledger"), Path.Combine(folder, "public.pem")) { Escrow = Directory.Exists(escrow) ? escrow : null });
    }

    private static string First(VerificationReport report) => report.Problems is [var first, ..]
        ? FormattableString.Invariant($"batch {first.Where.Batch ?? (object)"-"} record {first.Where.Record ?? (object)"-"} rule {first.Rule}")
        : "fine";

    private void Expect(LedgerFiles files, string name, bool withEscrow = true)
    {
        var folder = Path.Combine(_folder.FullName, name);
        files.Write(folder);
        if (!withEscrow)
        {
            Directory.Delete(Path.Combine(folder, "escrow"), recursive: true);
        }

        File.WriteAllText(Path.Combine(folder, "expected.txt"), Expected(folder));
    }

    private static IEnumerable<Entry> Bent(Entry entry, Random chance) => (chance.Next(6), entry) switch
    {
        (0, _) => [],
        (1, _) => [entry, entry],
        (2, _) => [entry with { By = chance.Next(2) == 0 ? "beto" : "ana" }],
        (3, LaneEntry lane) => [lane with { Lane = "red" }, lane with { Lane = chance.Next(2) == 0 ? "green" : "blue" }],
        (3, OverrideEntry moved) => [moved with { To = moved.From, From = moved.To, Second = "dora" }],
        (3, DayClosedEntry closed) => [closed with { Day = closed.Day + chance.Next(2), Draws = closed.Draws + 1 }],
        (3, DayOpenedEntry opened) => [opened, opened with { Day = opened.Day + 1 }],
        (3, DrawEntry draw) => [draw with { Identity = draw.Identity[..^1] + "9" }, draw],
        (3, ContentEntry content) => [new ApprovalEntry(content.Kind, content.Name, content.Digest, true) { At = entry.At, By = "beto" }, content],
        (4, DeclarationEntry declaration) => [declaration with { Live = !declaration.Live }, declaration with { Version = declaration.Version + 1 }],
        (4, CheckpointEntry checkpoint) => [checkpoint with { Batch = checkpoint.Batch - 1 }],
        (5, _) => [new RawEntry([.. entry.ToBytes(), 0])],
        _ => [entry with { At = entry.At + 5_000 }],
    };

    // Some bytes of a file are changed, put in or taken out.
    private static void Damage(LedgerFiles files, Random chance)
    {
        var names = files.Keys.Where(name => name != "public.pem").ToList();
        var name = names[chance.Next(names.Count)];
        var (bytes, at) = (files[name], chance.Next(files[name].Length));
        var put = new byte[chance.Next(4)];
        chance.NextBytes(put);
        files[name] = [.. bytes[..at], .. put, .. bytes[Math.Min(bytes.Length, at + chance.Next(4))..]];
    }
}
