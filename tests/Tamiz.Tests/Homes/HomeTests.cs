using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.Homes;

[Collection(nameof(Alone))]
public class HomeTests
{
    [Fact]
    public void What_was_entered_is_decided_once_and_replays_to_the_same_bits()
    {
        using var home = new TestHome();
        var history = home.Import(live: false, TestHome.Sample("history.csv", 1500));
        var live = home.Import(live: true, TestHome.Sample("march.csv", 300));
        Assert.Equal((1500, 300), (history.Tally.Taken, live.Tally.Taken));
        Assert.True(history.Findings > 50);
        Assert.Equal(live.Tally.Declarations, live.Lanes.Values.Sum());
        var again = home.Import(live: true, TestHome.Sample("march.csv", 300));
        Assert.Equal((300, 0, 0), (again.Tally.Known, again.Tally.Taken, again.Lanes.Count));
        foreach (var (deep, threads) in new[] { (false, 1), (false, 2), (true, 1), (true, 2) })
        {
            using var open = home.Open();
            var outcome = new HomeReplay(open, deep, threads).Run(null);
            Assert.Equal((live.Tally.Declarations, 0), (outcome.Decisions, outcome.Differing));
        }
    }

    [Fact]
    public void An_amendment_keeps_its_draw_and_never_gets_less_control()
    {
        using var home = new TestHome();
        home.Import(live: false, TestHome.Sample("history.csv", 1500));
        var lines = TestHome.Sample("march.csv", 400);
        home.Import(live: true, lines);
        var before = Decisions(home).ToDictionary(one => one.Lane.Identity);
        string[] amended = [lines[0], .. lines.Skip(1).Select(line => line.Replace("USD", "USD", StringComparison.Ordinal)[..^1] + "2")];
        var outcome = home.Import(live: true, amended);
        Assert.Equal(before.Count, outcome.Amendments);
        var order = new[] { "rojo", "amarillo", "verde" };
        var after = Decisions(home).Where(one => one.Lane.DeclarationVersion == 2).ToList();
        Assert.Equal(before.Count, after.Count);
        Assert.All(after, one =>
        {
            Assert.Equal(before[one.Lane.Identity].Draw, one.Draw);
            Assert.True(Array.IndexOf(order, one.Lane.Lane) <= Array.IndexOf(order, before[one.Lane.Identity].Lane.Lane));
        });
        Assert.Contains(after, one => before[one.Lane.Identity].Lane.Lane != "verde");
        using var open = home.Open();
        Assert.Equal(0, new HomeReplay(open, true, 2).Run(null).Differing);
    }

    [Fact]
    public void A_number_that_comes_again_with_other_contents_is_refused()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("march.csv", 20);
        home.Import(live: true, lines);
        var other = home.Import(live: true, [lines[0], .. lines.Skip(1).Select(line => line.Replace(",USD,", ",EUR,", StringComparison.Ordinal))]);
        Assert.Equal((20, 0, 20), (other.Tally.Read, other.Tally.Taken, other.Tally.Refused));
        Assert.True(File.Exists(other.Quarantine));
    }

    [Fact]
    public void Findings_that_come_later_are_entered_once_and_learnt()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("history.csv", 800);
        string[] without = [lines[0], .. lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..^4]) + ",,,,1")];
        Assert.Equal(0, home.Import(live: false, without).Findings);
        var known = home.Import(live: false, lines);
        Assert.Equal((800, 0), (known.Tally.Known, known.Tally.Taken));
        Assert.True(known.Findings > 10);
        Assert.Equal(0, home.Import(live: false, lines).Findings);
        using var open = home.Open();
        open.MoveClock(open.Now.AddDays(800));
        open.State.Course!.History.MoveTo(open.Now);
        Assert.Equal(known.Findings, open.State.Course.History.Findings);
    }

    [Fact]
    public void What_is_made_by_reading_the_ledger_decides_as_what_went_on()
    {
        using var whole = new TestHome();
        using var cut = new TestHome();
        var lines = TestHome.Sample("march.csv", 400);
        whole.Import(live: true, lines);
        foreach (var part in lines.Skip(1).GroupBy(line => string.Join(',', line.Split(',')[..3]), StringComparer.Ordinal).Chunk(60))
        {
            cut.Import(live: true, [lines[0], .. part.SelectMany(declaration => declaration)]);
        }

        // The draws differ, as seeds are secret; what is known and weighed does not.
        Assert.Equal(
            Decisions(whole).ToDictionary(one => one.Lane.Identity, one => one.Assessment.Areas[0]),
            Decisions(cut).ToDictionary(one => one.Lane.Identity, one => one.Assessment.Areas[0]));
    }

    [Fact]
    public void A_closed_day_shows_every_draw_and_the_verifier_agrees()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 500));
        DayExport export;
        using (var open = home.Open())
        {
            new OfficeDays(open).Close([.. open.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "ana");
            var day = open.Log.Read().Select(entry => entry.Read()).OfType<DayClosed>().MaxBy(closed => closed.Draws)!;
            export = DayExport.Read(() => open.Log.Read(), day.Office, day.Day)!;
        }

        Assert.True(export.Draws.Count > 3);
        Assert.All(export.Draws, one => Assert.Equal(Draw.Of(export.DrawKey, one.Drawn.Identity), one.Drawn.Drawn));
        Assert.Equal(export.Closed.Draws, export.Draws.Count);
        Assert.Empty(Verify(home));
    }

    [Fact]
    public void A_number_left_out_is_named_when_the_day_is_closed()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("march.csv", 400);
        var office = lines.Skip(1).Select(line => line.Split(',')).Where(line => line[0] == "HNPCR").Select(line => line[2]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var left = office[office.Length / 2];
        home.Import(live: true, [.. lines.Where(line => !line.StartsWith($"HNPCR,2026,{left},", StringComparison.Ordinal))]);
        using var open = home.Open();
        var closed = new OfficeDays(open).Close(["HNPCR"], "")[0];
        Assert.Contains("2026/" + left, closed.Missing);
    }

    [Fact]
    public void A_changed_file_is_not_used_until_somebody_else_approves_it()
    {
        using var home = new TestHome();
        var settings = Path.Combine(home.Folder, "tamiz.yaml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("share: 6 %", "share: 60 %", StringComparison.Ordinal));
        var said = new List<Diagnostic>();
        using var open = home.Open(said);
        Assert.Contains(said, diagnostic => diagnostic.Rule == ActDiagnostics.NotInForce);
        var acts = new HomeActs(open);
        var token = File.ReadAllText(home.Founded.Credential).Trim();
        Assert.Null(acts.SignIn("ana", token, Roles.Administrator));
        Assert.Equal(ActDiagnostics.MissingRole, acts.SignIn("ana", token, Roles.Approver)!.Rule);
        Assert.Equal(HomeDiagnostics.WrongToken, acts.SignIn("ana", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), null)!.Rule);
        Assert.Equal(ActDiagnostics.UnknownPerson, acts.SignIn("nobody", token, null)!.Rule);
        acts.Admit("ana", "berta", [Roles.Analyst, Roles.Approver]);
        acts.Admit("ana", "carlos", [Roles.Approver]);
        Assert.Equal("tamiz.yaml", Assert.Single(acts.Propose("berta", [])).Name);
        Assert.Equal(ActDiagnostics.OwnProposal, Assert.Throws<HomeException>(() => acts.Decide("berta", [], true, "")).Diagnostic.Rule);
        acts.Renew([]);
        Assert.Equal(0.06, open.State.Course!.Home.Policy.Default.Lanes[0].Capacity.Share);
        acts.Decide("carlos", ["tamiz.yaml"], true, "");
        acts.Renew([]);
        Assert.Equal(0.6, open.State.Course!.Home.Policy.Default.Lanes[0].Capacity.Share);
    }

    [Fact]
    public void Settings_change_between_days_and_lists_at_once()
    {
        using var home = new TestHome();
        using var open = home.Open();
        home.Import(open, live: true, 1, TestHome.Sample("march.csv", 30));
        var acts = new HomeActs(open);
        acts.Admit("ana", "carlos", [Roles.Approver]);
        var settings = Path.Combine(home.Folder, "tamiz.yaml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("share: 6 %", "share: 60 %", StringComparison.Ordinal));
        acts.Propose("ana", []);
        acts.Decide("carlos", [], true, "");
        acts.Renew([]);
        Assert.Equal(0.06, open.State.Course!.Home.Policy.Default.Lanes[0].Capacity.Share);
        new OfficeDays(open).Close([.. open.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "");
        acts.Renew([]);
        Assert.Equal(0.6, open.State.Course!.Home.Policy.Default.Lanes[0].Capacity.Share);
        Assert.Equal(0, new HomeReplay(open, true, 1).Run(null).Differing);
    }

    [Fact]
    public void A_person_erased_by_law_is_gone_and_the_chain_stands()
    {
        using var home = new TestHome();
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        using (var open = home.Open())
        {
            var entered = open.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().First(one => one.Parties.Importer is not null);
            var party = entered.Parties.Importer!.Value;
            Assert.NotNull(open.Find(party)!.Name);
            open.Erase("ana", party.Identifier!.Value.Value, "Ley 1");
            Assert.Null(open.Find(party)!.Name);
        }

        using (var open = home.Open())
        {
            var outcome = new HomeReplay(open, true, 2).Run(null);
            Assert.Equal(0, outcome.Differing);
            Assert.True(outcome.Unknowable > 0);
            new OfficeDays(open).Close([.. open.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "");
        }

        Assert.Empty(Verify(home));
    }

    private static List<StoredDecision> Decisions(TestHome home)
    {
        using var open = home.Open();
        return [.. new HomeReplay(open, false, 1).Recomputed().Select(one => one.Stored)];
    }

    private static IReadOnlyList<object> Verify(TestHome home)
    {
        var report = Verification.Run(new VerificationRequest(Path.Combine(home.Folder, "ledger"), home.Founded.PublicKey));
        return [.. report.Problems.Select(problem => (object)problem)];
    }
}
