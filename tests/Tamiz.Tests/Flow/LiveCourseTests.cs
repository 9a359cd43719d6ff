using CsCheck;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Ledger;
using Tamiz.Tests.History;
using Xunit;

namespace Tamiz.Tests.Flow;

/// <summary>Live work sees what had entered the home; files see what had been lodged and known.</summary>
public sealed class LiveCourseTests
{
    [Fact]
    public void Observing_leaves_the_history_that_gathering_leaves() => LiveCourse.Entries.Sample(entries =>
    {
        var (gathered, observed) = (LiveCourse.Empty(), LiveCourse.Empty());
        foreach (var entry in entries)
        {
            if (!LiveCourse.Learn(gathered, entry) || !LiveCourse.Learn(observed, entry))
            {
                gathered.Gather(entry.Declaration, entry.At);
                observed.Observe(entry.Declaration, entry.At);
            }
        }

        AssertSameHistory(gathered, observed, entries);
    });

    [Fact]
    public void A_finding_entered_with_its_declaration_counts_as_the_one_in_its_row() => Lodgements.Streams.Sample(stream =>
    {
        var (file, live) = (LiveCourse.Empty(), LiveCourse.Empty());
        foreach (var declaration in stream)
        {
            file.Gather(declaration, learn: true);
            live.Observe(declaration, declaration.LodgedAt);
            foreach (var item in declaration.Items)
            {
                if (item.Finding is { } finding)
                {
                    Assert.Equal(1, live.Learn(declaration, item.Sequence, finding.NonCompliant, finding.KnownAt, declaration.LodgedAt));
                }
            }
        }

        AssertSameFacts(file, live, [.. stream.Select(declaration => new LiveCourse.Entry(declaration, null, declaration.LodgedAt))]);
    });

    [Fact]
    public void What_a_declaration_sees_had_entered_before_it() => LiveCourse.Entries.Sample(entries =>
    {
        // The same as in a file whose declarations were lodged when they entered.
        var (live, file) = (LiveCourse.Empty(), LiveCourse.Empty());
        foreach (var entry in entries.Where(entry => entry.Found is null))
        {
            var lodgedThen = file.Gather(entry.Declaration with { LodgedAt = entry.At }, learn: false);
            Assert.Equal(Known(live, lodgedThen), Known(live, live.Gather(entry.Declaration, entry.At)));
        }
    });

    [Fact]
    public void A_finding_shows_after_it_entered_and_after_it_became_known()
    {
        var item = new Item { Hs = "020110", Origin = "CN" };
        var days = Enumerable.Range(0, 8).Select(day => Lodgements.Of(day, Lodgements.Start.AddDays(day), "a", [item])).ToList();
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], Hits(days, entered: 3, known: 1));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1], Hits(days, entered: 3, known: 5));
        Assert.Equal([0, 1, 1, 1, 1, 1, 1, 1], Hits(days, entered: 0, known: 0));
    }

    [Fact]
    public void A_finding_on_the_whole_declaration_is_one_on_each_item()
    {
        var declaration = Lodgements.Of(1, Lodgements.Start, "a", [new Item { Hs = "020110" }, new Item { Hs = "870323", Origin = "US" }]);
        var (whole, each) = (LiveCourse.Empty(), LiveCourse.Empty());
        foreach (var course in new[] { whole, each })
        {
            course.Observe(declaration, declaration.LodgedAt);
        }

        Assert.Equal(0, whole.Learn(declaration, 3, true, declaration.LodgedAt, declaration.LodgedAt));
        Assert.Equal(2, whole.Learn(declaration, 0, true, declaration.LodgedAt, declaration.LodgedAt));
        Assert.Equal(1, each.Learn(declaration, 1, true, declaration.LodgedAt, declaration.LodgedAt));
        Assert.Equal(1, each.Learn(declaration, 2, true, declaration.LodgedAt, declaration.LodgedAt));
        AssertSameFacts(whole, each, [new(declaration, null, declaration.LodgedAt)]);
    }

    [Fact]
    public void The_future_is_measured_from_entry()
    {
        var declaration = Lodgements.Of(1, Lodgements.Start, "a", [new Item { Hs = "020110" }]);
        Assert.DoesNotContain(LiveCourse.Empty().Gather(declaration, declaration.LodgedAt).Diagnostics, IsFuture);
        Assert.Contains(LiveCourse.Empty().Gather(declaration, declaration.LodgedAt.AddDays(-2)).Diagnostics, IsFuture);

        static bool IsFuture(Diagnostic diagnostic) => diagnostic.Code == "TZ1218";
    }

    [Fact]
    public void A_stored_assessment_gets_the_lane_that_the_fresh_one_got() => LiveCourse.Entries.Sample(entries =>
    {
        var (fresh, stored) = (LiveCourse.Empty(), LiveCourse.Empty());
        foreach (var entry in entries.Where(entry => entry.Found is null))
        {
            var assessed = fresh.Assessor.Assess(fresh.Gather(entry.Declaration, entry.At));
            var identity = DeclarationEntered.IdentityOf(entry.Declaration.Identity);
            var made = new AssessmentMade(entry.At, "", identity, 1, [], assessed.Gathered.Attached, [],
                [.. assessed.Areas.Select(area => new WeighedArea(area.Area, area.Base, area.LogOdds, area.AtStake))]);
            var draw = fresh.Draw(entry.Declaration);
            Assert.Equal(
                fresh.Select(Course.CandidateOf(assessed, identity, "O", Lodgements.Start), draw),
                stored.Select(Course.CandidateOf(made, "O", Lodgements.Start), draw));
        }
    });

    private static int[] Hits(List<Declaration> days, int entered, int known)
    {
        var course = LiveCourse.Empty();
        var slot = course.Catalogue.SlotOf("importer.id.findings.hits");
        var hits = new List<int>();
        for (var day = 0; day < days.Count; day++)
        {
            hits.Add(course.Gather(days[day], days[day].LodgedAt).Items[0].Facts[slot] > 0 ? 1 : 0);
            if (day == entered)
            {
                course.Learn(days[0], 1, true, days[known].LodgedAt, days[entered].LodgedAt);
            }
        }

        return [.. hits];
    }

    /// <summary>All facts but those of checks.</summary>
    private static long[] Known(Course course, GatheredDeclaration gathered) =>
        [.. gathered.Items.SelectMany(item => item.Facts[..course.Catalogue.FirstCheckSlot]).Select(BitConverter.DoubleToInt64Bits)];

    /// <summary>Both remember the same, and say the same of every declaration, now and when all that is pending is known.</summary>
    private static void AssertSameHistory(Course a, Course b, IReadOnlyList<LiveCourse.Entry> entries)
    {
        Assert.Equal(LiveCourse.StateOf(a), LiveCourse.StateOf(b));
        AssertSameFacts(a, b, entries);
    }

    private static void AssertSameFacts(Course a, Course b, IReadOnlyList<LiveCourse.Entry> entries)
    {
        foreach (var days in new[] { 0, 1, 50, 500 })
        {
            foreach (var entry in entries)
            {
                var at = entries[^1].At.AddDays(days);
                Assert.Equal(LiveCourse.Bits(a.Gather(entry.Declaration, at)), LiveCourse.Bits(b.Gather(entry.Declaration, at)));
            }
        }
    }
}
