using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage.Homes;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>A home that takes up what it kept is the home that read its whole ledger, bit for bit, wherever its life was cut.</summary>
[Collection(nameof(Alone))]
public sealed class StateCacheTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Kept_anywhere_it_goes_on_as_if_all_had_been_read(int seed)
    {
        using var home = new TestHome();
        var random = new Random(seed);
        foreach (var step in Story(home, random))
        {
            using (var open = home.Open())
            {
                step(open);
                if (random.Next(3) > 0)
                {
                    open.Keep(0);
                    Assert.Null(open.CheckKept());
                }
            }

            using var again = home.Open();
            Assert.Equal(0, new HomeReplay(again, deep: true, 1).Run(null).Differing);
        }

        using var last = home.Open();
        last.Keep(0);
        Assert.Null(last.CheckKept());
        Assert.True(Files(home).Length is 1 or 2);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Kept_after_any_batch_it_gives_the_lanes_and_the_state_of_one_that_read_all(int seed)
    {
        using var home = new TestHome();
        foreach (var step in Story(home, new Random(seed)))
        {
            using var open = home.Open();
            step(open);
        }

        using var view = HomeView.Open(home.Folder, []);
        var entries = view.Ledger.Read().ToList();
        var lanes = new List<(long Sequence, LaneDecision Lane)>();
        var whole = BytesOf(Applied(NewState(view, lanes), entries));
        Assert.True(lanes.Count > 50);
        var passing = NewState(view, []);
        foreach (var batch in entries.GroupBy(entry => entry.Batch))
        {
            Applied(passing, batch);
            var lanesAfter = new List<(long, LaneDecision)>();
            var cut = NewState(view, lanesAfter);
            Assert.True(cut.Load(new BinaryReader(new MemoryStream(BytesOf(passing)))));
            var next = batch.Last().Sequence + 1;
            Assert.Equal(whole, BytesOf(Applied(cut, entries.Skip((int)next))));
            Assert.Equal(lanes.Where(lane => lane.Sequence >= next), lanesAfter);
        }
    }

    [Fact]
    public void What_opening_passes_over_is_found_by_a_check_and_by_whoever_reads_it()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        Keep(home);
        var segment = Path.Combine(home.Folder, "ledger", "00000001.tzl");
        var bytes = File.ReadAllBytes(segment);
        var second = SegmentHeader.Size + BatchHeader.Size + BatchHeader.Read(bytes.AsSpan(SegmentHeader.Size)).StoredLength;
        bytes[second + BatchHeader.Size] ^= 1;
        File.WriteAllBytes(segment, bytes);
        using (var open = home.Open())
        {
            Assert.Equal("TZ1602", Assert.Throws<LedgerException>(() => open.Log.Read().Count()).Diagnostic.Code);
        }

        Assert.Equal("TZ1602", Assert.Throws<LedgerException>(() => HomeView.Open(home.Folder, [], everything: true)).Diagnostic.Code);
    }

    [Fact]
    public void One_that_was_changed_or_cut_is_said_and_all_is_read()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        Keep(home);
        var whole = File.ReadAllBytes(Files(home)[0]);
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            AssertPassedOver(home, i % 4 == 0 ? whole[..random.Next(whole.Length)] : damaged);
        }
    }

    [Fact]
    public void One_of_another_ledger_or_of_a_later_one_is_passed_over()
    {
        using var home = new TestHome();
        using var other = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        other.Import(live: true, TestHome.Sample("march.csv", 60));
        Keep(other);
        var foreign = File.ReadAllBytes(Files(other)[0]);
        Directory.CreateDirectory(home.Beside("home/history"));
        File.WriteAllBytes(home.Beside("home/history/0000000000000009.state"), foreign);
        AssertPassedOver(home, foreign);
        Keep(home);
        var whole = File.ReadAllBytes(Files(home)[0]);
        home.Forge(record => record is DeclarationEntered entered ? entered with { By = "x" } : record);
        AssertPassedOver(home, whole);
    }

    [Fact]
    public void One_that_does_not_follow_from_the_ledger_is_named()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        using (var open = home.Open())
        {
            // As if an insider wrote a whole state with its digest, in which a trader has a finding more than the ledger.
            var first = open.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().First();
            open.State.Find(new FindingEntered(open.Now, "", first.Identity, 1, true, "revenue", FindingStatus.Final, FindingNature.Offence, open.Now, null), open.State.Named(first));
            open.Keep(0);
            var bent = open.CheckKept()!;
            Assert.Equal((ActDiagnostics.StateBent, $"finding on {first.Identity}, item 1"), (bent.Rule, bent.Found));
            Assert.Equal("end of findings", bent.Expected);
            open.KeepAnew();
            Assert.Null(open.CheckKept());
        }
    }

    [Fact]
    public void Decisions_that_a_bent_state_bends_are_named_by_replay()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("march.csv", 90);
        home.Import(live: true, lines[..61]);
        using (var open = home.Open())
        {
            var first = open.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().First();
            open.State.Find(new FindingEntered(open.Now, "", first.Identity, 1, true, "revenue", FindingStatus.Final, FindingNature.Offence, open.Now, null), open.State.Named(first));
            open.Keep(0);
        }

        home.Import(live: true, [lines[0], .. lines[61..]]);
        using var view = HomeView.Open(home.Folder, []);
        Assert.True(new HomeReplay(view, true, 2).Run(null).Differing > 0);
    }

    [Fact]
    public void An_erasure_by_law_leaves_nothing_kept()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        Keep(home);
        using (var open = home.Open())
        {
            var entered = open.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().First(one => one.Parties.Importer is not null);
            open.Erase("ana", entered.Parties.Importer!.Value.Identifier!.Value.Value, "Ley 1");
            open.Keep(0);
            Assert.Empty(Files(home));
        }

        Keep(home);
        using var again = home.Open();
        Assert.Null(again.CheckKept());
    }

    // History with its findings in two parts, days with amendments, and contents that change in between, in an order that the seed gives.
    private static IEnumerable<Action<LiveHome>> Story(TestHome home, Random random)
    {
        var history = TestHome.Sample("history.csv", 400);
        yield return open => home.Import(open, live: false, 2, [.. Without(history)]);
        var live = TestHome.Sample("march.csv", 150);
        var at = 1;
        while (at < live.Length)
        {
            // A declaration's lines stay together.
            var end = Math.Min(live.Length, at + 1 + random.Next(60));
            while (end < live.Length && Number(live[end]) == Number(live[end - 1]))
            {
                end++;
            }

            string[] part = [live[0], .. live[at..end]];
            at = end;
            yield return open => home.Import(open, live: true, 2, part);
            yield return random.Next(3) switch
            {
                0 => open => home.Import(open, live: true, 1, [part[0], .. part.Skip(1).Select(line => line[..^1] + "2")]),
                1 => open => home.Import(open, live: false, 2, history),
                _ => open => Change(home, open),
            };
        }
    }

    private static void Change(TestHome home, LiveHome open)
    {
        var acts = new HomeActs(open);
        acts.Admit("ana", "carlos", [Roles.Approver]);
        var settings = Path.Combine(home.Folder, "tamiz.yaml");
        File.AppendAllText(settings, $"# {open.Log.Records}\n");
        File.AppendAllText(Path.Combine(home.Folder, "intelligence", "reports.yaml"), $"# {open.Log.Records}\n");
        acts.Propose("ana", []);
        acts.Decide("carlos", [], true, "");
        acts.Renew([]);
    }

    private static IEnumerable<string> Without(string[] lines) =>
        [lines[0], .. lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..^4]) + ",,,,1")];

    private static string Number(string line) => string.Join(',', line.Split(',')[..3]);

    private static HomeState NewState(HomeView view, List<(long, LaneDecision)> lanes) =>
        new(view.ReadContent, view.Find, view.Read) { OnDecision = (_, lane, sequence) => lanes.Add((sequence, lane)) };

    private static HomeState Applied(HomeState state, IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            state.Apply(entry);
        }

        return state;
    }

    private static byte[] BytesOf(HomeState state)
    {
        using var bytes = new MemoryStream();
        state.Save(new BinaryWriter(bytes));
        return bytes.ToArray();
    }

    private static void Keep(TestHome home)
    {
        using var open = home.Open();
        open.KeepAnew();
    }

    private static void AssertPassedOver(TestHome home, byte[] bytes)
    {
        foreach (var file in Files(home))
        {
            File.WriteAllBytes(file, bytes);
        }

        var said = new List<Diagnostic>();
        using var open = home.Open(said);
        Assert.All(Files(home), file => Assert.Contains(said, diagnostic => diagnostic.Rule == ActDiagnostics.StateCache && diagnostic.Where.File == file));
        Assert.Equal(60, open.State.Known.Count + open.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().Sum(entered => entered.Declaration.Items.Count - 1));
    }

    private static string[] Files(TestHome home) =>
        Directory.Exists(Path.Combine(home.Folder, "history")) ? Directory.GetFiles(Path.Combine(home.Folder, "history"), "*.state") : [];
}
