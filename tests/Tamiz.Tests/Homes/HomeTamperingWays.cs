using System.Security.Cryptography;
using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage.Backup;
using Tamiz.Storage.Ledger;

namespace Tamiz.Tests.Homes;

/// <summary>What is done to a home in each case of HomeTampering.cases, by its name.</summary>
internal static class HomeTamperingWays
{
    private const string Exporter = "(SELECT min(person) FROM persons WHERE name='Harbour & Vale Ltd')";

    public static IReadOnlyDictionary<string, Action<Tampered>> All { get; } = new Dictionary<string, Action<Tampered>>(
        [.. Records(), .. Decisions(), .. Files(), .. Wholes(), .. Desk(), .. Archive(), .. Persons(), .. Contents(), .. Ends()], StringComparer.Ordinal);

    // With the signing key: everything from there on is signed anew.
    private static Dictionary<string, Action<Tampered>> Records() => new()
    {
        ["finding-made-clean"] = home => home.Record<FindingEntered>(one => one.NonCompliant, one => [one with { NonCompliant = false, Recovered = null }]),
        ["finding-taken-out"] = home => home.Record<FindingEntered>(_ => true, _ => []),
        ["finding-put-in"] = home => home.Record<FindingEntered>(_ => true, one => [one, one with { Item = one.Item + 1, NonCompliant = true }]),
        ["sign-of-an-act-taken-out"] = home => home.Record<ContentApproved>(_ => true, _ => []),
        ["approval-by-the-author"] = home => home.Record<ContentApproved>(one => one with { By = "berta" }),
        ["administrator-put-in"] = home => home.Record<KnowledgeSet>(_ => true, one => [one, new PersonChanged(one.At, "ana", "mallory", true, ["administrator"], Hash.Of([1]))]),
        ["override-put-in"] = home => home.Record<LaneGiven>(one => one.Lane != "verde", one => [one, new LaneOverridden(one.At, "carlos", one.Identity, one.Lane, "verde", "other", "", "")]),
        ["override-taken-out"] = home => home.Record<LaneOverridden>(_ => true, _ => []),
                ["batches-swapped"] = home => home.Forge(batches => (batches[2], batches[3]) = (batches[3], batches[2])),
        ["batch-taken-out"] = home => home.Forge(batches => batches.RemoveAt(batches.FindLastIndex(batch => batch.OfType<LaneGiven>().Any()))),
        ["day-backdated"] = home => home.Forge(batches => batches.ForEach(batch =>
        {
            var last = batches.SelectMany(one => one).OfType<DayOpened>().Last().At;
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i] = batch[i].At < last || batch[i] is CheckpointMade ? batch[i] : batch[i] with { At = batch[i].At.AddDays(-1) };
            }
        })),
        ["checkpoint-record-taken-out"] = home => home.Forge(batches => batches.RemoveAll(batch => batch is [CheckpointMade])),
        ["list-exchanged-in-knowledge"] = home => home.Record<KnowledgeSet>(one => one with
        {
            Entries = [.. one.Entries.Select(entry => entry.Name.EndsWith("watch.csv", StringComparison.Ordinal) ? entry with { Digest = Keep(home, "id,schema,name,aliases,listed_on,programme\n"u8) } : entry)],
        }),
    };

    private static Dictionary<string, Action<Tampered>> Decisions() => new()
    {
        ["value-lowered"] = home => home.Record<DeclarationEntered>(one => one.Live, one => [one with
        {
            Declaration = one.Declaration with { Items = [.. one.Declaration.Items.Select(item => item with { CustomsValue = item.CustomsValue is { } value ? value with { Amount = 1 } : null })] },
        }]),
        ["fact-changed"] = home => home.Record<AssessmentMade>(one => one with { Facts = [[.. one.Facts[0][..^1], one.Facts[0][^1] + 1], .. one.Facts.Skip(1)] }),
        ["risk-lowered"] = home => home.Record<AssessmentMade>(one => one with { Areas = [.. one.Areas.Select(area => area with { LogOdds = area.LogOdds - 1 })] }),
        ["money-lowered"] = home => home.Record<AssessmentMade>(one => one with { Areas = [.. one.Areas.Select(area => area with { AtStake = area.AtStake / 2 })] }),
        ["evidence-put-in"] = home => home.Record<AssessmentMade>(one => one with { Attached = [new("report.X", "report", Tamiz.Facts.EvidenceFamily.Intelligence, "nowhere", 1, "X", "X")] }),
        ["lane-greened"] = home => home.Record<LaneGiven>(one => one.Lane != "verde" && one.Basis == Basis.Value, one => [one with { Lane = "verde", Basis = Basis.None }]),
        ["probability-changed"] = home => home.Record<LaneGiven>(one => one with { Inclusion = Math.BitDecrement(one.Inclusion) }),
        ["draw-rolled-again"] = home => home.Forge(batches =>
        {
            var batch = batches.FindLast(batch => batch.OfType<LaneGiven>().Any(lane => lane.Basis == Basis.None))!;
            var spared = batch.OfType<LaneGiven>().Last(lane => lane.Basis == Basis.None).Identity;
            var at = batch.FindIndex(record => record is DrawMade drawn && drawn.Identity == spared);
            batch[at] = ((DrawMade)batch[at]) with { Drawn = Enumerable.Range(1, 100).Select(key => Draw.Of([(byte)key], spared)).First(draw => draw.Lane > 0.5) };
        }),
        ["seed-changed-after-the-fact"] = home => home.Record<DayClosed>(one => one with { Seed = SHA256.HashData([3]) }),
        ["commitment-changed"] = home => home.Record<SeedCommitted>(one => one with { Commitment = Hash.Of([4]) }),
        ["totals-changed"] = home => home.Record<DayClosed>(one => one.Draws > 0, one => [one with { Draws = one.Draws - 1 }]),
        ["declaration-taken-out"] = home => home.Forge(batches =>
        {
            var gone = batches.SelectMany(batch => batch).OfType<DrawMade>().Last().Identity;
            batches.ForEach(batch => batch.RemoveAll(record => IdentityOf(record) == gone));
        }),
    };

    private static Dictionary<string, Action<Tampered>> Files() => new()
    {
        ["bit-changed"] = home => Flip(home.Segment, 5000),
        ["end-cut-off"] = home => Cut(home, whole: true),
        ["end-cut-off-within-a-batch"] = home => Cut(home, whole: false),
        ["old-ledger-put-back"] = home => home.PutBack("ledger"),
        ["ledger-forked"] = home =>
        {
            home.PutBack("ledger", "tamiz.db", "archive", "keys");
            TamperedHome.Import(home.Home, "fork", live: true, TestHome.Sample("march.csv", 30)[4..]);
        },
        ["key-exchanged"] = home =>
        {
            using var stranger = SigningKey.Generate();
            File.WriteAllText(home.Path("keys", "key-1.pem"), stranger.ToPem());
            File.WriteAllText(home.Path("keys", "key-1.public.pem"), stranger.Public.ToPem());
        },
        ["all-signed-anew-with-another-key"] = home => home.Home.ForgeWithAnotherKey(),
        ["copies-of-checkpoints-deleted"] = home => Directory.Delete(home.Path("ledger", "checkpoints"), recursive: true),
        ["checkpoint-dropped-from-the-escrow"] = home => File.Delete(Directory.GetFiles(home.Escrow).Order(StringComparer.Ordinal).First()),
        ["checkpoint-changed-in-the-escrow"] = home => Flip(Directory.GetFiles(home.Escrow).Order(StringComparer.Ordinal).Last(), 60),
    };

    private static Dictionary<string, Action<Tampered>> Wholes() => new()
    {
        ["whole-home-put-back"] = home =>
        {
            Directory.Delete(home.Home.Folder, recursive: true);
            TestHome.Copy(home.Truth.Before, home.Home.Folder);
        },
        ["backup-of-another-day-restored"] = home =>
        {
            HomeBackup.Backup(home.Truth.Before, home.Home.Beside("backup"), new BackupPlan(() => new Dictionary<string, long>
            {
                ["00000001.tzl"] = new FileInfo(Path.Combine(home.Truth.Before, "ledger", "00000001.tzl")).Length,
            }, WithKeys: true));
            Directory.Delete(home.Home.Folder, recursive: true);
            HomeBackup.Restore(home.Home.Beside("backup"), home.Home.Folder);
        },
        ["history-played-anew"] = home =>
        {
            // Everything is consistent in itself: the same key and id, seeds that suit, and one declaration less.
            home.PutBack("ledger", "tamiz.db", "archive", "keys");
            TamperedHome.Import(home.Home, "again", live: true, TestHome.Sample("march.csv", 36)[2..]);
        },
        ["all-after-the-second-day-signed-anew"] = home => home.Forge(batches => batches.Insert(batches.FindIndex(batch => batch.OfType<DayClosed>().Any()), [new SignedIn(batches[0][0].At, "", "ana", true, "")])),
        ["desk-and-archive-left-as-they-were"] = home => home.Home.Forge(record => record is FindingEntered { NonCompliant: true } one ? one with { NonCompliant = false } : record),
    };

    private static Dictionary<string, Action<Tampered>> Desk() => new()
    {
        ["lane-edited-in-the-desk"] = home => home.Sql("tamiz.db", "UPDATE Declarations SET Lane='verde', LaneInForce='verde' WHERE Sequence=(SELECT min(Sequence) FROM Declarations WHERE Lane='rojo')"),
        ["declaration-deleted-from-the-desk"] = home => home.Sql("tamiz.db", "DELETE FROM Declarations WHERE Sequence=(SELECT max(Sequence) FROM Declarations)"),
        ["finding-edited-in-the-desk"] = home => home.Sql("tamiz.db", "UPDATE Findings SET NonCompliant=1-NonCompliant WHERE Sequence=(SELECT min(Sequence) FROM Findings)"),
        ["override-deleted-from-the-desk"] = home => home.Sql("tamiz.db", "DELETE FROM Acts"),
        ["officer-edited-in-the-desk"] = home => home.Sql("tamiz.db", "UPDATE Officers SET Roles='[\"administrator\"]' WHERE Person='berta'"),
        ["missing-number-deleted-from-the-desk"] = home => home.Sql("tamiz.db", "DELETE FROM MissingNumbers"),
        ["desk-ahead-of-the-ledger"] = home => home.Sql("tamiz.db", "UPDATE projection SET watermark=1000000"),
        ["desk-put-back"] = home => home.PutBack("tamiz.db"),
    };

    private static Dictionary<string, Action<Tampered>> Archive() => new()
    {
        ["closed-month-damaged"] = home => Flip(home.Path("archive", "2026-02.parquet"), 2000),
        ["closed-month-exchanged"] = home => Exchange(home, "2026-02.parquet", "2026-02.parquet"),
        ["closed-month-deleted"] = home => File.Delete(home.Path("archive", "2026-02.parquet")),
        ["part-of-an-open-month-exchanged"] = home => Exchange(home, "2026-03.part-000001.parquet", "2026-03.part-000001.parquet"),
        ["part-of-an-open-month-damaged"] = home => FlipLast(home.Path("archive", "2026-03.part-000001.parquet")),
        ["archive-put-back"] = home => home.PutBack("archive"),
    };

    private static Dictionary<string, Action<Tampered>> Persons() => new()
    {
        ["person-renamed"] = home => home.Sql("persons.db", $"UPDATE persons SET name='Somebody Else' WHERE person={Exporter}"),
        ["persons-swapped"] = home => home.Sql("persons.db", $"UPDATE persons SET name=(SELECT name FROM persons WHERE person<>{Exporter} AND name<>'Harbour & Vale Ltd' ORDER BY name LIMIT 1) WHERE person={Exporter}"),
        ["person-taken-out"] = home => home.Sql("persons.db", $"DELETE FROM persons WHERE person={Exporter}"),
        ["persons-put-back"] = home => home.PutBack("persons.db"),
        ["secret-of-pseudonyms-exchanged"] = home => File.WriteAllBytes(home.Path("keys", "pseudonyms.key"), RandomNumberGenerator.GetBytes(32)),
        ["credential-exchanged"] = home => home.Sql("keys/credentials.db", "UPDATE credentials SET token=(SELECT token FROM credentials WHERE person='carlos') WHERE person='ana'"),
        ["credential-taken-out"] = home => home.Sql("keys/credentials.db", "DELETE FROM credentials WHERE person='carlos'"),
        ["seed-of-the-open-day-exchanged"] = home => Directory.GetFiles(home.Path("keys", "seeds")).ToList().ForEach(file => File.WriteAllBytes(file, SHA256.HashData([5]))),
        ["seed-of-the-open-day-deleted"] = home => Directory.GetFiles(home.Path("keys", "seeds")).ToList().ForEach(File.Delete),
    };

    private static Dictionary<string, Action<Tampered>> Contents() => new()
    {
        ["content-changed"] = home => File.AppendAllText(ContentOf(home, "sources/watch.csv"), " "),
        ["content-deleted"] = home => File.Delete(ContentOf(home, "risks.yaml")),
        ["settings-changed-in-the-folder"] = home => File.WriteAllText(home.Path("tamiz.yaml"), File.ReadAllText(home.Path("tamiz.yaml")).Replace("share: 6 %", "share: 1 %", StringComparison.Ordinal)),
        ["list-changed-in-the-folder"] = home => File.WriteAllText(home.Path("sources", "watch.csv"), "id,schema,name,aliases,listed_on,programme\n"),
        ["report-deleted-from-the-folder"] = home => File.Delete(home.Path("intelligence", "reports.yaml")),
    };

    // After the last checkpoint in escrow.
    private static Dictionary<string, Action<Tampered>> Ends() => new()
    {
        ["last-lane-greened"] = home => LastLane(home, lane => lane with { Lane = lane.Lane == "verde" ? "amarillo" : "verde", Basis = Basis.None }),
        ["last-declarations-never-came"] = home => home.Home.ForgeBatches(batches => batches.RemoveRange(LastDay(batches), batches.Count - LastDay(batches))),
        ["last-sign-of-an-act-taken-out"] = home => home.Home.ForgeBatches(batches => batches.RemoveAll(batch => batch is [FileImported] && batches.IndexOf(batch) > LastDay(batches))),
    };

    private static int LastDay(List<List<LedgerRecord>> batches) => batches.FindLastIndex(batch => batch is [CheckpointMade]) + 1;

    private static void LastLane(Tampered home, Func<LaneGiven, LaneGiven> change) => home.Home.ForgeBatches(batches =>
    {
        var batch = batches.FindLast(batch => batch.OfType<LaneGiven>().Any())!;
        var at = batch.FindLastIndex(record => record is LaneGiven);
        batch[at] = change((LaneGiven)batch[at]);
    });

    private static string? IdentityOf(LedgerRecord record) => record switch
    {
        DeclarationEntered one => one.Identity,
        AssessmentMade one => one.Identity,
        DrawMade one => one.Identity,
        LaneGiven one => one.Identity,
        _ => null,
    };

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[Math.Min(at, bytes.Length / 2)] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    // The end of a Parquet file names its format: such a part is taken for one that a crash left.
    private static void FlipLast(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    // Before the last day that is in escrow was closed.
    private static void Cut(Tampered home, bool whole)
    {
        var length = new FileInfo(Path.Combine(home.Truth.Before, "ledger", Path.GetFileName(home.Segment))).Length;
        using var file = File.OpenWrite(home.Segment);
        file.SetLength(whole ? length : length + 300);
    }

    // The other file is that of a home in which one declaration was never lodged.
    private static void Exchange(Tampered home, string name, string other)
    {
        using var made = new TestHome();
        var lines = TamperedHome.History().Where(line => string.CompareOrdinal(line.Split(',')[4], "2026-02-27") >= 0).Take(10);
        TamperedHome.Import(made, "february", live: true, [.. lines.Select(line => string.Join(',', line.Split(',')[..^4]) + ",,,,1")]);
        TamperedHome.Import(made, "march", live: true, TestHome.Sample("march.csv", 30)[1..]);
        File.Copy(Path.Combine(made.Folder, "archive", other), home.Path("archive", name), overwrite: true);
    }

    private static Hash Keep(Tampered home, ReadOnlySpan<byte> content) => new(Tamiz.Storage.Contents.ContentStore.Open(home.Home.Folder).Put(content));

    private static string ContentOf(Tampered home, string name)
    {
        using var open = home.Home.Open();
        return home.Path("contents", open.State.Contents.InForce.Single(pair => pair.Key.Name == name).Value.ToString());
    }
}
