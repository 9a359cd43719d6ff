using System.Globalization;
using CsCheck;
using Tamiz.Tests.Verifier.Maker;
using Xunit;

namespace Tamiz.Tests.Verifier;

public class CleanLedgerTests
{
    /// <summary>How many ledgers; the long trial takes 1,000.</summary>
    private static readonly int Ledgers = int.Parse(Environment.GetEnvironmentVariable("TAMIZ_CLEAN_LEDGERS") ?? "50", CultureInfo.InvariantCulture);

    internal static Gen<SampleSize> Sizes { get; } =
        from seed in Gen.Int[0, 1_000_000]
        from days in Gen.Int[1, 4]
        from offices in Gen.Int[1, 3]
        from perDay in Gen.Int[1, 12]
        from batchSize in Gen.Int[1, 40]
        from perSegment in Gen.Int[1, 20]
        from ends in Gen.Int[0, 3]
        select new SampleSize(seed)
        {
            Days = days,
            Offices = offices,
            PerDay = perDay,
            BatchSize = batchSize,
            BatchesPerSegment = perSegment,
            ClosesLast = ends % 2 == 0,
            EscrowsLast = ends / 2 == 0,
        };

    [Fact]
    public void No_clean_ledger_raises_an_alarm() => Sizes.Sample(
        size =>
        {
            using var verified = new Verified(SampleHistory.Make(size));
            var report = verified.Report(withEscrow: true);
            Assert.Empty(report.Problems);
            Assert.Empty(report.Notes);
            Assert.Null(report.UncheckedFrom);
        },
        iter: Ledgers);

    [Fact]
    public void A_changed_bit_of_any_file_is_found() => Sizes.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample(
        (size, place, bit) =>
        {
            var files = SampleHistory.Make(size with { EscrowsLast = true });
            string[] names = [.. files.Segments, .. files.Keys.Where(name => name.StartsWith("escrow/", StringComparison.Ordinal))];
            var name = names[place % names.Length];
            files.Flip(name, place / names.Length % files[name].Length, (byte)(1 << bit));
            using var verified = new Verified(files);
            Assert.NotEmpty(verified.Report(withEscrow: true).Problems);
        },
        iter: 4 * Ledgers);

    [Fact]
    public void The_report_counts_what_there_is()
    {
        using var verified = new Verified(SampleHistory.Make(new SampleSize(2)));
        var report = verified.Report(withEscrow: true);
        Assert.Equal("Administración de prueba", report.Administration);
        Assert.True(report.Simulated);
        Assert.True(report is { Batches: > 30, Records: > 250, Escrowed: 4 });
        Assert.Equal(report.Batches - 1, Math.Max((long)report.CoveredTo!.Value, report.Batches - 1));
        Assert.Null(verified.Report(withEscrow: false).Escrowed);
    }
}
