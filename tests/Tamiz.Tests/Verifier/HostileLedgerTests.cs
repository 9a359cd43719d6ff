using System.Diagnostics;
using CsCheck;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.Verifier;

/// <summary>Whatever stands in the files, there is a report and no exception.</summary>
public class HostileLedgerTests
{
    private static readonly SampleSize Size = new(5) { Days = 2, Offices = 1, PerDay = 6 };

    [Fact]
    public void Mangled_records_signed_by_the_true_key_are_answered() => Gen.Select(Gen.Int[0, 150], Mangling()).Sample(
        (which, mangle) =>
        {
            var at = 0;
            var files = SampleHistory.Make(Size, new Bending { Entry = entry => at++ == which ? [new RawEntry(mangle(entry.ToBytes()))] : [entry] });
            Answered(files);
        },
        iter: 300);

    [Fact]
    public void Mangled_payloads_signed_by_the_true_key_are_answered() => Gen.Select(Gen.Int[0, 20], Mangling()).Sample(
        (which, mangle) => Answered(SampleHistory.Make(Size, new Bending
        {
            Batch = batch =>
            {
                if (batch.Number == (ulong)which)
                {
                    batch.Payload = mangle(batch.Payload);
                }
            },
        })),
        iter: 100);

    [Fact]
    public void Mangled_headers_signed_by_the_true_key_are_answered() => Gen.Select(Gen.Int[0, 20], Gen.ULong, Gen.UInt, Gen.Long, Gen.UInt, Gen.Int[0, 4]).Sample(
        (which, number, count, instant, inflated, field) => Answered(SampleHistory.Make(Size, new Bending
        {
            Batch = batch =>
            {
                if (batch.Number != (ulong)which)
                {
                    return;
                }

                batch.Number = field == 0 ? number : batch.Number;
                batch.Count = field == 1 ? count % 1_000_000 : batch.Count;
                batch.Instant = field == 2 ? instant : batch.Instant;
                batch.InflatedLength = field == 3 ? inflated : batch.InflatedLength;
                batch.FirstSequence = field == 4 ? number : batch.FirstSequence;
            },
        })),
        iter: 100);

    [Fact]
    public void Mangled_files_are_answered() => Gen.Select(Gen.Int[0, 100], Mangling()).Sample(
        (which, mangle) =>
        {
            var files = SampleHistory.Make(Size);
            var name = files.Keys.Where(name => name != "public.pem").ElementAt(which % (files.Count - 1));
            files[name] = mangle(files[name]);
            Answered(files);
        },
        iter: 300);

    [Fact]
    public void A_ledger_cut_anywhere_is_damage_or_a_note_but_never_passed_over()
    {
        var files = SampleHistory.Make(Size with { BatchesPerSegment = 1000, EscrowsLast = true });
        var whole = files["ledger/00000001.tzl"];
        var firstEnd = files.Batches[0].Offset + files.Batches[0].Length;
        using var verified = new Verified(files);
        for (var length = whole.Length - 1; length >= 0; length -= 97)
        {
            File.WriteAllBytes(Path.Combine(verified.Ledger, "00000001.tzl"), whole[..length]);
            Assert.NotEmpty(verified.Report(withEscrow: true).Problems);
            var alone = verified.Report(withEscrow: false);
            Assert.Equal(length < firstEnd ? ["C1"] : [], alone.Problems.Select(problem => problem.Rule).Distinct());
        }
    }

    [Fact]
    public void Planted_beginnings_of_batches_do_not_make_the_search_endless()
    {
        var files = SampleHistory.Make(Size);
        byte[] planted = [.. "TZB1"u8, 0, 0, 1, 0, .. new byte[24]];
        files["ledger/00000002.tzl"] = [.. files["ledger/00000001.tzl"][..92], 1, .. Enumerable.Range(0, 200_000).SelectMany(_ => planted)];
        var watch = Stopwatch.StartNew();
        Answered(files);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), watch.Elapsed.ToString());
    }

    [Fact]
    public void What_is_no_plain_file_is_named()
    {
        using var verified = new Verified(SampleHistory.Make(Size with { BatchesPerSegment = 4 }));
        var second = Path.Combine(verified.Ledger, "00000002.tzl");
        File.Move(second, second + ".real");
        File.CreateSymbolicLink(second, second + ".real");
        Assert.Equal("C1", verified.Verdict(withEscrow: false));
        File.Delete(second);
        File.CreateSymbolicLink(second, "/dev/zero");
        Assert.Equal("C1", verified.Verdict(withEscrow: false));
        File.Delete(second);
        Directory.CreateDirectory(second);
        Assert.Equal("C1", verified.Verdict(withEscrow: false));
        Directory.Delete(second);
        Process.Start("mkfifo", second).WaitForExit();
        Assert.Equal("C1", verified.Verdict(withEscrow: false));
        File.Delete(second);
        File.Move(second + ".real", second);
        Assert.Equal("not noticed", verified.Verdict(withEscrow: false));
        var checkpoint = Directory.GetFiles(verified.Escrow)[0];
        File.Delete(checkpoint);
        Process.Start("mkfifo", checkpoint).WaitForExit();
        Assert.Equal("E1", verified.Verdict(withEscrow: true));
    }

    [Fact]
    public void An_empty_folder_is_no_ledger()
    {
        var files = new LedgerFiles { ["public.pem"] = SampleHistory.Make(Size)["public.pem"] };
        using var verified = new Verified(files);
        Assert.Equal("C1", verified.Verdict(withEscrow: false));
        Assert.Equal(0, verified.Report(withEscrow: true).Batches);
    }

    [Fact]
    public void The_first_broken_record_is_named_with_its_place()
    {
        var files = TamperingWays.All["drawn-but-released"].Make();
        using var verified = new Verified(files);
        var first = verified.Report(withEscrow: false).Problems[0];
        Assert.Equal("D6", first.Rule);
        var (file, offset, _) = files.Batches[(int)first.Where.Batch!.Value];
        Assert.Equal((file, offset), ($"ledger/{first.Where.Segment:D8}.tzl", first.Where.Offset));
        Assert.NotNull(first.Where.Record);
        Assert.Contains("green", first.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_ledger_says_cannot_steer_a_terminal()
    {
        using var verified = new Verified(SampleHistory.Make(Size, new Bending { Entry = entry => entry is LaneEntry lane ? [lane with { Lane = "\u001B[2J\u202E" + new string('x', 5000) }] : [entry] }));
        var problem = verified.Report(withEscrow: false).Problems.First(problem => problem.Rule == "D7");
        Assert.Equal("lane .[2J.xxx", problem.Found[..13]);
        Assert.True(problem.Found.Length < 250);
    }

    [Fact]
    public void A_flood_of_problems_is_counted_and_cut()
    {
        using var verified = new Verified(SampleHistory.Make(Size with { PerDay = 60 }, new Bending { Entry = entry => entry is DrawEntry draw ? [draw with { Draw = [.. Enumerable.Repeat((byte)0xFE, 16)] }] : [entry] }));
        var report = verified.Report(withEscrow: false);
        Assert.Equal(10, report.Problems.Count(problem => problem.Rule == "S5"));
        Assert.Equal(60, report.Broken["S5"]);
    }

    private static void Answered(LedgerFiles files)
    {
        using var verified = new Verified(files);
        Assert.NotNull(ReportText.Plain(verified.Report(withEscrow: true)));
        Assert.NotNull(ReportText.Json(verified.Report(withEscrow: false)));
    }

    // Cuts, inserts or changes some bytes.
    private static Gen<Func<byte[], byte[]>> Mangling() => Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 12], Gen.Byte.Array[0, 12]).Select((at, cut, put) => new Func<byte[], byte[]>(bytes =>
    {
        var place = at % (bytes.Length + 1);
        return [.. bytes[..place], .. put, .. bytes[Math.Min(bytes.Length, place + cut)..]];
    }));
}
