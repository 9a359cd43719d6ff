using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Tamiz.Selection;
using Tamiz.Storage;
using Tamiz.Storage.Desk;
using Xunit;

namespace Tamiz.Tests.Storage.Desk;

public sealed class DeskDatabaseTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void However_records_are_cut_and_wherever_it_stops_the_database_is_the_same() =>
        Gen.Select(Events.Streams, Gen.Int[1, 20].Array[1, 20]).Sample((stream, cuts) =>
        {
            using var one = new TemporaryHome();
            using var other = new TemporaryHome();
            Assert.Equal(OneByOne(one, stream), InPieces(other, stream, cuts));
        }, iter: 30, threads: 1);

    [Fact]
    public void A_rebuilt_database_equals_the_one_that_was_discarded() => Events.Streams.Sample(stream =>
    {
        using var home = new TemporaryHome();
        var before = OneByOne(home, stream);
        DeskDatabase.Discard(home.Path);
        Assert.Equal(before, OneByOne(home, stream));
    }, iter: 10, threads: 1);

    [Fact]
    public void Rows_are_read_as_they_were_applied()
    {
        var given = Everything();
        using (var desk = DeskDatabase.Open(_home.Path))
        {
            desk.Apply(given, 99);
        }

        using var again = DeskDatabase.Open(_home.Path);
        Assert.Equal(99, again.Watermark);
        using var rows = again.Read();
        Assert.Equal(given.Declarations.Select(row => row with { LaneInForce = row.Lane }), rows.Declarations.OrderBy(row => row.Sequence));
        Assert.Equal(given.Findings, rows.Findings);
        Assert.Equal(given.Acts, rows.Acts);
        Assert.Equal(given.Days, rows.Days);
        Assert.Equal(given.MissingNumbers, rows.MissingNumbers);
        Assert.Equal(given.Contents, rows.Contents);
        Assert.Equal(given.Officers, rows.Officers);
        Assert.Equal(given.Reads, rows.Reads);
        Assert.Equal(given.SignIns, rows.SignIns);
        Assert.Equal(given.Imports, rows.Imports);
        Assert.Equal(given.Checkpoints, rows.Checkpoints);
    }

    [Fact]
    public void What_was_decided_changed_or_cancelled_later_stands_beside_what_was_lodged()
    {
        using var desk = DeskDatabase.Open(_home.Path);
        var row = Everything().Declarations[1];
        desk.Apply(new DeskChanges { Declarations = [row, row with { Sequence = 3, Version = row.Version + 1 }] }, 3);
        desk.Apply(new DeskChanges { Decisions = [new(4, row.Identity, row.Version, "green", Basis.None, "revenue", 0.2, 10, 2, 0.7, 1, true)] }, 4);
        desk.Apply(new DeskChanges { LaneChanges = [new(5, row.Identity, "red")], Cancellations = [new(row.Identity, row.Version)] }, 5);
        using var rows = desk.Read();
        var (first, second) = (rows.Declarations.Single(one => one.Sequence == row.Sequence), rows.Declarations.Single(one => one.Sequence == 3));
        Assert.Equal(("green", "green", true, 0.2), (first.Lane, first.LaneInForce, first.Cancelled, first.Risk));
        Assert.Equal((null, "red", false), (second.Lane, second.LaneInForce, second.Cancelled));
    }

    [Fact]
    public void An_approved_content_takes_the_place_of_the_one_before()
    {
        using var desk = DeskDatabase.Open(_home.Path);
        var (at, later) = (new Instant(10), new Instant(20));
        desk.Apply(new DeskChanges { Contents = [new(0, "list", "un", "d0", 1, "ana", at) { InForceFrom = at }, new(1, "list", "un", "d1", 1, "ana", at)] }, 1);
        desk.Apply(new DeskChanges { Approvals = [new(2, later, "eva", "list", "un", "d1", true)] }, 2);
        using (var rows = desk.Read())
        {
            Assert.Equal(later, rows.Contents.Single(one => one.Digest == "d0").InForceTo);
            Assert.Equal((later, null, "eva"), (rows.Contents.Single(one => one.Digest == "d1") is var row ? row.InForceFrom : null, row.InForceTo, row.DecidedBy));
        }

        desk.Apply(new DeskChanges { Approvals = [new(3, later, "eva", "list", "un", new string('0', 64), true)] }, 3);
        using var none = desk.Read();
        Assert.False(none.Contents.Any(one => one.InForceFrom != null && one.InForceTo == null));
    }

    [Fact]
    public void Queries_of_a_desk_use_an_index()
    {
        using var desk = DeskDatabase.Open(_home.Path);
        using var rows = desk.Read();
        var day = new DateOnly(2026, 11, 24);
        Assert.All(
            [
                rows.Declarations.Where(row => row.Identity == "a" && row.Version == 1),
                rows.Declarations.Where(row => row.Office == "a" && row.Day == day && row.LaneInForce == "red"),
                rows.Declarations.Where(row => row.Importer == UInt128.One),
                rows.Declarations.Where(row => row.LaneInForce == "red" && row.Day >= day),
            ],
            query =>
            {
                using var command = query.CreateDbCommand();
                command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
                rows.Database.OpenConnection();
                using var reader = command.ExecuteReader();
                Assert.True(reader.Read());
                Assert.Contains("USING INDEX", reader.GetString(3), StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Records_are_applied_once()
    {
        using var desk = DeskDatabase.Open(_home.Path);
        Assert.Equal(-1, desk.Watermark);
        desk.Apply(Everything(), 99);
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Apply(Everything(), 99));
        using var second = DeskDatabase.Open(_home.Path);
        second.Apply(new DeskChanges(), 100);
        Assert.Equal("TZ1701", Assert.Throws<HomeException>(() => desk.Apply(new DeskChanges(), 101)).Diagnostic.Code);
        Assert.Equal(100, second.Watermark);
    }

    [Fact]
    public void Changes_that_fail_leave_nothing()
    {
        using var desk = DeskDatabase.Open(_home.Path);
        desk.Apply(Everything(), 99);
        var before = desk.Fingerprint();
        Assert.ThrowsAny<Exception>(() => desk.Apply(new DeskChanges { Officers = [new("new", "analyst", true, default)], Reads = [new(200, default, "ana", "k", "s", null!)] }, 200));
        Assert.Equal(before, desk.Fingerprint());
        Assert.Equal(99, desk.Watermark);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(4096, 30_000)]
    public void A_damaged_database_says_that_a_rebuild_helps(int at, int length)
    {
        using (var desk = DeskDatabase.Open(_home.Path))
        {
            desk.Apply(Everything(), 99);
        }

        _home.Damage(at, length, DeskDatabase.FileName);
        var diagnostic = WhatIsWrong();
        Assert.Equal("TZ1703", diagnostic!.Code);
        Assert.Contains("tamiz home rebuild", diagnostic.ToString(), StringComparison.Ordinal);
        DeskDatabase.Discard(_home.Path);
        using var again = DeskDatabase.Open(_home.Path);
        Assert.Equal(-1, again.Watermark);
        Assert.Null(again.Check());
    }

    [Fact]
    public void A_database_of_another_version_is_to_be_made_again()
    {
        DeskDatabase.Open(_home.Path).Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_home.File(DeskDatabase.FileName)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=99";
            command.ExecuteNonQuery();
        }

        Assert.Equal("TZ1703", Assert.Throws<HomeException>(() => DeskDatabase.Open(_home.Path)).Diagnostic.Code);
    }

    private Diagnostic? WhatIsWrong()
    {
        try
        {
            using var desk = DeskDatabase.Open(_home.Path);
            return desk.Check();
        }
        catch (HomeException e)
        {
            return e.Diagnostic;
        }
    }

    private static string OneByOne(TemporaryHome home, DeskChanges[] stream)
    {
        using var desk = DeskDatabase.Open(home.Path);
        for (var i = 0; i < stream.Length; i++)
        {
            desk.Apply(stream[i], i);
        }

        return Dump(desk);
    }

    // Opened again after each piece, as after a crash.
    private static string InPieces(TemporaryHome home, DeskChanges[] stream, int[] cuts)
    {
        for (var (next, cut) = (0, 0); next < stream.Length; cut++)
        {
            using var desk = DeskDatabase.Open(home.Path);
            Assert.Equal(next - 1, desk.Watermark);
            var last = Math.Min(stream.Length, next + cuts[cut % cuts.Length]);
            desk.Apply(Events.Join(stream[next..last]), last - 1);
            next = last;
        }

        using var whole = DeskDatabase.Open(home.Path);
        return Dump(whole);
    }

    private static string Dump(DeskDatabase desk)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        desk.Dump(text);
        return text.ToString();
    }

    private static DeskChanges Everything()
    {
        var at = new Instant(1_764_000_000_123);
        var day = new DateOnly(2026, 11, 24);
        return new DeskChanges
        {
            Declarations =
            [
                new(1, 0, "HNPCR/2026/1", 1, "HNPCR", day, at, at, true)
                {
                    Importer = 1, Declarant = UInt128.MaxValue, Exporter = 3, Lane = "red", LaneSequence = 2, Basis = Basis.Random, Area = "revenue", Risk = 0.25,
                    AtStake = 1000.5, Expected = 250.125, Draw = 0.001, Inclusion = 0.02, Referral = true, Cancelled = true,
                },
                new(2, 0, "x", 3, "", day, at, at, false),
            ],
            Findings = [new(3, at, "ivo", "HNPCR/2026/1", 0, true, "revenue", 2, 1, at, 1234567890.123456789m)],
            Acts = [new(4, at, "eva", ActKind.Override, "HNPCR/2026/1", "green", "red", "R1", "ana")],
            Days = [new("HNPCR", day, at, "c0") { Closed = at, Seed = "5eed", Draws = 3, Totals = "red=1 green=2" }],
            MissingNumbers = [new("HNPCR", day, "2")],
            Contents = [new(5, "list", "un", "d0", 10, "ana", at) { DecidedBy = "eva", Granted = true, InForceFrom = at, InForceTo = at }],
            Officers = [new("ana", "analyst", true, at)],
            Reads = [new(6, at, "ana", "report", "IR-7", "a case")],
            SignIns = [new(7, at, "ana", false, "tty1")],
            Imports = [new(8, at, "ana", "f.csv", "d1", "m1", 10, 7, 2, 1)],
            Checkpoints = [new(0, 9, at, "b1", "t1")],
        };
    }
}
