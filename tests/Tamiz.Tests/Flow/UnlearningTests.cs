using CsCheck;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Tests.History;
using Xunit;

namespace Tamiz.Tests.Flow;

/// <summary>A finding that is set aside, or that another one takes the place of, leaves nothing behind; what was known before stays as it was.</summary>
public sealed class UnlearningTests
{
    private static readonly Gen<(LiveCourse.Entry[] Entries, int Seed)> Stories =
        Gen.Select(LiveCourse.Entries, Gen.Int).Where((entries, _) => entries.Any(entry => entry.Found is not null));

    [Fact]
    public void What_was_unlearnt_was_never_learnt_and_what_was_seen_before_stays() => Stories.Sample((entries, seed) =>
    {
        var random = new Random(seed);
        var (found, told) = Chosen(entries, random);
        var (taken, never, standing) = (LiveCourse.Empty(), LiveCourse.Empty(), LiveCourse.Empty());
        for (var i = 0; i < entries.Length; i++)
        {
            var (left, middle, right) = (Facts(taken, entries[i]), i == found ? null : Facts(never, entries[i]), Facts(standing, entries[i]));
            if (i < found || entries[i].At > entries[told].At)
            {
                Assert.Equal(middle, left);
            }

            if (entries[i].At <= entries[told].At)
            {
                Assert.Equal(right, left);
            }

            if (i == told)
            {
                var identity = entries[found].Declaration.Identity.WithoutVersion();
                Assert.Equal(1, taken.Unlearn(identity, entries[found].Found!.Sequence, entries[told].At));
                Assert.Equal(0, taken.Unlearn(identity, entries[found].Found!.Sequence, entries[told].At));
            }
        }

        Assert.Equal(Overall(never), Overall(taken));
    });

    [Fact]
    public void A_finding_takes_the_place_of_the_one_before_on_its_item() => Stories.Sample((entries, seed) =>
    {
        var random = new Random(seed);
        var (found, told) = Chosen(entries, random);
        var corrected = entries[found] with { At = entries[told].At };
        var (replaced, alone) = (LiveCourse.Empty(), LiveCourse.Empty());
        for (var i = 0; i < entries.Length; i++)
        {
            var left = Facts(replaced, entries[i]);
            var right = i == found ? null : Facts(alone, entries[i]);
            if (entries[i].At > entries[told].At)
            {
                Assert.Equal(right, left);
            }

            if (i == told)
            {
                Correct(replaced, corrected);
                Correct(alone, corrected);
            }
        }

        Assert.Equal(Overall(alone), Overall(replaced));
    });

    [Fact]
    public void Where_an_item_has_a_finding_of_its_own_that_on_the_whole_declaration_teaches_the_others()
    {
        var declaration = Lodgements.Of(1, Lodgements.Start, "v", [.. Enumerable.Repeat(new Item { Hs = "010101" }, 3)]);
        var at = declaration.LodgedAt;
        var course = LiveCourse.Empty();
        course.Observe(declaration, at);
        var identity = declaration.Identity.WithoutVersion();
        Assert.Equal(3, course.Learn(declaration, 0, false, at, at));
        Assert.Equal(1, course.Learn(declaration, 2, true, at, at.AddDays(1)));
        Assert.Equal((3, 1), Counted(course, at.AddDays(2)));
        course.Learn(declaration, 0, true, at, at.AddDays(3));
        Assert.Equal((3, 3), Counted(course, at.AddDays(4)));
        Assert.Equal(2, course.Unlearn(identity, 0, at.AddDays(5)));
        Assert.Equal((1, 1), Counted(course, at.AddDays(6)));
        Assert.Equal(1, course.Unlearn(identity, 2, at.AddDays(7)));
        Assert.Equal((0, 0), Counted(course, at.AddDays(8)));
        Assert.Equal(0, course.Unlearn(identity, 2, at.AddDays(9)) + course.Unlearn(identity, 0, at.AddDays(9)) + course.Unlearn("another", 1, at.AddDays(9)));
    }

    [Fact]
    public void Items_with_one_number_are_learnt_and_unlearnt_together()
    {
        var declaration = Lodgements.Of(1, Lodgements.Start, "v", []) with { Items = [new Item { Sequence = 1, Hs = "010101" }, new Item { Sequence = 1, Hs = "020202" }] };
        var course = LiveCourse.Empty();
        course.Observe(declaration, declaration.LodgedAt);
        Assert.Equal(2, course.Learn(declaration, 1, true, declaration.LodgedAt, declaration.LodgedAt));
        Assert.Equal(2, course.Learn(declaration, 1, false, declaration.LodgedAt, declaration.LodgedAt));
        Assert.Equal((2, 0), Counted(course, declaration.LodgedAt.AddDays(1)));
        Assert.Equal(2, course.Unlearn(declaration.Identity.WithoutVersion(), 1, declaration.LodgedAt.AddDays(1)));
        Assert.Equal((0, 0), Counted(course, declaration.LodgedAt.AddDays(2)));
    }

    [Fact]
    public void Saved_and_loaded_it_still_knows_what_to_unlearn() => Stories.Sample((entries, seed) =>
    {
        var random = new Random(seed);
        var (found, told) = Chosen(entries, random);
        var (whole, cut) = (LiveCourse.Empty(), LiveCourse.Empty());
        for (var i = 0; i < entries.Length; i++)
        {
            Assert.Equal(Facts(whole, entries[i]), Facts(cut, entries[i]));
            if (i == told)
            {
                var loaded = LiveCourse.Empty();
                Assert.True(loaded.Load(new MemoryStream(LiveCourse.StateOf(cut))));
                cut = loaded;
                foreach (var course in new[] { whole, cut })
                {
                    course.Unlearn(entries[found].Declaration.Identity.WithoutVersion(), entries[found].Found!.Sequence, entries[told].At);
                }
            }
        }

        Assert.Equal(LiveCourse.StateOf(whole), LiveCourse.StateOf(cut));
    });

    // A finding, and an entry with which it is told that it is set aside: itself or a later one.
    private static (int Found, int Told) Chosen(LiveCourse.Entry[] entries, Random random)
    {
        var findings = Enumerable.Range(0, entries.Length).Where(i => entries[i].Found is not null).ToArray();
        var found = findings[random.Next(findings.Length)];
        return (found, random.Next(found, entries.Length));
    }

    private static long[] Facts(Course course, LiveCourse.Entry entry) =>
        LiveCourse.Learn(course, entry) ? [] : LiveCourse.Bits(course.Gather(entry.Declaration, entry.At));

    private static void Correct(Course course, LiveCourse.Entry entry)
    {
        var finding = entry.Found!.Finding!;
        Assert.Equal(1, course.Learn(entry.Declaration, entry.Found.Sequence, !finding.NonCompliant, finding.KnownAt, entry.At));
    }

    private static (long Findings, double Checked, double Hits) Overall(Course course)
    {
        course.History.MoveTo(new Instant(Instant.Latest.UnixMilliseconds));
        return (course.History.Findings, course.History.OverallChecked, course.History.OverallHits);
    }

    private static (double Checked, double Hits) Counted(Course course, Instant at)
    {
        course.History.MoveTo(at);
        return (Math.Round(course.History.OverallChecked), Math.Round(course.History.OverallHits));
    }
}
