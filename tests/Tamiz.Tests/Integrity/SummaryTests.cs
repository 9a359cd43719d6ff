using System.Text;
using CsCheck;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Programmes;
using Tamiz.Ledger;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>Summaries: their one form, and what is not taken for one.</summary>
public sealed class SummaryTests : IDisposable
{
    private const int Tail = 145;
    private const string Kept = "kept: ";
    private readonly ProgrammeWorld _world = new(7);

    public static TheoryData<string, string> Malformed => Cases.Read("Summary.cases");

    public void Dispose() => _world.Dispose();

    [Fact]
    public void What_is_written_is_read() => Gen.Int[0, 10_000].Sample(seed =>
    {
        using var world = new ProgrammeWorld(seed);
        var summary = world.Honest(world.Codes[seed % world.Codes.Count], seed % 2);
        var reading = SummaryReader.Read(world.Sign(summary), "x");
        Assert.Null(reading.Problem);
        Assert.Equal(SummaryForm.ToSigned(summary), SummaryForm.ToSigned(reading.Summary!));
        Assert.Equal(summary.Factors, reading.Summary!.Factors);
    }, iter: 30);

    [Fact]
    public void No_byte_can_be_another_one()
    {
        var file = _world.Sign(Plain());
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Int[1, 255]).Sample((at, by) =>
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= (byte)by;
            Assert.Null(SummaryReader.Read(changed, "x").Summary);
        }, iter: 2_000);
    }

    [Fact]
    public void Nothing_is_thrown_whatever_is_changed_before_signing()
    {
        var signed = SummaryForm.ToSigned(Plain());
        Gen.Select(Gen.Int[500, signed.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample((at, value, cut) =>
        {
            byte[] changed = [.. signed[..at], value, .. signed[Math.Min(signed.Length, at + cut)..]];
            var reading = SummaryReader.Read(Sign(changed), "x");
            Assert.True(reading.Summary is null ? reading.Problem is not null : changed.AsSpan().SequenceEqual(SummaryForm.ToSigned(reading.Summary)));
        }, iter: 2_000);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_ones_are_named(string change, string expected)
    {
        var reading = SummaryReader.Read(Build(change), "x");
        Assert.Null(reading.Summary);
        var where = reading.Problem!.Where;
        Assert.Equal(expected, $"{reading.Problem.Code} {(where.Line == 0 ? "" : $"{where.Line}:{where.Column}")} {where.Field}".Trim());
    }

    [Fact]
    public void What_rests_on_few_persons_is_withheld_and_said()
    {
        var factor = Factor.All[0];
        var figures = new FactorFigures(factor, new AgreedLevel(2, 5), new SurveyIndex(50, 40, 60, 4), new SurveyIndex(50, 40, 60, 5), null, null) { Withheld = ["private-sector"] }.WithholdingSmall();
        Assert.Equal(FactorFigures.None(factor) with { Assessment = new AgreedLevel(2, 5), PrivateSector = figures.PrivateSector, Withheld = ["officials", "private-sector"] }, figures);
    }

    [Fact]
    public void The_bytes_are_those_that_the_page_shows()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "integrity-programme.md"));
        var text = Encoding.UTF8.GetString(SummaryForm.ToSigned(Plain()));
        var factor = text[text.IndexOf("{\"factor\":\"leadership\"", StringComparison.Ordinal)..text.IndexOf(",{\"factor\":\"regulation\"", StringComparison.Ordinal)];
        Assert.Contains(factor, page.ReplaceLineEndings("").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private Summary Plain()
    {
        var empty = Factor.All.Select(FactorFigures.None).ToList();
        empty[0] = new FactorFigures(Factor.All[0], new AgreedLevel(2.25m, 9), new SurveyIndex(52.3m, 45.5m, 59, 120), null, new ActionCounts(2, 1, 3, 0, 1), new IndicatorCounts(2, 3, 5));
        return new Summary(new LedgerId(7), _world.Key("M01").Public.Info, "M01", "A", "americas", "2026-1", new DateOnly(2026, 5, 2), empty);
    }

    private byte[] Sign(byte[] signed)
    {
        var signature = new byte[PublicKey.SignatureSize];
        _world.Key("M01").Sign(signed, signature);
        return SummaryForm.ToFile(signed, signature);
    }

    private byte[] Build(string change)
    {
        var signed = SummaryForm.ToSigned(Plain());
        var file = Sign(signed);
        if (change.Contains('→', StringComparison.Ordinal))
        {
            var isKept = change.StartsWith(Kept, StringComparison.Ordinal);
            var parts = change[(isKept ? Kept.Length : 0)..].Split('→', StringSplitOptions.TrimEntries);
            var text = Encoding.UTF8.GetString(signed);
            var at = text.IndexOf(parts[0], StringComparison.Ordinal);
            Assert.True(at >= 0, parts[0]);
            var changed = Encoding.UTF8.GetBytes(text[..at] + parts[1] + text[(at + parts[0].Length)..]);
            return isKept ? [.. changed, .. file[^Tail..]] : Sign(changed);
        }

        var deep = SummaryForm.ToSigned(Plain()).AsSpan().IndexOf("[{"u8) + 1;
        return change switch
        {
            "empty" => [],
            "10 MB of zeros" => new byte[10_000_000],
            "a list" => "[]\n"u8.ToArray(),
            "UTF-16" => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(file)),
            "byte order mark" => [0xEF, 0xBB, 0xBF, .. file],
            "bytes that are not UTF-8" => [.. file[..480], 0xFF, .. file[480..]],
            "1,000 lists in each other" => Sign([.. signed[..deep], .. Enumerable.Repeat((byte)'[', 1000)]),
            "cut after its head" => file[..600],
            "a second object after it" => [.. file, .. "{}\n"u8],
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "no such case"),
        };
    }
}
