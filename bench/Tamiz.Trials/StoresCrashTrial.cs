using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Tamiz.Storage;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Persons;

namespace Tamiz.Trials;

/// <summary>Kills a process that writes the stores of a home, again and again, and looks at what it left.</summary>
public sealed class StoresCrashTrial : Trial
{
    private const int Endless = 1_000_000;

    /// <inheritdoc/>
    public override string Name => "stores-crash";

    /// <inheritdoc/>
    public override string Purpose => "kills a writer of persons, contents, desk and archive SIZE times; nothing acknowledged may be missing";

    /// <inheritdoc/>
    public override long FullSize => 200;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var (home, clean) = (temporary.Next(), temporary.Next());
        Directory.CreateDirectory(home);
        Directory.CreateDirectory(clean);
        var acknowledged = -1;
        var chance = new Xorshift(20261124);
        for (var kill = 0; kill < size; kill++)
        {
            acknowledged = Math.Max(acknowledged, KillAfter(home, 1 + chance.Next(60), chance.Next(40)));
            Look(home, acknowledged);
            say(string.Create(CultureInfo.InvariantCulture, $"kill {kill + 1}: {acknowledged + 1} steps acknowledged, all there"));
        }

        Compare(home, clean, acknowledged);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"# Kills of a writer of the stores\n\nCommand: `./tamiz trial {Name} {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n{size} kills, {acknowledged + 1} steps acknowledged: none is missing; desk and closed months are the same as those of a writer that was never killed.\n");
    }

    // After some steps, and then at any instant within the next one or two.
    private static int KillAfter(string home, int steps, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StoresCrashTrial).Assembly.Location, StoresWriter.Name, home, $"{Endless}"]) { RedirectStandardOutput = true };
        using var writer = Process.Start(start) ?? throw new InvalidOperationException("no writer");
        var last = -1;
        for (var step = 0; step < steps && writer.StandardOutput.ReadLine() is { } done; step++)
        {
            last = int.Parse(done, CultureInfo.InvariantCulture);
        }

        Thread.Sleep(milliseconds);
        writer.Kill();
        while (writer.StandardOutput.ReadLine() is { } line)
        {
            // The last line may be cut.
            last = int.TryParse(line, CultureInfo.InvariantCulture, out var step) && step == last + 1 ? step : last;
        }

        writer.WaitForExit();
        return last;
    }

    private static void Look(string home, int acknowledged)
    {
        using var persons = PersonsTable.Open(home);
        using var asked = PersonsTable.Open(home);
        using var desk = DeskDatabase.Open(home);
        var contents = ContentStore.Open(home);
        var archive = ItemArchive.Open(home);
        for (var step = 0; step <= acknowledged; step++)
        {
            // One table says the pseudonyms; the other has nothing that waits, and finds what was stored.
            var party = StoresWriter.PartyOf(step);
            var given = persons.Of(party);
            if (asked.Find(given.Identifier, given.Person) != party)
            {
                throw new InvalidOperationException($"the person of step {step} is missing");
            }

            var content = StoresWriter.ContentOf(step);
            if (!contents.Get(SHA256.HashData(content)).AsSpan().SequenceEqual(content))
            {
                throw new InvalidOperationException($"the content of step {step} is another one");
            }
        }

        if ((persons.Check() ?? desk.Check()) is { } wrong)
        {
            throw new InvalidOperationException(wrong.ToString());
        }

        if (desk.Watermark < acknowledged || archive.Watermark < acknowledged - 8)
        {
            throw new InvalidOperationException($"{acknowledged + 1} steps acknowledged, desk up to {desk.Watermark}, archive up to {archive.Watermark}");
        }
    }

    // Both go on to the same step without being killed.
    private static void Compare(string home, string clean, int acknowledged)
    {
        var steps = acknowledged + 100;
        Finish(home, steps);
        Finish(clean, steps);
        using var left = DeskDatabase.Open(home);
        using var right = DeskDatabase.Open(clean);
        if (left.Fingerprint() != right.Fingerprint() || Months(home) != Months(clean))
        {
            throw new InvalidOperationException("what was killed and went on differs from what was never killed");
        }
    }

    private static void Finish(string home, int steps)
    {
        using var desk = DeskDatabase.Open(home);
        var archive = ItemArchive.Open(home);
        for (var step = (int)Math.Min(desk.Watermark, archive.Watermark) + 1; step < steps; step++)
        {
            StoresWriter.Apply(desk, archive, step);
        }
    }

    private static string Months(string home) => string.Join('\n', Directory.GetFiles(Path.Combine(home, "archive"), "????-??.parquet").Order(StringComparer.Ordinal)
        .Select(file => Path.GetFileName(file) + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
}
