using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Trials;

/// <summary>The long trials at small size: the same code that ./tamiz trial runs.</summary>
[Collection(nameof(Alone))]
public class TrialTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("parquet")]
    public void Damaged_files_are_answered(string carrier) => Assert.Contains("none threw", Run(new FuzzTrial(carrier), 100), StringComparison.Ordinal);

    [Fact]
    public void The_whole_way_takes_every_row() => Assert.Contains("| 20000 |", Run(new ThroughputTrial(), 20_000), StringComparison.Ordinal);

    [Fact]
    public void Clean_ledgers_raise_no_alarm() => Assert.Contains("no false alarm", Run(new VerifyTrial(), 4), StringComparison.Ordinal);

    [Fact]
    public void Exactly_the_tampered_and_missing_summaries_of_a_programme_are_named() => Assert.Contains("were the same as an independent computation", Run(new ProgrammeTrial(), 12), StringComparison.Ordinal);

    [Fact]
    public void The_ledger_keeps_every_record() => Assert.Contains("| single: records a flush |", Run(new LedgerTrial(), 600), StringComparison.Ordinal);

    [Fact]
    public void A_writer_that_is_killed_loses_nothing_that_it_acknowledged() => Assert.Contains("none is missing", Run(new StoresCrashTrial(), 5), StringComparison.Ordinal);

    [Fact]
    public void A_home_whose_tool_is_killed_loses_nothing_and_decides_nothing_twice() => Assert.Contains("5 kills with SIGKILL", Run(new HomeCrashTrial(), 5), StringComparison.Ordinal);

    [Fact]
    public void A_home_whose_disk_fails_loses_nothing_and_decides_nothing_twice() => Assert.Contains("none is missing", Run(new HomeFaultTrial(), 12), StringComparison.Ordinal);

    [Fact]
    public void A_month_is_replayed_to_the_digest_of_what_is_stored() => Assert.Contains("| deep | 1 | 93 | 0 |", Run(new ReplayTrial(), 93), StringComparison.Ordinal);

    [Fact]
    public void The_stores_take_every_row() => Assert.Contains("| items, month closed | 5000 |", Run(new StoresSpeedTrial(), 2000), StringComparison.Ordinal);

    [Fact]
    public void Desk_and_archive_are_made_of_every_record() => Assert.Contains("| records | 8202 |", Run(new ProjectionTrial(), 2000), StringComparison.Ordinal);

    [Fact]
    public void The_same_rows_are_read_from_every_carrier() => Assert.Contains("| 5000 | parquet |", Run(new CarriersTrial(), 5000), StringComparison.Ordinal);

    private static string Run(Trial trial, long size)
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Repository.Root;
        try
        {
            return trial.Run(size, static _ => { });
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
