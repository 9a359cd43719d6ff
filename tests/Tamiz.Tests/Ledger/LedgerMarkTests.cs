using CsCheck;
using Tamiz.Ledger;
using Tamiz.Storage.Ledger;
using Xunit;

namespace Tamiz.Tests.Ledger;

/// <summary>A ledger that was checked before up to some batch opens as one that is checked from its beginning.</summary>
public sealed class LedgerMarkTests : IDisposable
{
    private readonly LedgerFixture _ledger = new() { Settings = new() { Threads = 1, SegmentBytes = 1500 } };

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void From_any_mark_all_is_as_if_everything_had_been_checked() => Gen.Int[0, 9].Array[1, 14].Sample(steps =>
    {
        using var ledger = new LedgerFixture { Settings = _ledger.Settings };
        var marks = new List<LedgerMark>();
        using (var log = ledger.Create())
        {
            foreach (var step in steps)
            {
                marks.Add(log.Mark!);
                switch (step)
                {
                    case 0: log.Rotate("ana", "yearly").GetAwaiter().GetResult(); break;
                    case 1: log.MakeCheckpoint().GetAwaiter().GetResult(); break;
                    default: LedgerFixture.Append(log, [.. Enumerable.Range(0, step).Select(i => $"{i}")]); break;
                }
            }

            marks.Add(log.Mark!);
        }

        var (all, due, proof, tree) = Opened(ledger, null, out _);
        foreach (var mark in marks)
        {
            var (records, dueToo, proofToo, treeToo) = Opened(ledger, mark, out var heard);
            Assert.Equal(all, records);
            Assert.Equal((due, proof, tree), (dueToo, proofToo, treeToo));
            Assert.Equal(all.Skip(all.Count - heard.Count), heard);
            Assert.True(mark.Batch == 0 ? heard.Count == all.Count : heard.Count < all.Count);
        }
    }, iter: 40);

    [Fact]
    public void A_mark_that_is_not_of_the_ledger_leaves_everything_to_be_checked()
    {
        using var other = new LedgerFixture { Settings = _ledger.Settings };
        var (mark, foreign) = (Written(_ledger), Written(other));
        foreach (var wrong in new[] { foreign, mark with { Batch = mark.Batch - 1 }, mark with { Batch = 99 }, mark with { Key = foreign.Key }, mark with { Key = new byte[91] }, mark with { Hash = default } })
        {
            var (records, _, _, _) = Opened(_ledger, wrong, out var heard);
            Assert.Equal(records, heard);
        }
    }

    [Fact]
    public void What_was_changed_before_a_mark_shows_on_opening_in_a_header_and_on_reading_in_a_payload()
    {
        var mark = Written(_ledger);
        var (name, whole) = (LedgerFixture.Segment(1), _ledger.Disk.Content(LedgerFixture.Segment(1)));
        var batch = SegmentHeader.Size + BatchHeader.Size + BatchHeader.Read(whole.AsSpan(SegmentHeader.Size)).StoredLength;
        var shown = 0;
        for (var at = batch; at < batch + BatchHeader.Size + BatchHeader.Read(whole.AsSpan(batch)).StoredLength; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 4;
            _ledger.Disk.Create(name, damaged);
            Assert.StartsWith("TZ160", Assert.Throws<LedgerException>(() => Opened(_ledger, null, out _)).Diagnostic.Code, StringComparison.Ordinal);
            var place = at - batch;
            if (place < BatchHeader.SignedSize)
            {
                Assert.Throws<LedgerException>(() => Opened(_ledger, mark, out _));
                shown++;
            }
            else if (place >= BatchHeader.Size)
            {
                using var log = LedgerLog.Open(_ledger.Place, mark, null, []);
                Assert.Equal("TZ1602", Assert.Throws<LedgerException>(() => log.Read().Count()).Diagnostic.Code);
                shown++;
            }
        }

        Assert.True(shown > BatchHeader.SignedSize);
    }

    [Fact]
    public void After_a_mark_a_torn_tail_is_cut_and_a_changed_batch_refused()
    {
        LedgerMark mark;
        using (var log = _ledger.Create())
        {
            LedgerFixture.Append(log, "one");
            LedgerFixture.Append(log, "two");
            mark = log.Mark!;
            LedgerFixture.Append(log, "three");
        }

        var whole = _ledger.Disk.Content(LedgerFixture.Segment(1));
        _ledger.Disk.Create(LedgerFixture.Segment(1), whole.AsSpan(0, whole.Length - 1));
        var said = new List<Diagnostic>();
        using (LedgerLog.Open(_ledger.Place, mark, null, said))
        {
            Assert.Equal("TZ1601", Assert.Single(said).Code);
        }

        whole[^1] ^= 1;
        _ledger.Disk.Create(LedgerFixture.Segment(1), whole);
        Assert.Equal("TZ1602", Assert.Throws<LedgerException>(() => LedgerLog.Open(_ledger.Place, mark, null, [])).Diagnostic.Code);
    }

    private static LedgerMark Written(LedgerFixture ledger)
    {
        using var log = ledger.Create();
        for (var i = 0; i < 12; i++)
        {
            LedgerFixture.Append(log, $"{i}", "x");
        }

        return log.Mark!;
    }

    private static (List<string> Records, bool CheckpointDue, string Proof, int Batches) Opened(LedgerFixture ledger, LedgerMark? mark, out List<string> heard)
    {
        var checkedRecords = new List<string>();
        using var log = LedgerLog.Open(ledger.Place, mark, entry => checkedRecords.Add(Text(entry)), []);
        var records = log.Read().Select(Text).ToList();
        var checkpoint = LedgerCheckpoints.Latest(ledger.Disk, log);
        var proof = checkpoint is null ? "" : string.Concat(Enumerable.Range(0, (int)checkpoint.Records).Select(record => log.Prove(record, checkpoint).ToString()));
        heard = checkedRecords;
        return (records, log.CheckpointDue, proof, (int)log.Batches);
    }

    private static string Text(LedgerEntry entry) => $"{entry.Sequence} {entry.Batch} {entry.Committed} {Convert.ToHexString(entry.Bytes.Span)}";
}
