using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>The ledger's speed: decisions in batch, single records on a slow disk, reading it again, proofs.</summary>
public sealed class LedgerTrial : Trial
{
    private const int RecordsPerDecision = 4;
    private const int Clients = 64;
    private const int ColdProofs = 500;
    private const int Proofs = 1000;
    private static readonly TimeSpan SlowFlush = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    public override string Name => "ledger";

    /// <inheritdoc/>
    public override string Purpose => "records a second over SIZE decisions in batch, single records where a flush takes 10 ms, reading, proofs";

    /// <inheritdoc/>
    public override long FullSize => 250_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var pool = new DecisionPool();
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Ledger\n\nCommand: `./tamiz trial ledger {size}`. {size} decisions of {RecordsPerDecision} records, two or three items each, {pool.FactCount} facts an item (those that a home stores). ");
        report.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}. On a noisy machine; nothing here is asserted by a test.\n\n| what | figure |\n|---|---|\n");
        var folder = temporary.Next();
        Directory.CreateDirectory(folder);
        using (var keys = SigningKeys.Create(Path.Combine(folder, "keys")))
        {
            var place = new LedgerPlace(new LedgerFolder(Path.Combine(folder, "ledger")), keys, TimeProvider.System);
            Encode(pool, (int)Math.Min(size, 20_000), report);
            Batch(place, pool, (int)size, report);
            Reopen(place, size, report);
        }

        Single(temporary.Next(), (int)Math.Clamp(size, Clients, 20_000), report);
        say(report.ToString());
        return report.ToString();
    }

    private static Founding NewLedger() => new(LedgerId.Of(RandomNumberGenerator.GetBytes(LedgerId.Size)), "Trial", Simulated: true, "trial");

    private static void Encode(DecisionPool pool, int size, StringBuilder report)
    {
        var scratch = new RecordWriter();
        var at = Instant.FromUtc(TimeProvider.System.GetUtcNow().UtcDateTime);
        long bytes = 0;
        var meter = new Meter();
        for (var i = 0; i < size; i++)
        {
            bytes += pool.Group(at, i, scratch).Payload.Length;
        }

        meter.Tell(report, "encoding and hashing on one thread", (long)size * RecordsPerDecision);
        Line(report, "bytes a decision before DEFLATE", bytes / (double)size);
    }

    private static void Batch(LedgerPlace place, DecisionPool pool, int size, StringBuilder report)
    {
        using var log = LedgerLog.Create(place, NewLedger());
        var meter = new Meter();
        var at = log.Now;
        Parallel.For(0, Environment.ProcessorCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, thread =>
        {
            var scratch = new RecordWriter();
            var last = Task.FromResult(0L);
            for (var i = thread; i < size; i += Environment.ProcessorCount)
            {
                last = log.Append(pool.Group(at, i, scratch));
            }

            last.GetAwaiter().GetResult();
        });

        meter.Tell(report, "batch: encoding, hashing, signing and flushing", (long)size * RecordsPerDecision);
        Require(log.Records == 1 + ((long)size * RecordsPerDecision), "every record is committed");
        Line(report, "batch: records a flush", log.Records / (double)log.Batches);
        Line(report, "bytes a decision on disk", SizeOf(place.Disk) / (double)size);
        Prove(log, report);
    }

    private static void Prove(LedgerLog log, StringBuilder report)
    {
        var checkpoint = log.MakeCheckpoint().GetAwaiter().GetResult();
        using var key = PublicKey.Read(((LedgerFounded)log.Read().First().Read()).Key.Span);
        var last = log.Prove(0, checkpoint);
        var times = new double[(int)Math.Min(ColdProofs, log.Batches)];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            last = log.Prove(checkpoint.Records * i / times.Length, checkpoint);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Require(last.Holds(checkpoint, key), "a proof holds");
        }

        Array.Sort(times);
        Line(report, "proof of a record in a batch not asked for before, median, ms", times[times.Length / 2]);
        Line(report, "proof of a record in a batch not asked for before, 99th percentile, ms", times[(int)(times.Length * 0.99)]);
        var batch = last.Record - last.Index;
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < Proofs; i++)
        {
            _ = log.Prove(batch + (i % last.Count), checkpoint);
        }

        Line(report, "proof of a record in the batch asked for last, ms", warm.Elapsed.TotalMilliseconds / Proofs);
    }

    private static void Reopen(LedgerPlace place, long size, StringBuilder report)
    {
        long records = 0;
        var meter = new Meter();
        using var log = LedgerLog.Open(place, _ => records++, []);
        meter.Tell(report, "opening: reading and checking the chain", records);
        Require(records == 2 + (size * RecordsPerDecision), "every record is there again");
        meter = new Meter();
        long read = 0;
        foreach (var entry in log.Read())
        {
            read += entry.Read().At.UnixMilliseconds > 0 ? 1 : 0;
        }

        meter.Tell(report, "reading and decoding every record", read);
    }

    private static void Single(string folder, int size, StringBuilder report)
    {
        Directory.CreateDirectory(folder);
        using var keys = SigningKeys.Create(Path.Combine(folder, "keys"));
        var disk = new SlowedDisk(new LedgerFolder(Path.Combine(folder, "ledger")), SlowFlush);
        using var log = LedgerLog.Create(new LedgerPlace(disk, keys, TimeProvider.System), NewLedger());
        var before = disk.Flushes;
        var times = new double[Clients][];
        var watch = Stopwatch.StartNew();
        Task.WaitAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () => times[client] = await Client(log, size / Clients).ConfigureAwait(false))));
        var all = times.SelectMany(own => own).Order().ToArray();
        Line(report, $"single: flushes take 10 ms more, {Clients} at a time, records a second", all.Length / watch.Elapsed.TotalSeconds);
        Line(report, "single: median, ms", all[all.Length / 2]);
        Line(report, "single: 99th percentile, ms", all[(int)(all.Length * 0.99)]);
        Line(report, "single: records a flush", all.Length / (double)(disk.Flushes - before));
        Require(log.Records == 1 + all.Length, "every record is committed");
    }

    private static async Task<double[]> Client(LedgerLog log, int count)
    {
        var scratch = new RecordWriter();
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await log.Append(RecordGroup.Of(scratch, new SignedIn(log.Now, "", "somebody", true, "trial"))).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    private static long SizeOf(ILedgerDisk disk) =>
        disk.List().Where(name => name.EndsWith(".tzl", StringComparison.Ordinal)).Sum(name => new FileInfo(Path.Combine(disk.Where, name)).Length);

    private static void Line(StringBuilder report, string what, double figure) =>
        report.Append(CultureInfo.InvariantCulture, $"| {what} | {(figure < 1 ? figure.ToString("0.0000", CultureInfo.InvariantCulture) : figure.ToString(figure < 1000 ? "0.00" : "0", CultureInfo.InvariantCulture))} |\n");

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"does not hold: {what}");
        }
    }

    // Beside other work on the machine, the processor's time says more than the clock's.
    private sealed class Meter
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;

        public void Tell(StringBuilder report, string what, long records)
        {
            Line(report, $"{what}, records a second", records / _watch.Elapsed.TotalSeconds);
            Line(report, $"{what}, µs of processor a record", (Environment.CpuUsage.TotalTime - _cpu).TotalMicroseconds / records);
        }
    }
}
