using System.Security.Cryptography;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>
/// A month at several offices, with amendments and findings, in which settings, the risk register, a list and reports change: every decision
/// is recomputed to the same bytes, on any number of threads, and by processors without the newer instructions.
/// </summary>
[Collection(nameof(Alone))]
public sealed class MonthReplayTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Every_decision_of_a_month_is_recomputed_to_the_same_bytes()
    {
        MakeMonth();
        var (decisions, digest, offices, used) = Stored();
        Assert.True(decisions > 300 && offices >= 4 && used >= 3, $"{decisions} decisions at {offices} offices with {used} sets of knowledge");
        foreach (var (deep, threads) in new[] { (false, 1), (false, 3), (true, 1), (true, 3) })
        {
            using var home = _home.Open();
            var outcome = new HomeReplay(home, deep, threads).Run(null);
            Assert.Equal((decisions, 0, digest), (outcome.Decisions, outcome.Differing, outcome.Digest));
        }

        // Other processors, another language, another time zone of the machine.
        (string, string)[][] machines = [[("DOTNET_EnableAVX2", "0")], [("DOTNET_EnableHWIntrinsic", "0"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo")]];
        foreach (var machine in machines)
        {
            foreach (var depth in new string[][] { [], ["--deep", "--threads", "1"] })
            {
                var result = Tool.Run(["replay", .. depth, "--home", _home.Folder, "--json"], machine);
                var json = result.Json() ?? throw new InvalidOperationException(result.Errors);
                Assert.Equal((decisions, 0, digest.ToString()), (json.GetProperty("decisions").GetInt64(), json.GetProperty("differing").GetInt64(), json.GetProperty("digest").GetString()));
            }
        }
    }

    [Fact]
    public void A_digest_tells_apart_what_differs_in_the_last_bit()
    {
        _home.Import(live: true, TestHome.Sample("march.csv", 20));
        var digest = Stored().Digest;
        var changed = false;
        _home.Forge(record => record is AssessmentMade made && !changed && (changed = true)
            ? made with { Areas = [made.Areas[0] with { LogOdds = Math.BitIncrement(made.Areas[0].LogOdds) }, .. made.Areas.Skip(1)] } : record);
        var forged = Stored().Digest;
        Assert.NotEqual(digest, forged);
        using var home = _home.Open();
        Assert.NotEqual(forged, new HomeReplay(home, true, 1).Run(null).Digest);
    }

    private void MakeMonth()
    {
        var history = TestHome.Sample("history.csv", 900);
        var march = TestHome.Sample("march.csv", 540);
        _home.Import(live: false, history[..701]);
        _home.Import(live: true, march[..181]);
        _home.Import(live: false, [history[0], .. history[701..]]);
        Change("carlos", close: true, ("tamiz.yaml", "share: 6 %", "share: 9 %"), ("risks.yaml", "baseShare: 5 %", "baseShare: 7.5 %"), ("sources/watch.csv", "W-1,", "W-1,Organization,Frutas del Pacífico S.A.,,2026-01-01,test\nW-11,"));
        _home.Import(live: true, [march[0], .. march[181..361], .. march[1..80].Select(line => line[..^1] + "2")]);
        Change("carlos", close: false, ("intelligence/reports.yaml", "credibility: 2", "credibility: 4"), ("sources/watch.csv", "W-2,", "W-12,"));
        _home.Import(live: true, [march[0], .. march[361..], .. march[181..220].Select(line => line[..^1] + "2")]);
    }

    // Somebody proposes files with other texts in them, somebody else approves.
    private void Change(string approver, bool close, params (string File, string Text, string Other)[] changes)
    {
        foreach (var (name, text, other) in changes)
        {
            var path = Path.Combine(_home.Folder, name);
            var before = File.ReadAllText(path);
            Assert.Contains(text, before, StringComparison.Ordinal);
            File.WriteAllText(path, before.Replace(text, other, StringComparison.Ordinal));
        }

        using var home = _home.Open();
        if (close)
        {
            new OfficeDays(home).Close([.. home.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "ana");
        }

        var acts = new HomeActs(home);
        var wrong = new List<Diagnostic>();
        Assert.Equal(changes.Length, acts.Propose("ana", wrong).Count);
        Assert.Equal(changes.Length, acts.Decide(approver, [], true, "").Count);
        acts.Renew(wrong);
        Assert.Empty(wrong);
    }

    // What the ledger holds, without recomputing anything.
    private (long Decisions, Hash Digest, int Offices, int Knowledge) Stored()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var home = _home.Open();
        var (decisions, knowledge, offices) = (0L, 0, new HashSet<string>(StringComparer.Ordinal));
        AssessmentMade? assessment = null;
        foreach (var record in home.Log.Read().Select(entry => entry.Read()))
        {
            switch (record)
            {
                case KnowledgeSet: knowledge++; break;
                case DeclarationEntered { Live: true } entered: offices.Add(entered.Declaration.Identity.Office); break;
                case AssessmentMade made: assessment = made; break;
                case LaneGiven lane:
                    decisions++;
                    digest.AppendData(Convert.FromHexString(HomeReplay.DigestOf(assessment!, lane).ToString()));
                    break;
                default: break; // The rest is no part of a decision.
            }
        }

        return (decisions, new Hash(digest.GetHashAndReset()), offices.Count, knowledge);
    }
}
