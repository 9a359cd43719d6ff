using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;
using Xunit;

namespace Tamiz.Tests.Ledger;

/// <summary>Readers beside a writer, and beside what a writer left.</summary>
[Collection(nameof(Alone))]
public sealed class LedgerReaderTests : IDisposable
{
    private readonly TemporaryFiles _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Readers_see_all_that_was_acknowledged_before_and_whole_groups_alone()
    {
        var (folder, keys) = (_temporary.Next(), SigningKeys.Create(_temporary.Next()));
        var place = new LedgerPlace(new LedgerFolder(folder), keys, TimeProvider.System) { Settings = new() { SegmentBytes = 20_000 } };
        var acknowledged = 0L;
        using var log = LedgerLog.Create(place, new Founding(new LedgerId(17), "Aduanas", Simulated: false, "ana"));
        using var founding = keys.Founding()!;
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 150; i++)
            {
                LedgerFixture.Append(log, [.. Enumerable.Range(0, 1 + (i * 37 % 90)).Select(n => $"{i}.{n}.{new string('x', n)}")]);
                Volatile.Write(ref acknowledged, log.Records);
            }
        }, TestContext.Current.CancellationToken);
        LedgerMark? mark = null;
        var seen = 0L;
        do
        {
            var before = Volatile.Read(ref acknowledged);
            using var reader = LedgerReader.Open(new LedgerFolder(folder) { OnlyReads = true }, founding, mark);
            Assert.True(reader.Records >= before && reader.Records >= seen);
            Assert.Equal(reader.Records, reader.Read().LongCount());
            seen = reader.Records;
            mark = seen % 2 == 0 ? log.Mark : null;
        }
        while (!writing.IsCompleted);
        await writing;
        using var last = LedgerReader.Open(new LedgerFolder(folder) { OnlyReads = true }, founding);
        Assert.Equal(log.Records, last.Records);
    }

    [Fact]
    public void A_batch_that_is_not_whole_is_left_where_it_is()
    {
        using var ledger = new LedgerFixture();
        using (var log = ledger.Create())
        {
            LedgerFixture.Append(log, "whole");
            LedgerFixture.Append(log, "torn");
        }

        var content = ledger.Disk.Content(LedgerFixture.Segment(1)).AsSpan()[..^7].ToArray();
        ledger.Disk.Create(LedgerFixture.Segment(1), content);
        using var founding = ledger.Keys.Founding()!;
        using (var reader = LedgerReader.Open(ledger.Disk, founding))
        {
            Assert.Equal(2, reader.Records);
        }

        Assert.Equal(content, ledger.Disk.Content(LedgerFixture.Segment(1)));
    }

    [Fact]
    public async Task Who_is_patient_gets_the_lock_once_it_is_free_and_who_is_not_is_told_who_has_it()
    {
        var folder = _temporary.Next();
        var held = new LedgerFolder(folder).Lock();
        var refused = Assert.Throws<LedgerException>(() => new LedgerFolder(folder).Lock());
        Assert.Equal(LedgerDiagnostics.InUse, refused.Diagnostic.Rule);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        var waiting = Task.Run(() => new LedgerFolder(folder) { Patience = TimeSpan.FromMinutes(5) }.Lock(), TestContext.Current.CancellationToken);
        held.Dispose();
        (await waiting).Dispose();
    }
}
