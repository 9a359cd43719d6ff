using CsCheck;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Storage;
using Tamiz.Tests.History;

namespace Tamiz.Tests.Flow;

/// <summary>Live work over made-up declarations: what enters when, and a course that it is sent on.</summary>
internal static class LiveCourse
{
    public static readonly Home Template = HomeFolder.Read(null, Instant.Latest, []) with { History = Lodgements.Settings };

    /// <summary>
    /// Entries in order: each declaration some time after its lodgement, several at one instant now and then; each of its findings with it,
    /// soon or much later.
    /// </summary>
    public static readonly Gen<Entry[]> Entries = Gen.Select(Lodgements.Streams, Gen.Int).Select((stream, seed) =>
    {
        var random = new Random(seed);
        var clock = stream[0].LodgedAt;
        var entries = new List<Entry>();
        var waiting = new List<Entry>();
        foreach (var declaration in stream)
        {
            clock = Later(clock < declaration.LodgedAt ? declaration.LodgedAt : clock, random);
            entries.Add(new Entry(declaration, null, clock));
            waiting.AddRange(declaration.Items.Where(item => item.Finding is not null).Select(item => new Entry(declaration, item, clock)));
            while (waiting.Count > 0 && random.Next(3) > 0)
            {
                clock = Later(clock, random);
                var found = random.Next(waiting.Count);
                entries.Add(waiting[found] with { At = clock });
                waiting.RemoveAt(found);
            }
        }

        return entries.ToArray();
    });

    public static Course Empty() => new(Template, Lodgements.Keys, null, "tests"u8);

    /// <summary>Sends an entry on its way.</summary>
    /// <param name="course">The course.</param>
    /// <param name="entry">A declaration, or a finding.</param>
    /// <returns>What was decided, as text; empty for a finding.</returns>
    public static string Take(Course course, Entry entry)
    {
        if (Learn(course, entry))
        {
            return "";
        }

        var gathered = course.Gather(entry.Declaration, entry.At);
        var decision = course.Select(course.Assessor.Assess(gathered), course.Draw(entry.Declaration));
        return string.Join(' ', Bits(gathered)) + " " + decision;
    }

    /// <summary>Lets a finding reach history; says whether the entry was one.</summary>
    public static bool Learn(Course course, Entry entry) =>
        entry.Found is { Finding: { } finding } item &&
        course.Learn(entry.Declaration, item.Sequence, finding.NonCompliant, finding.KnownAt, entry.At) == 1;

    /// <summary>All that a course remembers, as bytes.</summary>
    public static byte[] StateOf(Course course)
    {
        using var bytes = new MemoryStream();
        course.Save(bytes);
        return bytes.ToArray();
    }

    /// <summary>The bits of all facts.</summary>
    public static long[] Bits(GatheredDeclaration gathered) => [.. gathered.Items.SelectMany(item => item.Facts).Select(BitConverter.DoubleToInt64Bits)];

    // At the same instant, within a day, or within weeks.
    private static Instant Later(Instant clock, Random random) => random.Next(4) switch
    {
        0 => clock,
        1 => new(clock.UnixMilliseconds + random.Next(60_000)),
        2 => new(clock.UnixMilliseconds + random.Next(86_400_000)),
        _ => clock.AddDays(random.Next(20)),
    };

    /// <summary>A declaration that enters, or a finding on one of its items.</summary>
    internal sealed record Entry(Declaration Declaration, Item? Found, Instant At);
}
