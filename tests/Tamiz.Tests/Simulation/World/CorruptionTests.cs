using System.Globalization;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class CorruptionTests(CorruptionTests.Bribed bribed) : IClassFixture<CorruptionTests.Bribed>
{
    private readonly MadeWorld _world = bribed.World;
    private readonly List<Dictionary<string, string>> _acts = bribed.World.RowsOf("truth/corruption.csv");

    [Theory]
    [InlineData("divert", "observed/assignments.csv", "declaration", "inspector")]
    [InlineData("lenient", "observed/controls.csv", "declaration", "inspector")]
    [InlineData("override", "observed/overrides.csv", "declaration", "officer")]
    [InlineData("edit", "observed/edits.csv", "declaration", "officer")]
    [InlineData("look-up", "observed/access.csv", "declaration", "officer")]
    public void Every_kind_of_act_happens_and_leaves_a_record(string kind, string file, string declaration, string officer)
    {
        var records = _world.RowsOf(file).Select(row => (row[declaration], row[officer])).ToHashSet();
        var acts = _acts.Where(act => act["kind"] == kind).ToList();
        Assert.NotEmpty(acts);
        Assert.All(acts, act => Assert.Contains((act["declaration"], act["officer"]), records));
    }

    [Fact]
    public void A_flash_edit_is_two_changes_within_a_quarter_of_an_hour_by_an_officer_who_is_known_to_the_truth()
    {
        var acts = _acts.Where(act => act["kind"] == "flash-edit").ToList();
        Assert.NotEmpty(acts);
        var changes = _world.RowsOf("observed/settings.csv").ToLookup(row => (row["officer"], row["what"]), row => DateTime.Parse(row["at"], CultureInfo.InvariantCulture));
        var corrupt = _world.RowsOf("truth/officers.csv").Where(row => row["corrupt"] == "1").ToDictionary(row => row["officer"], row => row["kinds"]);
        Assert.All(acts, act =>
        {
            Assert.Contains("flash-edit", corrupt[act["officer"]], StringComparison.Ordinal);
            var at = DateTime.Parse(act["at"], CultureInfo.InvariantCulture);
            Assert.Contains(changes.Where(of => of.Key.Item1 == act["officer"]), of => of.Contains(at) && of.Any(other => other > at && other <= at.AddMinutes(15)));
        });
        Assert.True(changes.Sum(of => of.Count()) > acts.Count * 2, "thresholds change for good reasons too");
    }

    [Fact]
    public void Where_presence_is_manipulated_the_others_are_noted_as_away_for_some_minutes()
    {
        var acts = _acts.Where(act => act["kind"] == "presence").ToList();
        Assert.NotEmpty(acts);
        var away = _world.RowsOf("observed/shifts.csv").Where(row => row["present"] == "0").Select(row => row["from"]).ToHashSet();
        Assert.All(acts, act => Assert.Contains(DateTime.Parse(act["at"], CultureInfo.InvariantCulture).AddMinutes(-3).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), away));
    }

    [Fact]
    public void Each_pair_diverts_about_the_share_that_the_pack_states()
    {
        var lodged = _world.Weeks.SelectMany(week => week.Assignments).ToLookup(assignment => assignment.Lodgement.Consignment.Declarant);
        var diverted = _acts.Where(act => act["kind"] == "divert").Select(act => act["declaration"]).ToHashSet();
        var pairs = _world.World.State.Corruption.Pairs;
        Assert.Equal([0.05, 0.1, 0.2, 0.3], pairs.Select(pair => pair.Share).Order());
        foreach (var pair in pairs)
        {
            // Of the files that the lottery gave to others, those diverted.
            var files = lodged[pair.Declarant].Where(file => file.Inspector != pair.Officer || diverted.Contains(file.Lodgement.Id)).ToList();
            Assert.True(files.Count > 50, "too few files to tell");
            var share = files.Count(file => diverted.Contains(file.Lodgement.Id)) / (double)files.Count;
            var give = 4 * Math.Sqrt(pair.Share * (1 - pair.Share) / files.Count);
            Assert.InRange(share, (pair.Share * 0.85) - give, (pair.Share * 1.35) + give);
        }
    }

    [Fact]
    public void The_honest_override_look_and_work_at_odd_hours_too()
    {
        var corrupt = _world.RowsOf("truth/officers.csv").Where(row => row["corrupt"] == "1").Select(row => row["officer"]).ToHashSet();
        Assert.Contains(_world.RowsOf("observed/access.csv"), row => !corrupt.Contains(row["officer"]) && row["kind"] == "lane");
        var overridden = _acts.Where(act => act["kind"] == "override").Select(act => act["declaration"]).ToHashSet();
        Assert.Contains(_world.RowsOf("observed/overrides.csv"), row => !overridden.Contains(row["declaration"]));
        Assert.Contains(_world.RowsOf("truth/officers.csv"), row => row["oddHours"] == "1" && row["corrupt"] == "0");
        var skills = _world.RowsOf("truth/officers.csv").Where(row => row["corrupt"] == "0").Select(row => double.Parse(row["skill"], CultureInfo.InvariantCulture)).ToList();
        Assert.True(skills.Max() > 1.5 * skills.Min());
        Assert.Contains(_world.RowsOf("observed/assignments.csv"), row => row["method"] == "reassigned" && !corrupt.Contains(row["inspector"]));
    }

    [Fact]
    public void A_file_that_was_mended_after_its_lane_is_as_it_truly_is()
    {
        var truth = _world.RowsOf("truth/items.csv").ToLookup(row => (row["declaration"], row["version"]));
        foreach (var act in _acts.Where(act => act["kind"] == "edit"))
        {
            var versions = _world.RowsOf("observed/edits.csv").Where(row => row["declaration"] == act["declaration"]).Select(row => row["version"]).ToList();
            Assert.All(versions.SelectMany(version => truth[(act["declaration"], version)]), row => Assert.Equal("0.00", row["kind"] == "error" ? "0.00" : row["evaded"]));
        }
    }

    /// <summary>One world for all of these tests.</summary>
    public sealed class Bribed : IDisposable
    {
        internal MadeWorld World { get; } = MadeWorld.Of("drifting", size: 60_000, months: 8, seed: 2);

        public void Dispose() => World.Dispose();
    }
}
