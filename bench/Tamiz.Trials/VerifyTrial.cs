using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;

namespace Tamiz.Trials;

/// <summary>The verifier: no false alarm over many clean ledgers, and its speed over a long one.</summary>
public sealed class VerifyTrial : Trial
{
    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Purpose => "SIZE clean ledgers raise no alarm, and records a second over one of a thousand times as many records";

    /// <inheritdoc/>
    public override long FullSize => 1000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Verifying\n\nCommand: `./tamiz trial verify {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n");
        long records = 0;
        for (var seed = 0; seed < size; seed++)
        {
            records += InFolder(Small(seed), folder => Clean(folder).Records);
        }

        report.Append(CultureInfo.InvariantCulture, $"{size} clean ledgers with {records} records in all: no false alarm.\n\n");
        report.Append("| ledger | records | bytes | s | records a second | CPU s | records a second, had it the cores alone | working set, MiB |\n|---|---|---|---|---|---|---|---|\n");
        var declarations = (int)Math.Max(100, size * 1000 / 6);
        foreach (var (name, shape) in new[]
        {
            ("batches of 256, decisions of 8 facts and 2 reasons an item", Long(declarations)),
            ("batches of 256, decisions of 60 facts an item and 8 reasons", Long(declarations) with { Facts = 60, Reasons = 8 }),
            ("batches of 10", Long(declarations / 10) with { BatchSize = 10 }),
        })
        {
            report.Append(InFolder(shape, folder => Measure(name, folder)));
        }

        say(report.ToString());
        return report.ToString();
    }

    private static SampleSize Small(int seed) => new(seed)
    {
        Days = 1 + (seed % 4),
        Offices = 1 + (seed / 4 % 3),
        PerDay = 1 + (seed % 11),
        BatchSize = 1 + (seed * 7 % 40),
        BatchesPerSegment = 1 + (seed % 20),
        ClosesLast = seed % 3 == 0,
        EscrowsLast = seed % 2 == 0,
    };

    private static SampleSize Long(int declarations) =>
        new(1) { Days = 2, Offices = 4, PerDay = Math.Max(1, declarations / 8), BatchSize = 256, BatchesPerSegment = 2000, ClosesLast = true };

    private static T InFolder<T>(SampleSize size, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-verify-");
        try
        {
            SampleHistory.Make(size).Write(folder.FullName);
            return use(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (long Records, VerificationReport Report) Clean(string folder)
    {
        var report = Verification.Run(new VerificationRequest(Path.Combine(folder, "ledger"), Path.Combine(folder, "public.pem")) { Escrow = Path.Combine(folder, "escrow") });
        return report.IsFine && report.Notes.Count == 0 ? ((long)report.Records, report) : throw new InvalidOperationException("a false alarm: " + ReportText.Plain(report));
    }

    // The best of three. The machine may have other work: CPU seconds tell what the cores would do if they had none.
    private static string Measure(string name, string folder)
    {
        var bytes = Directory.GetFiles(Path.Combine(folder, "ledger"), "*.tzl").Sum(file => new FileInfo(file).Length);
        var best = (Seconds: double.MaxValue, Cpu: double.MaxValue);
        long records = 0;
        long workingSet = 0;
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            records = Clean(folder).Records;
            best = (Math.Min(best.Seconds, watch.Elapsed.TotalSeconds), Math.Min(best.Cpu, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds));
            workingSet = Process.GetCurrentProcess().WorkingSet64;
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {records} | {bytes} | {best.Seconds:F2} | {records / best.Seconds:F0} | {best.Cpu:F2} | {Environment.ProcessorCount * records / best.Cpu:F0} | {workingSet / 1048576.0:F0} |\n");
    }
}
