using CsCheck;
using Tamiz.Ledger;
using Tamiz.Storage.Ledger;
using Tamiz.Trials;
using Xunit;
using Hash = Tamiz.Ledger.Hash;

namespace Tamiz.Tests.Ledger;

/// <summary>Power cuts, full and failing disks: nothing acknowledged is missing, and what is damaged is named.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly LedgerFixture _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void A_tail_torn_at_any_byte_is_cut_and_said_and_the_ledger_goes_on()
    {
        byte[] whole;
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "kept");
            whole = _ledger.Disk.Content(LedgerFixture.Segment(1));
            LedgerFixture.Append(log, [.. Enumerable.Range(0, 5).Select(i => $"lost {i}")]);
        }

        var torn = _ledger.Disk.Content(LedgerFixture.Segment(1));
        for (var length = whole.Length + 1; length < torn.Length; length++)
        {
            _ledger.Disk = new FaultyDisk();
            _ledger.Disk.Create(LedgerFixture.Segment(1), torn.AsSpan(0, length));
            using (var log = _ledger.Open())
            {
                Assert.Equal("TZ1601", Assert.Single(_ledger.Diagnostics).Code);
                Assert.Equal(3, LedgerFixture.Append(log, "after"));
            }

            var records = _ledger.ReadAll();
            var cut = Assert.IsType<TailCut>(records[2]);
            Assert.Equal((1, whole.Length, length - whole.Length), (cut.Segment, cut.Offset, cut.Length));
            Assert.Equal(Hash.Of(torn.AsSpan(whole.Length, length - whole.Length)), cut.Digest);
            Assert.Equal(["kept", "after"], records.OfType<SignedIn>().Select(record => record.Person));
        }
    }

    [Fact]
    public void A_byte_changed_anywhere_before_the_end_refuses_to_open_and_names_segment_and_batch()
    {
        _ledger.Settings = new() { Threads = 1, SegmentBytes = 1200 };
        using (var log = _ledger.Create())
        {
            for (var i = 0; i < 6; i++)
            {
                LedgerFixture.Append(log, $"{i}", "x");
            }
        }

        var names = _ledger.Disk.List();
        Assert.True(names.Count > 1);
        for (var i = 0; i < names.Count; i++)
        {
            var content = _ledger.Disk.Content(names[i]);
            for (var at = 0; at < content.Length; at += 3)
            {
                var damaged = (byte[])content.Clone();
                damaged[at] ^= 0x10;
                var refused = Damaged(names, i, damaged);
                Assert.True(refused.Code is "TZ1602" or "TZ1603", refused.ToString());
                Assert.True(refused.Code == "TZ1603" || refused.Where.Field.StartsWith("batch ", StringComparison.Ordinal));
                Assert.True(refused.Where.File == names[i] || at < SegmentHeader.Size, $"{names[i]} at {at}: {refused}");
            }
        }
    }

    [Fact]
    public void A_missing_segment_is_named()
    {
        _ledger.Settings = new() { Threads = 1, SegmentBytes = 500 };
        using (var log = _ledger.Create())
        {
            for (var i = 0; i < 6; i++)
            {
                LedgerFixture.Append(log, "x");
            }
        }

        var disk = new FaultyDisk();
        foreach (var name in _ledger.Disk.List().Where(name => name != LedgerFixture.Segment(2)))
        {
            disk.Create(name, _ledger.Disk.Content(name));
        }

        _ledger.Disk = disk;
        var refused = Assert.Throws<LedgerException>(() => _ledger.Open()).Diagnostic;
        Assert.Equal(("TZ1603", LedgerFixture.Segment(2)), (refused.Code, refused.Expected));
    }

    [Fact]
    public void After_a_power_cut_nothing_acknowledged_is_missing()
    {
        var torn = 0;
        Gen.Int.Sample(
            seed =>
            {
                var chance = new Random(seed);
                var disk = new FaultyDisk { FlushTime = TimeSpan.FromMilliseconds(chance.Next(3)) };
                var place = _ledger.Place with { Disk = disk, Settings = new() { Threads = 1, SegmentBytes = 3000, BatchRecords = 6 } };
                using var log = LedgerLog.Create(place, new Founding(new LedgerId(17), "Aduanas", Simulated: false, "ana"));
                var waiting = Enumerable.Range(0, 10 + chance.Next(30))
                    .Select(i => (Person: $"{i}", Task: log.Append(LedgerFixture.Group(log, $"{i}", $"y{chance.NextInt64()}{new string('y', chance.Next(900))}")))).ToList();
                waiting[chance.Next(waiting.Count / 2)].Task.Wait();

                // What was acknowledged is looked at first: what is acknowledged later may or may not be on the disk.
                var acknowledged = waiting.Where(one => one.Task.IsCompleted).Select(one => one.Person).ToList();
                torn += Reopen(place with { Disk = disk.AfterPowerCut(chance) }, acknowledged) ? 1 : 0;
            },
            iter: 150, threads: 1);
        Assert.InRange(torn, 1, 150);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(300)]
    public void On_a_full_disk_everything_that_waits_fails_and_nothing_half_written_stays(int room)
    {
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "kept");
            _ledger.Disk.Room = room;
            var failed = Assert.Throws<LedgerException>(() => LedgerFixture.Append(log, new string('z', 50), "b"));
            Assert.Equal("TZ1610", failed.Diagnostic.Code);
            _ledger.Disk.Room = long.MaxValue;
            Assert.Equal("TZ1610", Assert.Throws<LedgerException>(() => LedgerFixture.Append(log, "refused")).Diagnostic.Code);
            Assert.Equal(2, log.Records);
        }

        using var again = _ledger.Open();
        Assert.Empty(_ledger.Diagnostics);
        Assert.Equal(2, LedgerFixture.Append(again, "after"));
    }

    [Fact]
    public void A_short_write_that_cannot_be_taken_back_is_cut_when_the_ledger_is_opened()
    {
        using (var log = _ledger.Create())
        {
            _ledger.Disk.Room = 250;
            _ledger.Disk.CutFails = true;
            Assert.Throws<LedgerException>(() => LedgerFixture.Append(log, "a", "b"));
        }

        (_ledger.Disk.Room, _ledger.Disk.CutFails) = (long.MaxValue, false);
        using var again = _ledger.Open();
        Assert.Equal("TZ1601", Assert.Single(_ledger.Diagnostics).Code);
        Assert.Equal(2, LedgerFixture.Append(again, "after"));
    }

    [Fact]
    public async Task A_flush_that_fails_acknowledges_nothing_of_its_batch_or_after_it()
    {
        _ledger.Disk.FlushTime = TimeSpan.FromMilliseconds(20);
        using var log = _ledger.Create();
        LedgerFixture.Append(log, "kept");
        _ledger.Disk.FlushFails = true;
        var waiting = Enumerable.Range(0, 20).Select(i => log.Append(LedgerFixture.Group(log, $"{i}"))).ToList();
        foreach (var task in waiting)
        {
            Assert.Equal("TZ1610", (await Assert.ThrowsAsync<LedgerException>(() => task)).Diagnostic.Code);
        }

        Assert.Equal("TZ1611", (await Assert.ThrowsAsync<LedgerException>(() => log.MakeCheckpoint())).Diagnostic.Code);
    }

    private static bool Reopen(LedgerPlace found, List<string> acknowledged)
    {
        using (var log = LedgerLog.Open(found, null, []))
        {
            LedgerFixture.Append(log, "after");
        }

        var records = new List<LedgerRecord>();
        using var founding = found.Keys.Founding()!;
        LedgerLog.Replay(found.Disk, founding, entry => records.Add(entry.Read()));
        var persons = records.OfType<SignedIn>().Select(record => record.Person).Where(person => !person.StartsWith('y')).ToList();
        Assert.Equal(acknowledged, persons.Take(acknowledged.Count));
        Assert.Equal(persons.Distinct(StringComparer.Ordinal), persons);
        Assert.Equal("after", persons[^1]);
        return records.Exists(record => record is TailCut);
    }

    private Diagnostic Damaged(IReadOnlyList<string> names, int changed, byte[] content)
    {
        var disk = new FaultyDisk();
        for (var i = 0; i < names.Count; i++)
        {
            disk.Create(names[i], i == changed ? content : _ledger.Disk.Content(names[i]));
        }

        return Assert.Throws<LedgerException>(() => LedgerLog.Open(_ledger.Place with { Disk = disk }, null, [])).Diagnostic;
    }
}
