using System.Globalization;
using Tamiz.Formats.Mappings;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>
/// Lets the disk fail under a home: full at every k-th write, short writes, flushes that fail. Under the ledger by a disk that is told to
/// fail, with and without a power cut after it; under all that a process writes, by a limit on the length of files, and by strace, which
/// lets system calls fail, where it is installed.
/// </summary>
public sealed class HomeFaultTrial : Trial
{
    private const uint Seed = 20261127;
    private const int RoundsBetweenChecks = 10;
    private const string Tracer = "/usr/bin/strace";

    private readonly Xorshift _chance = new(Seed);
    private readonly SortedDictionary<string, (int Rounds, int Failed)> _tally = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "faults";

    /// <inheritdoc/>
    public override string Purpose => "lets the disk fail SIZE times under a home at work; nothing acknowledged may be missing, nothing decided twice";

    /// <inheritdoc/>
    public override long FullSize => 300;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var line = new HomeLine(Directory.CreateDirectory(temporary.Next()).FullName, "faulty", 20);
        line.Found();
        var witness = new HomeWitness(line.Home, line.Escrow);
        for (var round = 0; round < size; round++)
        {
            var step = line.Next(round);
            var kind = round % 3 < 2 && step.IsImport ? InMemory(step, line, witness, round) : InProcess(_chance.Next(3) == 0 ? line.Beside(_chance) : step, line, witness);
            witness.Look(anew: false);
            var result = Tool.Within(step.Arguments);
            line.Note(step, result);
            witness.Take(line.Receipts);
            step.Passed(result);
            witness.Look(anew: round % RoundsBetweenChecks == 0);
            if (round % RoundsBetweenChecks == RoundsBetweenChecks - 1 || round == size - 1)
            {
                line.Check();
            }

            say(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}, {kind}: {witness.Receipts} declarations acknowledged, all there; {witness.Records} records"));
        }

        line.Replay();
        return Report(size, witness);
    }

    // Within this process, the ledger on a disk that is told to fail.
    private string InMemory(HomeStep step, HomeLine line, HomeWitness witness, int round)
    {
        var folder = new LedgerFolder(Path.Combine(line.Home, "ledger"));
        var disk = FaultyDisk.Of(folder);
        var kind = (round / 3 % 4) switch { 0 => "ledger: full", 1 => "ledger: k-th write short", 2 => "ledger: k-th flush fails", _ => "ledger: flush and cut fail" };
        Fail(disk, kind, round);
        var failed = false;
        try
        {
            Import(step, line, disk, witness);
        }
        catch (Exception e) when (e is LedgerException or IOException)
        {
            failed = true;
        }

        Count(kind, failed);
        (_chance.Next(2) == 0 ? disk.Mended() : disk.AfterPowerCut(new Random(round))).CopyTo(folder);
        return kind + (failed ? "" : ", not reached");
    }

    private void Fail(FaultyDisk disk, string kind, int round)
    {
        switch (kind)
        {
            case "ledger: full": disk.Room = _chance.Next(40_000); break;
            case "ledger: k-th write short": disk.Writes = round / 12 % 40; break;
            case "ledger: k-th flush fails": disk.FlushesLeft = round / 12 % 40; break;
            default: (disk.FlushesLeft, disk.CutFails) = (_chance.Next(20), true); break;
        }
    }

    private static void Import(HomeStep step, HomeLine line, FaultyDisk disk, HomeWitness witness)
    {
        using var home = LiveHome.Open(line.Home, disk, TimeProvider.System, []);
        var mapping = Mapping.Read(File.ReadAllText(step.Arguments[3]), "mapping.yaml", []);
        using var input = InputSet.Open([step.Arguments[1]], mapping, home.State.Course!.Home.Zones, withGoods: false, 2, []);
        var import = new HomeImport(home, "", 2) { Acknowledged = witness.Take };
        _ = step.Arguments.Contains("--live") ? import.Live(input, null, static _ => { }) : import.History(input, null, static _ => { });
        home.Log.MakeCheckpoint().GetAwaiter().GetResult();
    }

    // A process of its own whose system calls fail, or whose files may not grow.
    private string InProcess(HomeStep step, HomeLine line, HomeWitness witness)
    {
        var (kind, before) = File.Exists(Tracer) ? _chance.Next(5) switch
        {
            0 or 1 => ("process: k-th flush fails", Traced("fsync,fdatasync", "EIO", 60)),
            2 => ("process: k-th write finds the disk full", Traced("pwrite64", "ENOSPC", 120)),
            3 => ("process: k-th rename fails", Traced("rename,renameat,renameat2,unlink", "EIO", 12)),
            _ => Limited(line),
        } : Limited(line);
        using var process = Tool.Start(before, step.Arguments, ("DOTNET_EnableWriteXorExecute", "0"));
        var result = Tool.Finish(process, static _ => { });
        witness.Take(line.Receipts);
        witness.Take(result);
        line.Note(step, result);
        Count(kind, result.Code != 0);
        return result.Code is 0 or 1 ? $"{kind}, {step.Kind}{(result.Code == 0 ? ", not reached" : "")}"
            : throw new InvalidOperationException($"{kind}: tamiz {string.Join(' ', step.Arguments)} ended with {result.Code}: {result.Errors}");
    }

    private string[] Traced(string calls, string error, int most) =>
        [Tracer, "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}:when={1 + _chance.Next(most)}+"];

    // Writing beyond the limit is a short write first and fails then; the limit lies somewhere about the ledger's length.
    private (string Kind, string[] Before) Limited(HomeLine line)
    {
        var length = Directory.GetFiles(Path.Combine(line.Home, "ledger"), "*.tzl").Max(file => new FileInfo(file).Length);
        var blocks = (length / 512) - 40 + _chance.Next(200);
        return ("process: files may not grow", ["/bin/sh", "-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {Math.Max(16, blocks)}; exec \"$0\" \"$@\"")]);
    }

    private void Count(string kind, bool failed)
    {
        var (rounds, before) = _tally.GetValueOrDefault(kind);
        _tally[kind] = (rounds + 1, before + (failed ? 1 : 0));
    }

    private string Report(long size, HomeWitness witness)
    {
        var invariant = CultureInfo.InvariantCulture;
        var rows = string.Concat(_tally.Select(one => string.Create(invariant, $"| {one.Key} | {one.Value.Rounds} | {one.Value.Failed} |\n")));
        return string.Create(invariant, $"""
            # Disks that fail under a home

            Command: `./tamiz trial {Name} {size}`, seed {Seed}. {Environment.ProcessorCount} cores, .NET {Environment.Version}{(File.Exists(Tracer) ? ", strace" : ", no strace")}.

            | fault | rounds | in which the command failed |
            |---|---|---|
            {rows}
            {witness.Receipts} versions of declarations acknowledged: none is missing. {witness.Records} records, {witness.Torn} torn tails cut; {witness.Decisions} versions have one
            assessment, one draw and one lane each. After each fault the verifier found nothing wrong, the same command then came through, and every
            {RoundsBetweenChecks} rounds desk, archive, persons, contents, credentials and seeds were those of the ledger. All decisions replay deep.

            """);
    }
}
