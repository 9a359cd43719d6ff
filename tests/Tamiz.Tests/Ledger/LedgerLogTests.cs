using System.Diagnostics;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Ledger;

/// <summary>The log on a disk that does what it is told.</summary>
public sealed class LedgerLogTests : IDisposable
{
    private readonly LedgerFixture _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void A_ledger_begins_with_its_founding_and_what_is_in_force_with_it()
    {
        var founding = new Founding(new LedgerId(17), "Aduanas", Simulated: true, "ana") { Records = [new SeedCommitted(new Instant(0), "ana", "HNTGU", default)] };
        using (var log = LedgerLog.Create(_ledger.Place, founding))
        {
            Assert.Equal((2, 1), (log.Records, log.Batches));
        }

        var records = _ledger.ReadAll();
        var first = Assert.IsType<LedgerFounded>(records[0]);
        Assert.Equal(("Aduanas", true, new LedgerId(17)), (first.Administration, first.Simulated, first.Id));
        Assert.IsType<SeedCommitted>(records[1]);
    }

    [Fact]
    public async Task What_many_threads_append_is_there_whole_in_order_and_acknowledged_with_its_sequence()
    {
        _ledger.Disk.FlushTime = TimeSpan.FromMilliseconds(2);
        var sequences = new long[8][];
        using (var log = _ledger.Create())
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
            {
                var appended = Enumerable.Range(0, 200).Select(i => log.Append(LedgerFixture.Group(log, $"{thread}.{i}.a", $"{thread}.{i}.b"))).ToList();
                sequences[thread] = await Task.WhenAll(appended);
            })));
            Assert.Equal(1 + (8 * 200 * 2), log.Records);
            Assert.InRange(log.Batches, 2, 1600);
        }

        var persons = _ledger.ReadAll().Select(record => (record as SignedIn)?.Person).ToList();
        for (var thread = 0; thread < 8; thread++)
        {
            Assert.Equal(sequences[thread].Order(), sequences[thread]);
            for (var i = 0; i < 200; i++)
            {
                var at = (int)sequences[thread][i];
                Assert.Equal(($"{thread}.{i}.a", $"{thread}.{i}.b"), (persons[at], persons[at + 1]));
            }
        }
    }

    [Fact]
    public async Task Full_queues_hold_whoever_appends_back_and_lose_nothing()
    {
        _ledger.Settings = new() { Threads = 1, WaitingRecords = 3, BatchRecords = 2 };
        using var log = _ledger.Create();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(thread => Task.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(i => log.Append(LedgerFixture.Group(log, "x")))))));
        Assert.Equal(301, log.Records);
        Assert.True(log.Batches >= 151);
    }

    [Fact]
    public void Segments_roll_over_and_reading_starts_anywhere()
    {
        _ledger.Settings = new() { Threads = 2, SegmentBytes = 2000 };
        using (var log = _ledger.Create())
        {
            for (var i = 0; i < 40; i++)
            {
                Assert.Equal(1 + (2 * i), LedgerFixture.Append(log, $"{i}a", $"{i}b"));
            }
        }

        Assert.InRange(_ledger.Disk.List().Count, 4, 40);
        using var again = _ledger.Open();
        Assert.Equal(81, again.Records);
        for (var from = 0; from <= 82; from += 9)
        {
            Assert.Equal(Enumerable.Range(from, Math.Max(0, 81 - from)).Select(i => (long)i), again.Read(from).Select(entry => entry.Sequence));
        }

        Assert.Equal("3b", Assert.IsType<SignedIn>(again.Read(8).First().Read()).Person);
        Assert.Equal(81, LedgerFixture.Append(again, "after"));
    }

    [Fact]
    public async Task After_a_rotation_the_new_key_signs_and_the_old_one_is_gone()
    {
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "before");
            Assert.Equal(_ledger.Keys.Find(await log.Rotate("ana", "yearly"))!.Id, Current());
            LedgerFixture.Append(log, "after");
        }

        Assert.Equal(["key-1.public.pem", "key-2.pem", "key-2.public.pem"], Directory.GetFiles(_ledger.KeyFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        _ledger.Restart();
        using (var log = _ledger.Open())
        {
            LedgerFixture.Append(log, "again");
        }

        Assert.Equal(["LedgerFounded", "SignedIn", "KeyChanged", "CheckpointMade", "SignedIn", "SignedIn"], _ledger.ReadAll().Select(record => record.GetType().Name));
        var checkpoint = Checkpoint.Read(System.Text.Encoding.ASCII.GetString(_ledger.Disk.Content("checkpoints/checkpoint-0000000002.txt")));
        using var founding = _ledger.Keys.Founding()!;
        Assert.True(checkpoint.IsSignedBy(founding));

        Hash Current() => PublicKey.ReadPem(File.ReadAllText(Path.Combine(_ledger.KeyFolder, "key-2.public.pem"))).Id;
    }

    [Fact]
    public async Task A_rotation_that_was_cut_short_is_finished_when_the_ledger_is_opened()
    {
        FaultyDisk cut;
        string[] keys;
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "before");
            var first = File.ReadAllText(Path.Combine(_ledger.KeyFolder, "key-1.pem"));
            await log.Rotate("ana", "yearly");
            File.WriteAllText(Path.Combine(_ledger.KeyFolder, "key-1.pem"), first);
            keys = Directory.GetFiles(_ledger.KeyFolder);
            cut = WithoutLastBatch();
        }

        Assert.Equal(4, keys.Length);
        _ledger.Disk = cut;
        _ledger.Restart();
        using (var log = _ledger.Open())
        {
            LedgerFixture.Append(log, "after");
        }

        Assert.Equal(["LedgerFounded", "SignedIn", "KeyChanged", "CheckpointMade", "SignedIn"], _ledger.ReadAll().Select(record => record.GetType().Name));
        Assert.Equal(3, Directory.GetFiles(_ledger.KeyFolder).Length);
    }

    [Fact]
    public void The_private_key_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_ledger.KeyFolder, "key-1.pem")));
    }

    [Fact]
    public void A_clock_set_back_is_recorded_once_a_fall_and_time_stands_still()
    {
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "one");
            _ledger.Clock.Time -= TimeSpan.FromHours(1);
            LedgerFixture.Append(log, "two");
            LedgerFixture.Append(log, "three");
            _ledger.Clock.Time += TimeSpan.FromHours(2);
            LedgerFixture.Append(log, "four");
            _ledger.Clock.Time -= TimeSpan.FromMinutes(5);
            Assert.Equal(7, LedgerFixture.Append(log, "five"));
            Assert.Throws<ArgumentException>(() => { _ = log.Append(RecordGroup.Of(new RecordWriter(), new SignedIn(log.Now.AddDays(1), "", "x", true, ""))); });
        }

        Assert.Equal(
            ["LedgerFounded", "SignedIn", "ClockFellBack", "SignedIn", "SignedIn", "SignedIn", "ClockFellBack", "SignedIn"],
            _ledger.ReadAll().Select(record => record.GetType().Name));
        using var again = _ledger.Open();
        Assert.Equal("TZ1607", Assert.Single(_ledger.Diagnostics).Code);
    }

    [Fact]
    public async Task Checkpoints_fall_due_after_an_hour_in_which_something_happened()
    {
        using var log = _ledger.Create();
        Assert.True(log.CheckpointDue);
        var first = await log.MakeCheckpoint("ana");
        _ledger.Clock.Time += TimeSpan.FromHours(2);
        Assert.False(log.CheckpointDue);
        LedgerFixture.Append(log, "one");
        Assert.True(log.CheckpointDue);
        var second = await log.MakeCheckpoint();
        Assert.Equal((0L, 1L, 2L, 3L), (first.Batch, first.Records, second.Batch, second.Records));
        Assert.Equal(second.ToString(), System.Text.Encoding.ASCII.GetString(_ledger.Disk.Content("checkpoints/" + second.FileName)));
        Assert.Equal(second.ToString(), Checkpoint.Read(second.ToString()).ToString());
        var record = Assert.IsType<CheckpointMade>(log.Read().Last().Read());
        Assert.Equal((second.Batch, second.BatchHash, second.Tree), (record.Batch, record.BatchHash, record.Tree));
    }

    [Fact]
    public async Task Every_record_is_proved_and_no_other_is()
    {
        using var log = _ledger.Create();
        for (var i = 0; i < 10; i++)
        {
            LedgerFixture.Append(log, [.. Enumerable.Range(0, 1 + (i * 3 % 7)).Select(n => $"{i}.{n}")]);
        }

        var checkpoint = await log.MakeCheckpoint();
        using var key = _ledger.Keys.Founding()!;
        foreach (var entry in log.Read().TakeWhile(entry => entry.Sequence < checkpoint.Records))
        {
            var proof = InclusionProof.Read(log.Prove(entry.Sequence, checkpoint).ToString());
            Assert.True(proof.Holds(checkpoint, key));
            Assert.Equal(entry.Bytes.ToArray(), proof.Bytes.ToArray());
            Assert.False((proof with { Record = proof.Record + 1 }).Holds(checkpoint, key));
            Assert.False((proof with { Bytes = proof.Bytes[1..] }).Holds(checkpoint, key));
            Assert.False(proof.Holds(checkpoint with { Tree = default }, key));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => log.Prove(checkpoint.Records, checkpoint));
    }

    [Fact]
    public void Only_the_log_itself_founds_and_changes_keys()
    {
        using var log = _ledger.Create();
        Assert.Throws<ArgumentException>(() => { _ = log.Append(RecordGroup.Of(new RecordWriter(), new KeyChanged(log.Now, "", new byte[3], ""))); });
        Assert.Throws<ArgumentException>(() => RecordGroup.Of(new RecordWriter()));
    }

    [Fact]
    public void A_second_ledger_is_not_founded_over_the_first_and_none_is_found_in_an_empty_folder()
    {
        Assert.Equal("TZ1608", Assert.Throws<LedgerException>(() => _ledger.Open()).Diagnostic.Code);
        _ledger.Create().Dispose();
        Assert.Equal("TZ1609", Assert.Throws<LedgerException>(() => _ledger.Create()).Diagnostic.Code);
        using var other = new LedgerFixture { Disk = _ledger.Disk };
        Assert.Equal("TZ1602", Assert.Throws<LedgerException>(() => other.Open()).Diagnostic.Code);
        File.Delete(Path.Combine(_ledger.KeyFolder, "key-1.pem"));
        _ledger.Restart();
        Assert.Equal("TZ1605", Assert.Throws<LedgerException>(() => _ledger.Open()).Diagnostic.Code);
    }

    [Fact]
    public void Another_process_keeps_the_ledger_to_itself()
    {
        using var temporary = new TemporaryFiles();
        var folder = Path.Combine(temporary.Next(), "ledger");
        var place = _ledger.Place with { Disk = new LedgerFolder(folder) };
        LedgerLog.Create(place, new Founding(new LedgerId(3), "Aduanas", false, "")).Dispose();
        using var other = Process.Start(new ProcessStartInfo("flock", [Path.Combine(folder, "lock"), "sh", "-c", "echo held; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", other.StandardOutput.ReadLine());
        var refused = Assert.Throws<LedgerException>(() => LedgerLog.Open(place, null, [])).Diagnostic;
        Assert.Equal("TZ1604", refused.Code);
        Assert.Contains($"process {Environment.ProcessId}", refused.Found, StringComparison.Ordinal);
        other.StandardInput.Close();
        other.WaitForExit();
        using var log = LedgerLog.Open(place, null, []);
        Assert.Equal("TZ1604", Assert.Throws<LedgerException>(() => LedgerLog.Open(place, null, [])).Diagnostic.Code);
        Assert.Equal(1, LedgerFixture.Append(log, "one"));
    }

    private FaultyDisk WithoutLastBatch()
    {
        var content = _ledger.Disk.Content(LedgerFixture.Segment(1));
        var offset = SegmentHeader.Size;
        for (var next = offset; next < content.Length; next += BatchHeader.Size + BatchHeader.Read(content.AsSpan(next)).StoredLength)
        {
            offset = next;
        }

        var disk = new FaultyDisk();
        disk.Create(LedgerFixture.Segment(1), content.AsSpan(0, offset));
        return disk;
    }
}
