using CsCheck;
using Microsoft.Data.Sqlite;
using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Projections;
using Xunit;

namespace Tamiz.Tests.Storage.Projections;

public sealed class HomeProjectionsTests : IDisposable
{
    private readonly StoryLedger _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Wherever_it_stops_desk_and_archive_are_as_if_made_at_once() =>
        Gen.Select(Gen.Int[0, 9999].Array[20, 120], Gen.Int[1, 30].Array[1, 8], Gen.Int[0, 3].Array[8]).Sample((acts, cuts, ways) =>
        {
            using var story = new StoryLedger();
            using var other = new TemporaryHome();
            var projections = Open(story.Home);
            for (int act = 0, cut = 0; act < acts.Length; cut++)
            {
                for (var end = Math.Min(acts.Length, act + cuts[cut % cuts.Length]); act < end; act++)
                {
                    story.Act(acts[act]);
                }

                story.Settle();
                Step(ref projections, story, ways[cut % ways.Length]);
            }

            using (projections)
            using (var rebuilt = Open(other))
            {
                projections.CatchUp(story.Log);
                rebuilt.Rebuild(story.Log);
                Assert.Equal(Told.Desk(rebuilt), Told.Desk(projections));
                Assert.Equal(Told.Months(other.Path), Told.Months(story.Home.Path));
                Assert.Equal(Told.Query(other.Path), Told.Query(story.Home.Path));
                Assert.Empty(projections.Check(story.Log));
                Assert.Equal((rebuilt.Desk.Fingerprint(), story.Log.Records - 1), (projections.Desk.Fingerprint(), projections.Desk.Watermark));
            }
        }, iter: 12, threads: 1);

    [Fact]
    public void A_decision_stands_on_the_desk_with_the_area_that_weighs_most()
    {
        Two();
        using var projections = Open(_story.Home);
        projections.CatchUp(_story.Log);
        using var rows = projections.Desk.Read();
        var first = rows.Declarations.Single(row => row.Identity == "HNPCR/2026/1" && row.Version == 1);
        Assert.Equal(("green", "green", Basis.Value, "sanctions", true), (first.Lane, first.LaneInForce, first.Basis, first.Area, first.Live));
        Assert.Equal((Elementary.Sigmoid(-6), 1e6, Elementary.Sigmoid(-6) * 1e6, 0.2), (first.Risk, first.AtStake, first.Expected, first.Inclusion));
        Assert.Equal(((UInt128)7, new Draw((UInt128)7 << 80).Lane), (first.Importer, first.Draw));
        var second = rows.Declarations.Single(row => row.Version == 2);
        Assert.Equal(("red", "yellow", first.Draw), (second.Lane, second.LaneInForce, second.Draw));
        var imported = rows.Declarations.Single(row => !row.Live);
        Assert.Equal((null, null, null, null), (imported.Lane, imported.LaneInForce, imported.Area, imported.Draw));
        Assert.Equal(["Amendment 1 2 disclosed", "Override red yellow R1 note"], rows.Acts.OrderBy(act => act.Sequence).AsEnumerable().Select(act => $"{act.Kind} {act.From} {act.To} {act.Reason}"));
        Assert.Equal(("risks.yaml", StoryLedger.Begin), rows.Contents.Select(content => new ValueTuple<string, Instant?>(content.Name, content.InForceFrom)).Single());
        Assert.Equal("approver supervisor", rows.Officers.Single().Roles);
    }

    [Fact]
    public void A_query_sees_the_closed_month_with_its_findings_and_the_open_one()
    {
        Two();
        _story.Clock.Now = Instant.FromUtc(new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        _story.Append(new SignedIn(_story.Clock.Now, "", "eva", true, "tty1"));
        // A little older than the record before: it counts as of that one, and its finding comes too late for November.
        _story.Append(_story.Enter("9", new Instant(_story.Clock.Now.UnixMilliseconds - 300), "red", 3));
        _story.Append(Finding("HNPCR/2026/1", 2, new Instant(_story.Clock.Now.UnixMilliseconds - 300)));
        _story.Settle();
        using var projections = Open(_story.Home);
        projections.CatchUp(_story.Log);
        Assert.Equal([new DateOnly(2026, 12, 1)], projections.Archive.OpenMonths);
        Assert.Equal("2026-11.parquet", Told.Months(_story.Home.Path).Single().Split(' ')[0]);
        Assert.Equal(
            [
                "HNPCR/2026/H|1|1||||||", "HNPCR/2026/1|1|1|green|Value|list.un+3.000 report.IR-7-0.500|1||True", "HNPCR/2026/1|1|2|green|Value|list.un+3.000 report.IR-7-0.500||1|True",
                "HNPCR/2026/1|2|1|red|Value|||1.1428571428571428|True", "HNPCR/2026/1|2|2|red|Value||1.1428571428571428|1.1428571428571428|True",
                "HNPCR/2026/1|2|3|red|Value||1.1428571428571428||True", "HNPCR/2026/9|1|1|red|Value|list.un+3.000 report.IR-7-0.500|0.42857142857142855|0.42857142857142855|",
            ],
            Told.Query(_story.Home.Path, "SELECT identity, version, item, lane, basis, evidence, \"item.value\", \"importer.items\", finding_non_compliant FROM items ORDER BY sequence, item"));
        Assert.Equal([$"{_story.Clock.Now.UnixMilliseconds}"], Told.Query(_story.Home.Path, "SELECT epoch_ms(received_at) FROM items WHERE identity='HNPCR/2026/9'"));
    }

    [Fact]
    public void Projections_that_fell_behind_catch_up()
    {
        using var old = new TemporaryHome();
        Two();
        using (var projections = Open(_story.Home))
        {
            projections.CatchUp(_story.Log);
        }

        Told.CopyProjections(_story.Home.Path, old.Path);
        Enumerable.Range(1000, 100).ToList().ForEach(_story.Act);
        _story.Settle();
        using var first = Open(_story.Home);
        first.CatchUp(_story.Log);
        var (desk, months) = (first.Desk.Fingerprint(), Told.Months(_story.Home.Path));
        first.Dispose();
        Told.CopyProjections(old.Path, _story.Home.Path);
        using var second = Open(_story.Home);
        Assert.Empty(second.Check(_story.Log));
        second.CatchUp(_story.Log);
        Assert.Equal(desk, second.Desk.Fingerprint());
        Assert.Equal(months, Told.Months(_story.Home.Path));
        Assert.NotEmpty(months);
    }

    [Fact]
    public void A_ledger_that_was_cut_is_not_accepted_in_silence()
    {
        using var longer = new StoryLedger();
        Enumerable.Range(0, 40).ToList().ForEach(longer.Act);
        longer.Settle();
        using (var projections = Open(longer.Home))
        {
            projections.CatchUp(longer.Log);
        }

        Told.CopyProjections(longer.Home.Path, _story.Home.Path);
        using var ahead = Open(_story.Home);
        Assert.Equal("TZ1761", Assert.Throws<HomeException>(() => ahead.CatchUp(_story.Log)).Diagnostic.Code);
        var found = ahead.Check(_story.Log);
        Assert.Equal(["TZ1761", "TZ1761"], found.Select(one => one.Code));
        Assert.Contains($"record {longer.Log.Records - 1}", found[0].Found, StringComparison.Ordinal);
        Assert.Equal($"record {_story.Log.Records - 1} at most", found[0].Expected);
        ahead.Rebuild(_story.Log);
        Assert.Empty(ahead.Check(_story.Log));
    }

    [Fact]
    public void What_was_changed_behind_the_ledger_is_named()
    {
        Fill();
        using var projections = Open(_story.Home);
        projections.CatchUp(_story.Log);
        Assert.Empty(projections.Check(_story.Log));
        using (var connection = new SqliteConnection($"Data Source={_story.Home.File(DeskDatabase.FileName)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Declarations SET LaneInForce='spared' WHERE Sequence=(SELECT min(Sequence) FROM Declarations WHERE Lane='green')";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var months = Told.Months(_story.Home.Path);
        File.Delete(_story.Home.File("archive", months[0].Split(' ')[0]));
        _story.Home.Damage(40, 20, "archive", months[1].Split(' ')[0]);
        var found = projections.Check(_story.Log);
        Assert.Equal(["TZ1762", "TZ1763", "TZ1763"], found.Select(one => one.Code));
        Assert.Equal("Declarations", found[0].Where.Field);
        Assert.Contains("'spared", found[0].Found, StringComparison.Ordinal);
        Assert.Contains("'green", found[0].Expected, StringComparison.Ordinal);
        Assert.Equal("", found[1].Found);
        Assert.Equal([months[0].Split(' ')[1], months[1].Split(' ')[1]], found.Skip(1).Select(one => one.Expected.ToUpperInvariant()));
        projections.Rebuild(_story.Log);
        Assert.Empty(projections.Check(_story.Log));
    }

    [Fact]
    public void Damaged_projections_are_said_and_made_again()
    {
        Fill();
        using (var projections = Open(_story.Home))
        {
            projections.CatchUp(_story.Log);
        }

        File.WriteAllText(_story.Home.File(DeskDatabase.FileName), "no database");
        File.WriteAllText(_story.Home.File("archive", "2026-11.parquet"), "no month");
        using var damaged = Open(_story.Home);
        Assert.Equal(["TZ1703", "TZ1731"], damaged.Check(_story.Log).Select(one => one.Code));
        Assert.Throws<HomeException>(() => damaged.CatchUp(_story.Log));
        damaged.Rebuild(_story.Log);
        Assert.Empty(damaged.Check(_story.Log));
    }

    [Fact]
    public void Facts_without_names_are_refused_and_taken_once_the_catalogue_is_back()
    {
        Two();
        using (var wrong = new HomeProjections(_story.Home.Path, static _ => ["item.value"]))
        {
            var diagnostic = Assert.Throws<HomeException>(() => wrong.CatchUp(_story.Log)).Diagnostic;
            Assert.Equal(("TZ1764", "2 facts"), (diagnostic.Code, diagnostic.Found));
        }

        using var projections = Open(_story.Home);
        projections.CatchUp(_story.Log);
        Assert.Empty(projections.Check(_story.Log));
        Assert.Equal(["6"], Told.Query(_story.Home.Path, "SELECT count(*) FROM items"));
    }

    private static HomeProjections Open(TemporaryHome home) => new(home.Path, StoryLedger.FactsOf);

    // Goes on, goes on without writing the archive, opens again, or is left behind as by a crash and opened again.
    private static void Step(ref HomeProjections projections, StoryLedger story, int way)
    {
        switch (way)
        {
            case 0:
                projections.CatchUp(story.Log);
                break;
            case 1:
                projections.Follow(story.Log);
                break;
            case 2:
                projections.CatchUp(story.Log);
                projections.Dispose();
                projections = Open(story.Home);
                break;
            default:
                projections.Follow(story.Log);
                projections.Desk.Dispose();
                projections = Open(story.Home);
                break;
        }
    }

    private static FindingEntered Finding(string identity, int item, Instant at) =>
        new(at, "ivo", identity, item, true, "revenue", FindingStatus.Final, FindingNature.Offence, at, 10.5m);

    // An imported declaration; a live one, its amendment with an override, and a finding on the whole of it.
    private void Two()
    {
        var at = StoryLedger.Begin;
        var lodged = (DeclarationEntered)_story.Decided(at, "H", 1, "green", 0)[0];
        _story.Append(lodged with { Live = false });
        _story.Know(at, 2);
        _story.Append(_story.Enter("1", at, "green", 7));
        _story.Append([.. _story.Decided(at, "1", 2, "red", 8), new DeclarationAmended(at, "", "HNPCR/2026/1", 1, 2, true)]);
        _story.Append(new LaneOverridden(at, "eva", "HNPCR/2026/1", "red", "yellow", "R1", "note", "ivo"));
        _story.Append(Finding("HNPCR/2026/1", 0, at));
        _story.Settle();
    }

    // Enough for several closed months.
    private void Fill()
    {
        for (var act = 0; act < 40; act++)
        {
            _story.Act(11);
            _story.Act(12 + (act * 16));
            _story.Clock.Move(TimeSpan.FromDays(3));
        }

        _story.Settle();
    }
}
