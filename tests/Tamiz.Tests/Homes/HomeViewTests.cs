using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>Who looks at a home holds nobody up, and sees what stood in its ledger when they began.</summary>
[Collection(nameof(Alone))]
public sealed class HomeViewTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_view_beside_live_work_is_the_home_as_it_stood_then()
    {
        var lines = TestHome.Sample("march.csv", 60);
        using var live = _home.Open();
        _home.Import(live, live: true, 2, lines[..40]);
        using var view = HomeView.Open(_home.Folder, []);
        var (records, known) = (live.Log.Records, live.State.Known.Count);
        Assert.Equal((records, known), (view.Ledger.Records, view.State.Known.Count));
        Assert.Equal(BytesOf(live), BytesOf(view));
        _home.Import(live, live: true, 2, [lines[0], .. lines[40..]]);
        live.Keep(0);
        Assert.Equal((records, records), (view.Ledger.Records, view.Ledger.Read().LongCount()));
        Assert.Equal((known, 0), (new HomeReplay(view, true, 2).Run(null) is var replayed ? (int)replayed.Decisions : 0, (int)replayed.Differing));
        Assert.Empty(new HomeCheck(view).Run());
        using var later = HomeView.Open(_home.Folder, []);
        Assert.Equal(live.Log.Records, later.Ledger.Records);
        Assert.Equal(BytesOf(live), BytesOf(later));
    }

    [Fact]
    public void Commands_that_look_run_beside_live_work_and_write_nothing()
    {
        using var live = _home.Open();
        _home.Import(live, live: true, 2, TestHome.Sample("march.csv", 40));
        new OfficeDays(live).Close([.. live.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "");
        var closed = live.Log.Read().Select(entry => entry.Read()).OfType<DayClosed>().First();
        var records = live.Log.Records;
        Assert.Equal(records, Run("home", "status").GetProperty("records").GetInt64());
        Assert.Equal(0, Run("replay", "--deep").GetProperty("differing").GetInt64());
        Assert.Contains("TZ1817", Run("home", "check").GetProperty("notCompared").GetString(), StringComparison.Ordinal);
        Run("verify");
        Run("day", "export", closed.Office, closed.Day.ToString("O", CultureInfo.InvariantCulture), "--out", _home.Beside("day.csv"));
        Run("home", "proof", "3", "--out", _home.Beside("proof"));
        Assert.Equal(records, live.Log.Records);
        Assert.Equal(records, HomeView.Open(_home.Folder, []) is var view ? view.Ledger.Records : 0);
        view.Dispose();
        Run("verify", "--check-proof", _home.Beside("proof"), "--checkpoint", _home.Beside("proof") + ".checkpoint");
    }

    [Fact]
    public void Who_is_named_waits_for_live_work_since_that_is_recorded()
    {
        using (_home.Open())
        {
            var (code, _, errors) = Started("home", "status", "--as", "ana", "--credential", _home.Founded.Credential);
            Assert.Equal(Terminal.FoundProblems, code);
            Assert.Contains("TZ1604", errors, StringComparison.Ordinal);
        }

        string[] named = ["home", "status", "--as", "ana", "--credential", _home.Founded.Credential];
        var before = Run("home", "status").GetProperty("records").GetInt64();
        // The sign-in, and the first checkpoint, which is due since the founding; then the sign-in alone.
        Assert.Equal(before + 2, Run(named).GetProperty("records").GetInt64());
        Assert.Equal(before + 3, Run(named).GetProperty("records").GetInt64());
    }

    [Fact]
    public void A_proof_of_a_record_after_the_last_checkpoint_makes_one()
    {
        _home.Import(live: true, TestHome.Sample("march.csv", 20));
        var last = Run("home", "status").GetProperty("records").GetInt64() - 1;
        Run("home", "proof", last.ToString(CultureInfo.InvariantCulture), "--out", _home.Beside("proof"));
        Assert.Equal(last + 2, Run("home", "status").GetProperty("records").GetInt64());
        Run("verify", "--check-proof", _home.Beside("proof"), "--checkpoint", _home.Beside("proof") + ".checkpoint");
    }

    [Fact]
    public void A_home_at_rest_is_compared_with_desk_and_archive_too()
    {
        _home.Import(live: true, TestHome.Sample("march.csv", 20));
        Run("home", "rebuild");
        Assert.Equal(JsonValueKind.Null, Run("home", "check").GetProperty("notCompared").ValueKind);
    }

    [Fact]
    public void A_finding_that_is_overturned_is_unlearnt_from_then_on_and_not_entered_again()
    {
        var lines = TestHome.Sample("history.csv", 400);
        _home.Import(live: false, lines);
        _home.Import(live: true, TestHome.Sample("march.csv", 30));
        using (var open = _home.Open())
        {
            var before = Learnt(open);
            var finding = open.Log.Read().Select(entry => entry.Read()).OfType<FindingEntered>().First(one => one.NonCompliant);
            open.MoveClock(open.Now.AddDays(1));
            open.Record(finding with { At = open.Now, By = "ana", Status = FindingStatus.Overturned });
            open.MoveClock(open.Now.AddDays(1));
            var after = Learnt(open);
            Assert.Equal(before.Findings - 1, after.Findings);
            Assert.True(after.Hits < before.Hits);
        }

        Assert.Equal(0, _home.Import(live: false, lines).Findings);
        _home.Import(live: true, [.. TestHome.Sample("march.csv", 60).Where((_, line) => line is 0 or > 30)]);
        using var again = _home.Open();
        Assert.Equal(0, new HomeReplay(again, true, 2).Run(null).Differing);
        again.Keep(0);
        Assert.Null(again.CheckKept());
    }

    private static (long Findings, double Hits) Learnt(LiveHome home)
    {
        var history = home.State.Course!.History;
        history.MoveTo(home.Now);
        return (history.Findings, history.OverallHits);
    }

    private static byte[] BytesOf(HomeView home)
    {
        using var bytes = new MemoryStream();
        home.State.Save(new BinaryWriter(bytes));
        return bytes.ToArray();
    }

    private JsonElement Run(params string[] command)
    {
        var (code, output, errors) = Started(command);
        Assert.True(code == Terminal.Fine, output + errors);
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private (int Code, string Output, string Errors) Started(params string[] command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (Program.Run([.. command, "--json", "--home", _home.Folder], output, errors, TimeProvider.System), output.ToString(), errors.ToString());
    }
}
