using CsCheck;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Selection;
using Tamiz.Storage;
using Tamiz.Tests.History;
using Xunit;

namespace Tamiz.Tests.Flow;

/// <summary>A course that was saved and loaded goes on as one that never was; a state that is not wholly its own is refused.</summary>
public sealed class CourseStateTests
{
    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static readonly Dictionary<string, Func<Course>> Changed = new()
    {
        ["keys"] = () => new Course(LiveCourse.Template, KeySet.Create([], "", []), null, "tests"u8),
        ["bucket days"] = () => With(home => home with { History = home.History with { BucketDays = 31 } }),
        ["half-life"] = () => With(home => home with { History = home.History with { HalfLifeDays = 201 } }),
        ["prior strength"] = () => With(home => home with { History = home.History with { PriorStrength = 5.5 } }),
        ["least prices"] = () => With(home => home with { History = home.History with { MinPrices = 4 } }),
        ["currency"] = () => With(home => home with { Currency = "EUR" }),
        ["release lane"] = () => With(home => home with { Policy = home.Policy with { ReleaseLane = "blue" } }),
        ["referral"] = () => With(home => home with { Policy = home.Policy with { Default = home.Policy.Default with { Referral = 0.031 } } }),
        ["a lane's draw"] = () => WithLane(lane => lane with { Random = lane.Random / 2 }),
        ["a lane's capacity"] = () => WithLane(lane => lane with { Capacity = new Capacity(7, 0) }),
        ["an office's rule"] = () => With(home => home with
        {
            Policy = home.Policy with { Offices = new Dictionary<string, OfficeRule> { ["O"] = home.Policy.Default } },
        }),
        ["reserve of an area"] = () => With(home => home with
        {
            Register = home.Register with { Areas = [.. home.Register.Areas.Select(area => area with { Reserved = area.Reserved + 0.01m })] },
        }),
    };

    [Fact]
    public void Saved_and_loaded_anywhere_it_goes_on_as_if_it_never_was() => Gen.Select(LiveCourse.Entries, Gen.Double[0, 1]).Sample((entries, at) =>
    {
        var (whole, cut) = (LiveCourse.Empty(), LiveCourse.Empty());
        var end = (int)(at * entries.Length);
        for (var i = 0; i <= entries.Length; i++)
        {
            if (i == end)
            {
                cut = LoadedFrom(LiveCourse.StateOf(cut), LiveCourse.Empty());
            }

            if (i < entries.Length)
            {
                Assert.Equal(LiveCourse.Take(whole, entries[i]), LiveCourse.Take(cut, entries[i]));
            }
        }

        Assert.Equal((whole.History.Findings, whole.History.PendingFindings, whole.History.Count), (cut.History.Findings, cut.History.PendingFindings, cut.History.Count));
        Assert.Equal(LiveCourse.StateOf(whole), LiveCourse.StateOf(cut));
    });

    [Fact]
    public void The_sample_goes_on_as_if_it_never_was()
    {
        var folder = Path.Combine(Repository.Root, "samples", "demo");
        var diagnostics = new List<Diagnostic>();
        var home = HomeFolder.Read(folder, Instant.FromDate(new DateOnly(2026, 11, 24)), diagnostics);
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(folder, "mapping.yaml")), "mapping.yaml", diagnostics);
        using var input = InputSet.Open([Path.Combine(folder, "history.csv")], mapping, home.TimeZone, false, 2, diagnostics);
        var (whole, cut) = (Empty(), Empty());
        var count = input.Run((declarations, _, _) =>
        {
            var seen = 0;
            foreach (var declaration in declarations.Select(lodged => lodged.Declaration))
            {
                cut = ++seen % 3000 == 0 ? LoadedFrom(LiveCourse.StateOf(cut), Empty()) : cut;
                Assert.Equal(Decided(whole), Decided(cut));

                LaneDecision Decided(Course course) => course.Select(course.Assessor.Assess(course.Gather(declaration, learn: true)), course.Draw(declaration));
            }

            return seen;
        }, null, static _ => { });
        var state = LiveCourse.StateOf(whole);
        Assert.True(count > 9000 && state.Length > 2 * 65_536, $"{count} declarations, {state.Length} bytes");
        Assert.Equal(state, LiveCourse.StateOf(cut));

        Course Empty() => new(home, KeySet.Create(home.Keys, "", diagnostics), null, "tests"u8);
    }

    [Fact]
    public void What_was_changed_or_cut_is_refused_and_changes_nothing()
    {
        var course = Prepared();
        var state = LiveCourse.StateOf(course);
        var victim = LiveCourse.Empty();
        victim.Observe(Lodgements.Of(1, Lodgements.Start, "v", [new Item { Hs = "010101" }]), Instant.FromDate(Lodgements.Start));
        var before = LiveCourse.StateOf(victim);
        for (var i = 0; i < state.Length; i++)
        {
            Assert.False(victim.Load(new MemoryStream(state, 0, i)), $"cut at {i}");
            state[i] ^= (byte)(1 << (i % 8));
            Assert.False(victim.Load(new MemoryStream(state)), $"changed at {i}");
            state[i] ^= (byte)(1 << (i % 8));
        }

        Assert.Equal(before, LiveCourse.StateOf(victim));
        Assert.True(victim.Load(new MemoryStream(state)));
        Assert.Equal(state, LiveCourse.StateOf(victim));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_state_under_other_definitions_is_refused(string change)
    {
        var other = Changed[change]();
        Assert.False(other.Load(new MemoryStream(LiveCourse.StateOf(Prepared()))));
        Assert.False(LiveCourse.Empty().Load(new MemoryStream(LiveCourse.StateOf(other))));
    }

    [Fact]
    public void It_reads_its_own_bytes_and_no_more()
    {
        var course = Prepared();
        var stream = new MemoryStream();
        stream.WriteByte(1);
        course.Save(stream);
        course.Save(stream);
        stream.WriteByte(2);
        stream.Position = 1;
        Assert.Equal(LiveCourse.StateOf(course), LiveCourse.StateOf(LoadedFrom(stream)));
        Assert.Equal(LiveCourse.StateOf(course), LiveCourse.StateOf(LoadedFrom(stream)));
        Assert.Equal(2, stream.ReadByte());
    }

    [Fact]
    public void Texts_that_are_not_well_formed_are_kept_apart()
    {
        var course = LiveCourse.Empty();
        string[] importers = ["\ud800", "\udc00", "\ufffd", "", "ñ"];
        foreach (var (i, importer) in importers.Index())
        {
            course.Observe(Lodgements.Of(i, Lodgements.Start, importer, [new Item { Hs = "010101" }]), Instant.FromDate(Lodgements.Start));
        }

        var loaded = LoadedFrom(LiveCourse.StateOf(course), LiveCourse.Empty());
        var slot = loaded.Catalogue.SlotOf("importer.id.items");
        foreach (var importer in importers)
        {
            var gathered = loaded.Gather(Lodgements.Of(9, Lodgements.Start, importer, [new Item { Hs = "010101" }]), Instant.FromDate(Lodgements.Start.AddDays(1)));
            Assert.Equal(1, gathered.Items[0].Facts[slot]);
        }
    }

    private static Course Prepared()
    {
        var course = LiveCourse.Empty();
        for (var i = 0; i < 30; i++)
        {
            var declaration = Lodgements.Of(i, Lodgements.Start.AddDays(i / 2), i % 3 == 0 ? null : "a",
                [new Item { Hs = i % 2 == 0 ? "020110" : "870323", Origin = "CN", Price = new Money(100 + i, "USD"), NetMass = new Mass(2) }]);
            var at = Instant.FromDate(declaration.LodgedOn);
            LiveCourse.Take(course, new(declaration, null, at));
            course.Learn(declaration, 1, i % 5 == 0, at.AddDays(i), at);
        }

        return course;
    }

    private static Course LoadedFrom(byte[] state, Course course)
    {
        Assert.True(course.Load(new MemoryStream(state)));
        return course;
    }

    private static Course LoadedFrom(MemoryStream stream)
    {
        var course = LiveCourse.Empty();
        Assert.True(course.Load(stream));
        return course;
    }

    private static Course With(Func<Home, Home> change) => new(change(LiveCourse.Template), Lodgements.Keys, null, "tests"u8);

    private static Course WithLane(Func<LaneRule, LaneRule> change) => With(home => home with
    {
        Policy = home.Policy with { Default = home.Policy.Default with { Lanes = [.. home.Policy.Default.Lanes.Select(change)] } },
    });
}
