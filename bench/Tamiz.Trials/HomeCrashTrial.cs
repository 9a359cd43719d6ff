using System.Diagnostics;
using System.Globalization;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>
/// Kills the tool at random instants while it works on a home, again and again the same home, and looks at what it left: while it opens,
/// mends, imports, closes days, rotates keys, approves, makes again what is made from the ledger, backs up.
/// </summary>
public sealed class HomeCrashTrial : Trial
{
    private const uint Seed = 20261126;
    private const int KillsBetweenChecks = 20;
    private const int PercentKilled = 75;
    private const int Declarations = 120; // of a day; a file has three days
    private const int FewDeclarations = 30;
    private const int PercentOfLine = 70;
    private const double FirstLife = 1500;

    private readonly Xorshift _chance = new(Seed);
    private readonly Dictionary<string, double> _lives = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Killed, int Finished)> _tally = new(StringComparer.Ordinal);
    private int _kills;
    private bool _isWhole = true;

    /// <inheritdoc/>
    public override string Name => "crash";

    /// <inheritdoc/>
    public override string Purpose => "kills the tool at work on a home SIZE times; nothing acknowledged may be missing, nothing decided twice";

    /// <inheritdoc/>
    public override long FullSize => 200;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var folder = Directory.CreateDirectory(temporary.Next()).FullName;
        var line = new HomeLine(folder, "killed", size < KillsBetweenChecks ? FewDeclarations : Declarations);
        line.Found();
        var witness = new HomeWitness(line.Home, line.Escrow);
        say(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}"));
        var steps = new List<HomeStep>();
        while (_kills < size)
        {
            // The next step of the line is tried until it comes through; other acts come between.
            var step = line.Next(steps.Count);
            while (_kills < size && !(_chance.Next(100) < PercentOfLine && Try(step, line, witness, say)))
            {
                _ = _chance.Next(2) == 0 && Try(line.Beside(_chance), line, witness, say);
            }

            steps.Add(step);
        }

        Finish(line, steps[^1]);
        witness.Take(line.Receipts);
        witness.Look(anew: true);
        line.Check();
        HomeLine.ImportAgain(steps);
        witness.Look(anew: true);
        var same = Compare(folder, steps, size, witness);
        var replayed = line.Replay();
        return Report(size, witness, steps.Count, same, replayed);
    }

    // Whether it came through.
    private bool Try(HomeStep step, HomeLine line, HomeWitness witness, Action<string> say)
    {
        if (_isWhole && _chance.Next(4) == 0)
        {
            line.Tear(_chance);
        }

        var process = Tool.Start([], step.Arguments);
        var killed = _chance.Next(100) < PercentKilled;
        var result = Tool.Finish(process, running =>
        {
            if (killed)
            {
                WaitFor(step, line, running);
                running.Kill();
            }
        });
        process.Dispose();
        _isWhole = !result.IsKilled;
        witness.Take(line.Receipts);
        witness.Take(result);
        line.Note(step, result);
        var (dead, finished) = _tally.GetValueOrDefault(step.Kind);
        _tally[step.Kind] = result.IsKilled ? (dead + 1, finished) : (dead, finished + 1);
        if (!result.IsKilled)
        {
            _lives[step.Kind] = Math.Max(result.Took.TotalMilliseconds, 0.8 * _lives.GetValueOrDefault(step.Kind));
            return step.Passed(result);
        }

        _kills++;
        witness.Look(anew: _kills % KillsBetweenChecks == 0);
        if (_kills % KillsBetweenChecks == 0)
        {
            line.Check();
        }

        say(string.Create(CultureInfo.InvariantCulture, $"kill {_kills}, {step.Kind}: {witness.Receipts} declarations and {witness.Claims} acts acknowledged, all there; {witness.Records} records"));
        return false;
    }

    // At any instant of its life; of an import half the time soon after some of its receipts.
    private void WaitFor(HomeStep step, HomeLine line, Process running)
    {
        var life = _lives.GetValueOrDefault(step.Kind, FirstLife);
        var milliseconds = _chance.Next((int)(life * 1.1));
        if (step.IsImport && _chance.Next(2) == 0)
        {
            var length = LengthOf(line.Receipts) + _chance.Next(20_000);
            while (!running.HasExited && LengthOf(line.Receipts) < length)
            {
                Thread.Sleep(1);
            }

            milliseconds = _chance.Next(30);
        }

        running.WaitForExit(milliseconds);
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static void Finish(HomeLine line, HomeStep step)
    {
        var result = Tool.Run(step.Arguments);
        line.Note(step, result);
        if (!step.Passed(result))
        {
            throw new InvalidOperationException($"{step.Kind} does not come through: {result.Errors}");
        }
    }

    // A home that is never killed gets the same files. Its seeds are others, and so are its draws and what they lead to.
    private static int Compare(string folder, List<HomeStep> steps, long size, HomeWitness killed)
    {
        var clean = new HomeLine(folder, "clean", size < KillsBetweenChecks ? FewDeclarations : Declarations);
        clean.Found();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = clean.Next(i);
            var result = Tool.Within(step.Arguments);
            clean.Note(step, result);
            if (!step.Passed(result))
            {
                throw new InvalidOperationException($"{step.Kind} of the clean home: {result.Errors}");
            }
        }

        var witness = new HomeWitness(clean.Home, clean.Escrow);
        witness.Look(anew: true);
        if (witness.Assessments.Count != killed.Assessments.Count)
        {
            throw new InvalidOperationException($"{killed.Assessments.Count} assessments, {witness.Assessments.Count} in a home that was never killed");
        }

        foreach (var (declaration, hash) in witness.Assessments)
        {
            if (killed.Assessments.GetValueOrDefault(declaration) != hash)
            {
                throw new InvalidOperationException($"{declaration.Identity} version {declaration.Version} was assessed otherwise in a home that was never killed");
            }
        }

        return witness.Assessments.Count;
    }

    private string Report(long size, HomeWitness witness, int steps, int same, long replayed)
    {
        var invariant = CultureInfo.InvariantCulture;
        var rows = string.Concat(_tally.Select(one => string.Create(invariant, $"| {one.Key} | {one.Value.Killed} | {one.Value.Finished} |\n")));
        return string.Create(invariant, $"""
            # Kills of the tool at work on a home

            Command: `./tamiz trial {Name} {size}`, seed {Seed}. {Environment.ProcessorCount} cores, .NET {Environment.Version}.

            | command | killed | came to its end |
            |---|---|---|
            {rows}
            {_kills} kills with SIGKILL; {witness.Receipts} versions of declarations and {witness.Claims} other acts acknowledged: none is missing. {witness.Records} records, {witness.Torn}
            torn tails cut, most of them put there as a power cut leaves them. {witness.Decisions} versions have one assessment, one draw and one lane each. After each kill the verifier found nothing wrong, also
            against the escrow; every {KillsBetweenChecks} kills, and at the end, desk, archive, persons, contents, credentials and seeds were those of the ledger.
            Importing every file again took nothing. {same} assessments, in {steps} steps, are byte for byte those of a home that was never killed (its seeds, and so
            its draws, are others); {replayed} decisions replayed deep, with the lanes that their draws give.

            """);
    }
}
