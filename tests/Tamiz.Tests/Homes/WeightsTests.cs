using Tamiz.Assessment;
using Tamiz.Cli;
using Tamiz.Facts;
using Tamiz.Ledger;
using Tamiz.Models;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>Weights are a content of the home: proposed by one person, approved by another, in force from the next day on, named by every decision's knowledge.</summary>
public sealed class WeightsTests
{
    [Fact]
    public void Weights_count_once_another_person_has_approved_them_and_replay_knows_which()
    {
        using var home = new TestHome();
        home.Import(live: false, TestHome.Sample("history.csv", 400));
        var lines = TestHome.Sample("march.csv", 2000);
        home.Import(live: true, lines[..31]);
        string expert, fitted;
        using (var open = home.Open())
        {
            expert = open.State.Course!.Assessor.Model.Hash;
            fitted = Put(home.Folder, open.State.Course!.Home, 0.125);
            var acts = new HomeActs(open);
            acts.Admit("ana", "analyst", [Roles.Analyst]);
            acts.Admit("ana", "approver", [Roles.Approver]);
            Assert.Equal(["models/weights.yaml"], acts.Propose("analyst", []).Select(one => one.Name));
            Assert.Equal("TZ1804", Assert.Throws<HomeException>(() => acts.Decide("analyst", [], true, "")).Diagnostic.Code);
            Assert.Equal(expert, open.State.Course!.Assessor.Model.Hash);
            Assert.Equal("model", acts.Decide("approver", [], true, "").Single().Kind);
        }

        // Days later: no day that was open before stays so.
        home.Import(live: true, [lines[0], .. lines[^40..]]);
        using var after = home.Open();
        Assert.Equal(fitted, after.State.Course!.Assessor.Model.Hash);
        Assert.Contains(after.State.Knowledge!.Entries, entry => entry.Kind == "model");
        var outcome = new HomeReplay(after, deep: true, threads: 2).Run(null);
        Assert.Equal(0, outcome.Differing);
        Assert.True(outcome.Decisions >= 25);
        Assert.NotEqual(expert, fitted);
    }

    [Fact]
    public void Weights_of_other_indicators_are_not_even_proposed()
    {
        using var home = new TestHome();
        using var open = home.Open();
        PutChanged(home, open, "weights:\n", "weights:\n  findings.nobody: 1\n");
        var diagnostics = new List<Diagnostic>();
        Assert.Empty(new HomeActs(open).Propose("ana", diagnostics));
        Assert.Equal("TZ0521", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Weights_in_force_that_this_version_cannot_use_decide_nothing()
    {
        using var home = new TestHome();
        var lines = TestHome.Sample("march.csv", 20);
        using (var open = home.Open())
        {
            PutChanged(home, open, "weights:\n", "weights:\n  findings.nobody: 1\n");
            var bytes = File.ReadAllBytes(Path.Combine(home.Folder, WeightsFile.Path));
            var entry = new KnowledgeEntry("model", WeightsFile.Path, new Hash(open.Contents.Put(bytes)));
            open.Record(new ContentProposed(open.Now, "ana", entry.Kind, entry.Name, entry.Digest, bytes.Length));
            open.Record(new ContentApproved(open.Now, "luis", entry.Kind, entry.Name, entry.Digest, true, ""));
            var used = open.State.Knowledge!.Entries.Append(entry).ToList();
            used.Sort();
            open.Record(new KnowledgeSet(open.Now, "", used));
        }

        Assert.Equal("TZ1812", Assert.Throws<HomeException>(() => home.Import(live: true, lines)).Diagnostic.Code);
        using var after = home.Open();
        Assert.Equal(0, after.State.Known.Count);
    }

    [Fact]
    public void Weights_that_are_broken_do_not_keep_better_ones_from_being_fitted()
    {
        using var home = new TestHome();
        Directory.CreateDirectory(Path.Combine(home.Folder, "models"));
        File.WriteAllText(Path.Combine(home.Folder, WeightsFile.Path), "area: [");
        var history = Path.Combine(Repository.Root, "samples", "demo", "history.csv");
        Assert.NotEqual(Terminal.Fine, Program.Run(["assess", history, "--home", home.Folder], TextWriter.Null, TextWriter.Null, TimeProvider.System));
        Assert.Equal(Terminal.Fine, Program.Run(["model", "train", history, "--home", home.Folder], TextWriter.Null, TextWriter.Null, TimeProvider.System));
        Assert.NotNull(HomeFolder.Read(home.Folder, Instant.Latest, []).Weights);
    }

    [Fact]
    public void Weights_of_an_area_that_is_gone_are_told()
    {
        using var home = new TestHome();
        using var open = home.Open();
        PutChanged(home, open, "area: revenue\n", "area: elsewhere\n");
        var diagnostics = new List<Diagnostic>();
        Assert.Null(HomeFolder.Read(home.Folder, Instant.Latest, diagnostics).Weights);
        Assert.Equal("TZ0523", Assert.Single(diagnostics).Code);
    }

    private static void PutChanged(TestHome home, LiveHome open, string right, string wrong)
    {
        Put(home.Folder, open.State.Course!.Home, 0.125);
        var path = Path.Combine(home.Folder, WeightsFile.Path);
        File.WriteAllText(path, File.ReadAllText(path).Replace(right, wrong, StringComparison.Ordinal));
    }

    private static string Put(string folder, Tamiz.Flow.Home settings, double factor)
    {
        var indicators = Indicators.Of(new FactCatalogue(HomeState.KeysOf(settings, [])));
        double[] weights = [.. indicators.Select(indicator => indicator.ExpertWeight * factor)];
        var model = new AdditiveModel("revenue", [.. indicators.Select(indicator => indicator.Code)], weights, -2, Calibration.None, null);
        HomeFolder.Write(folder, model);
        return model.Hash;
    }
}
