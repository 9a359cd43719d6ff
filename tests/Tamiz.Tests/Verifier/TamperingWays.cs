using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Tests.Verifier.Maker;

namespace Tamiz.Tests.Verifier;

/// <summary>What is done to a ledger in each case of Tampering.cases, by its name.</summary>
internal static class TamperingWays
{
    private static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly byte[] Other = SHA256.HashData("other"u8);

    public static IReadOnlyDictionary<string, Tampering> All { get; } = new Dictionary<string, Tampering>(
        [.. Bytes(), .. Files(), .. Keyless(), .. Headers(), .. Forms(), .. Approvals(), .. Decisions(), .. Days(), .. Escrows(), .. Rewritten()], StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, Tampering>> Bytes() => new Dictionary<string, Tampering>
    {
        ["bit-in-payload"] = Tampering.Bit(240),
        ["bit-in-signature"] = Tampering.Bit(200),
        ["bit-in-magic"] = Tampering.Bit(0),
        ["bit-in-stored-length"] = Tampering.Bit(4),
        ["bit-in-batch-number"] = Tampering.Bit(8),
        ["bit-in-first-sequence"] = Tampering.Bit(16),
        ["bit-in-count"] = Tampering.Bit(24),
        ["bit-in-instant"] = Tampering.Bit(28),
        ["bit-in-hash-before"] = Tampering.Bit(36),
        ["bit-in-root"] = Tampering.Bit(68),
        ["bit-in-payload-hash"] = Tampering.Bit(100),
        ["bit-in-inflated-length"] = Tampering.Bit(132),
        ["bit-in-method"] = Tampering.Bit(136),
        ["bit-in-zeros"] = Tampering.Bit(138),
        ["bit-in-key-id"] = Tampering.Bit(140),
        ["bit-in-segment-magic"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 0)),
        ["bit-in-segment-ledger-id"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 8)),
        ["bit-in-first-segment-ledger-id"] = Tampering.Files(files => files.Flip("ledger/00000001.tzl", 8)),
        ["bit-in-segment-number"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 24)),
        ["bit-in-segment-first-batch"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 28)),
        ["bit-in-segment-first-sequence"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 36)),
        ["bit-in-segment-hash-before"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 44)),
        ["bit-in-segment-zeros"] = Tampering.Files(files => files.Flip("ledger/00000002.tzl", 80)),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Files() => new Dictionary<string, Tampering>
    {
        ["batch-deleted"] = Tampering.Files(files => files.Replace(12)),
        ["batch-doubled"] = Tampering.Files(files => files.Replace(12, [.. files.Batch(12), .. files.Batch(12)])),
        ["batches-swapped"] = Tampering.Files(files =>
        {
            var (first, second) = (files.Batch(12), files.Batch(13));
            files.Replace(13, first);
            files.Replace(12, second);
        }),
        ["bytes-between-batches"] = Tampering.Files(files => files.Replace(12, [.. files.Batch(12), 1, 2, 3])),
        ["bytes-at-the-end"] = Tampering.Files(files => files[files.Segments.Last()] = [.. files[files.Segments.Last()], 1, 2, 3]),
        ["zeros-at-the-end"] = Tampering.Files(files => files[files.Segments.Last()] = [.. files[files.Segments.Last()], 0, 0, 0, 0, 0]),
        ["sector-of-the-last-batch-emptied"] = Tampering.Files(files =>
        {
            var (file, offset, length) = files.Batches[^1];
            var from = (offset + 511) / 512 * 512;
            files[file] = [.. files[file][..from], .. new byte[Math.Min(512, offset + length - from)], .. files[file][Math.Min(from + 512, offset + length)..]];
        }),
        ["sector-of-an-earlier-batch-emptied"] = Tampering.Files(files => files["ledger/00000002.tzl"] = [.. files["ledger/00000002.tzl"][..1024], .. new byte[512], .. files["ledger/00000002.tzl"][1536..]]),
        ["segment-deleted"] = Tampering.Files(files => files.Remove("ledger/00000002.tzl")),
        ["first-segment-deleted"] = Tampering.Files(files => files.Remove("ledger/00000001.tzl")),
        ["segments-swapped"] = Tampering.Files(files =>
            (files["ledger/00000002.tzl"], files["ledger/00000003.tzl"]) = (files["ledger/00000003.tzl"], files["ledger/00000002.tzl"])),
        ["segment-emptied"] = Tampering.Files(files => files["ledger/00000002.tzl"] = []),
        ["segment-without-batches"] = Tampering.Files(files => files["ledger/00000002.tzl"] = files["ledger/00000002.tzl"][..92]),
        ["old-segment-put-back"] = Tampering.Files(files => files["ledger/00000002.tzl"] = files["ledger/00000002.tzl"][..files.Batches[15].Offset]),
        ["segment-cut-within-batch"] = Tampering.Files(files => files["ledger/00000002.tzl"] = files["ledger/00000002.tzl"][..^7]),
        ["all-segments-deleted"] = Tampering.Files(files => files.Segments.ToList().ForEach(name => files.Remove(name))),
        ["file-of-another-kind"] = Tampering.Files(files => files["ledger/00000001.tzl"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("nothing to see here\n", 500)))),
        ["batch-of-another-history"] = Tampering.Files(files =>
        {
            var fork = Tampering.Record<FindingEntry>(static _ => true, static finding => [finding with { NonCompliant = !finding.NonCompliant }]).Make();
            files.Replace(12, fork.Batch(12));
        }),
        ["history-continued-by-another"] = Tampering.Files(files =>
        {
            var fork = Tampering.Record<FindingEntry>(static _ => true, static finding => [finding with { NonCompliant = !finding.NonCompliant }]).Make();
            foreach (var name in files.Segments.Skip(2))
            {
                files[name] = fork[name];
            }
        }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Keyless() => new Dictionary<string, Tampering>
    {
        ["record-changed-without-key"] = Tampering.Payload(static records => [.. records[..^1], [.. records[^1][..^1], (byte)(records[^1][^1] ^ 1)]]),
        ["record-deleted-without-key"] = Tampering.Payload(static records => records[..^1]),
        ["record-inserted-without-key"] = Tampering.Payload(static records => [.. records, records[^1]]),
        ["records-swapped-without-key"] = Tampering.Payload(static records => [records[1], records[0], .. records[2..]]),
        ["payload-recompressed-without-key"] = Tampering.Payload(static records => records, level: CompressionLevel.SmallestSize),
        ["record-changed-and-signed-by-a-stranger"] = Tampering.Payload(static records => [records[1], records[0], .. records[2..]], Stranger),
        ["signature-of-another-batch"] = Tampering.Files(files =>
        {
            var (batch, signature) = (files.Batch(12), files.Batch(13)[172..236]);
            files.Replace(12, [.. batch[..172], .. signature, .. batch[236..]]);
        }),
        ["signature-of-zeros"] = Tampering.Files(files => files.Replace(12, [.. files.Batch(12)[..172], .. new byte[64], .. files.Batch(12)[236..]])),
        ["founded-anew-with-another-key"] = Tampering.Otherwise(static () => new Bending { FirstKey = Stranger }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Headers() => new Dictionary<string, Tampering>
    {
        ["clock-set-back"] = Tampering.Batch(12, static batch => batch.Instant -= 3_600_000),
        ["batch-number-left-out"] = Tampering.Batch(12, static batch => batch.Number++),
        ["sequence-left-out"] = Tampering.Batch(12, static batch => batch.FirstSequence += 2),
        ["chain-begun-anew"] = Tampering.Batch(12, static batch => batch.Previous = new byte[32]),
        ["root-of-other-records"] = Tampering.Batch(12, static batch => batch.Root = Other),
        ["payload-hash-of-other-bytes"] = Tampering.Batch(12, static batch => batch.PayloadHash = Other),
        ["payload-with-bytes-behind"] = Tampering.Batch(12, static batch => batch.Payload = [.. Deflated(batch), 0, 0]),
        ["payload-that-inflates-further"] = Tampering.Batch(12, static batch => (batch.Payload, batch.InflatedLength) = (Deflated(batch), batch.InflatedLength - 1)),
        ["payload-bomb"] = Tampering.Batch(12, static batch =>
            (batch.Payload, batch.Method, batch.InflatedLength) = (BatchDraft.Deflate(new byte[70 << 20], CompressionLevel.Optimal), 1, 70 << 20)),
        ["payload-method-unknown"] = Tampering.Batch(12, static batch => batch.Method = 2),
        ["count-of-none"] = Tampering.Batch(12, static batch => batch.Count = 0),
        ["count-beyond-payload"] = Tampering.Batch(12, static batch => batch.Count = uint.MaxValue),
        ["bytes-behind-records"] = Tampering.Batch(12, static batch => batch.Store([.. Inflated(batch), 0])),
        ["count-of-a-million-and-one"] = Tampering.Batch(12, static batch => (batch.Count, batch.Payload, batch.Method, batch.InflatedLength) = (1_000_001, new byte[1_000_001], 0, 1_000_001)),
        ["payload-without-its-end"] = Tampering.Batch(12, static batch => batch.Payload = Unfinished(batch)),
        ["record-length-in-long-form"] = Tampering.Batch(12, static batch =>
        {
            var payload = Inflated(batch);
            var digits = Array.FindIndex(payload, static one => one < 0x80);
            batch.Store([.. payload[..digits], (byte)(payload[digits] | 0x80), 0, .. payload[(digits + 1)..]]);
        }),
        ["key-of-a-stranger"] = Tampering.Batch(12, static batch => batch.Key = Stranger),
        ["key-of-a-stranger-under-the-true-id"] = Tampering.Batch(12, static batch => (batch.KeyId, batch.Key) = (SHA256.HashData(batch.Key.ExportSubjectPublicKeyInfo()), Stranger)),
        ["replaced-key-signs-on"] = Tampering.Otherwise(static () => new Bending { KeepsOldKey = true }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Forms() => new Dictionary<string, Tampering>
    {
        ["type-unknown"] = Raw<ReadEntry>(static bytes => [99, .. bytes[1..]]),
        ["version-unknown"] = Raw<ReadEntry>(static bytes => [bytes[0], 2, .. bytes[2..]]),
        ["integer-in-long-form"] = Raw<ReadEntry>(static bytes => [(byte)(bytes[0] | 0x80), 0, .. bytes[1..]]),
        ["bytes-behind-fields"] = Raw<ReadEntry>(static bytes => [.. bytes, 0]),
        ["field-cut-short"] = Raw<ReadEntry>(static bytes => bytes[..^1]),
        ["text-not-utf8"] = Raw<ReadEntry>(static bytes => [.. bytes[..^1], 0xFF]),
        ["bool-of-two"] = Raw<SignInEntry>(static bytes => [.. bytes[..^8], 2, .. bytes[^7..]]),
        ["number-not-in-first-form"] = Raw<AssignmentEntry>(static bytes =>
            [.. bytes[..(bytes.AsSpan().IndexOf("carla"u8) + 5)], 2, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, .. bytes[(bytes.AsSpan().IndexOf("carla"u8) + 7)..]]),
        ["text-of-endless-length"] = Raw<ReadEntry>(static bytes => [8, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]),
        ["declaration-with-an-empty-list"] = Raw<DeclarationEntry>(static _ => new FieldWriter().Unsigned(10).Unsigned(1).Signed(0).Text("").Flag(false)
            .Text("").Unsigned(0).Text("1").Unsigned(1).Signed(0).Signed(0).Unsigned(1 << 11).Unsigned(0).Unsigned(0).ToArray()),
        ["declaration-of-version-2-to-the-31"] = Raw<DeclarationEntry>(static _ => new FieldWriter().Unsigned(10).Unsigned(1).Signed(0).Text("").Flag(false)
            .Text("").Unsigned(0).Text("1").Unsigned(1UL << 31).Signed(0).Signed(0).Unsigned(0).Unsigned(0).ToArray()),
        ["instant-of-the-year-10000"] = Tampering.Record<ClockEntry>(static one => one with { Shown = 253_402_300_800_000 }),
        ["numbers-without-end"] = Raw<AssessmentEntry>(static _ => new FieldWriter().Unsigned(11).Unsigned(1).Signed(0).Text("").Text("1").Unsigned(1)
            .Unsigned(1).Unsigned(1UL << 40).Unsigned((((1UL << 40) - 1) << 2) | 3).Unsigned(0).Unsigned(0).Unsigned(0).ToArray()),
        ["knowledge-out-of-order"] = Tampering.Record<KnowledgeEntry>(static one => new KnowledgeEntry([.. one.Contents.Reverse()]) { At = one.At }),
        ["bounds-that-fall"] = Tampering.Record<DayOpenedEntry>(static one => one with { Bounds = [("red", 0.3), ("yellow", 0.2)] }),
        ["bounds-below-zero"] = Tampering.Record<DayOpenedEntry>(static one => one with { Bounds = [("red", -0.5), ("yellow", 0.2)] }),
        ["lane-twice-in-a-day"] = Tampering.Record<DayOpenedEntry>(static one => one with { Bounds = [("red", 0.1), ("green", 0.2)] }),
        ["founded-twice"] = Tampering.Record<SignInEntry>(static one => new LedgerEntry(Other[..16], "another", false, Stranger.ExportSubjectPublicKeyInfo()) { At = one.At }),
        ["record-younger-than-its-batch"] = Tampering.Record<ReadEntry>(static one => one with { At = one.At + 60_000 }),
        ["record-behind-a-new-key"] = Tampering.Record<KeyEntry>(static _ => true, static one => [one, new ClockEntry(0) { At = one.At }]),
        ["new-key-that-is-none"] = Tampering.Record<KeyEntry>(static one => one with { Key = Other }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Approvals() => new Dictionary<string, Tampering>
    {
        ["approval-by-the-author"] = Tampering.Record<ContentEntry>(static one => one.Kind == "profile", static one => [one with { By = "beto" }]),
        ["approval-of-what-nobody-proposed"] = Tampering.Record<ApprovalEntry>(static one => one with { Digest = Other }),
        ["approval-by-no-approver"] = Tampering.Record<ApprovalEntry>(static one => one with { By = "dora" }),
        ["approval-by-one-who-left"] = Tampering.Record<SignInEntry>(static _ => true, static one => [one, new PersonEntry("beto", false) { At = one.At }]),
        ["refusal-by-the-author"] = Tampering.Record<ApprovalEntry>(static one => !one.Granted, static one => [one with { By = "ana" }]),
        ["knowledge-of-what-was-withdrawn"] = Tampering.Record<KnowledgeEntry>(static one => one.Contents.Any(content => content.Kind == "profile"), static one =>
        [
            new ContentEntry("list", "sdn", new byte[32], 0) { At = one.At, By = "ana" }, new ApprovalEntry("list", "sdn", new byte[32], true) { At = one.At, By = "beto" },
            new KnowledgeEntry([.. one.Contents.Select(content => content.Kind == "list" ? content with { Digest = new byte[32] } : content)]) { At = one.At },
        ]),
        ["knowledge-that-is-not-in-force"] = Tampering.Record<KnowledgeEntry>(
            static one => one.Contents.Any(content => content.Kind == "profile"),
            static one => [new KnowledgeEntry([.. one.Contents.Select(content => content.Kind == "profile" ? content with { Digest = Other } : content)]) { At = one.At }]),
        ["approval-left-out"] = Tampering.Record<ApprovalEntry>(static _ => true, static _ => []),
        ["override-without-second-person"] = Tampering.Record<OverrideEntry>(static one => one.To == "green", static one => [one with { Second = "" }]),
        ["override-with-oneself"] = Tampering.Record<OverrideEntry>(static one => one.To == "green", static one => [one with { Second = one.By }]),
        ["override-with-nobody-known"] = Tampering.Record<OverrideEntry>(static one => one.To == "green", static one => [one with { Second = "nobody" }]),
        ["override-from-another-lane"] = Tampering.Record<OverrideEntry>(static one => one.From == "yellow", static one => [one with { From = "green" }]),
        ["override-of-what-has-no-lane"] = Tampering.Record<OverrideEntry>(static one => one with { Identity = "HNO01/2026/none" }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Decisions() => new Dictionary<string, Tampering>
    {
        ["import-does-not-add-up"] = Tampering.Record<ImportEntry>(static one => one with { Refused = 0 }),
        ["declaration-twice"] = Tampering.Record<DeclarationEntry>(static one => one.Live, static one => [one, one]),
        ["lane-left-out"] = Tampering.Record<LaneEntry>(static one => one.Identity.EndsWith("000005", StringComparison.Ordinal), static _ => []),
        ["draw-left-out"] = Tampering.Record<DrawEntry>(static one => one.Identity.EndsWith("000005", StringComparison.Ordinal), static _ => []),
        ["assessment-left-out"] = Tampering.Record<AssessmentEntry>(static one => one.Identity.EndsWith("000005", StringComparison.Ordinal), static _ => []),
        ["decision-left-out"] = Tampering.Records(static one => IsDecision(one, "HNO01/2026/A000005") ? [] : [one]),
        ["amendment-with-second-draw"] = Tampering.Record<AmendmentEntry>(static _ => true, static one => [one, new DrawEntry(one.Identity, "HNO01", SampleHistory.Begin / 86_400_000, Other[..16]) { At = one.At }]),
        ["draw-on-a-day-not-open"] = Tampering.Record<DrawEntry>(static one => one with { Day = one.Day + 1 }),
        ["lane-without-declaration"] = Tampering.Record<LaneEntry>(static _ => true, static one => [one, one with { Version = 9 }]),
        ["lane-before-assessment"] = Tampering.Otherwise(static () =>
        {
            AssessmentEntry? held = null;
            return new Bending
            {
                Entry = entry =>
                {
                    if (entry is AssessmentEntry first && held is null)
                    {
                        held = first;
                        return [];
                    }

                    return held is not null && entry is LaneEntry { Version: 1 } lane && lane.Identity == held.Identity ? [lane, held] : [entry];
                },
            };
        }),
        ["drawn-but-released"] = Tampering.Record<LaneEntry>(static one => one.Basis == 1, static one => [one with { Lane = "green" }]),
        ["lane-lowered-by-amendment"] = Tampering.Otherwise(static () =>
        {
            var chosen = new HashSet<string>();
            return new Bending
            {
                Entry = entry => entry switch
                {
                    LaneEntry { Version: 1, Basis: 4 } lane when chosen.Add(lane.Identity) => [lane],
                    LaneEntry { Version: 2 } lane when chosen.Contains(lane.Identity) => [lane with { Lane = "green" }],
                    _ => [entry],
                },
            };
        }),
        ["lane-nobody-knows"] = Tampering.Record<LaneEntry>(static one => one is { Basis: not 1, Version: 1 }, static one => [one with { Lane = "blue" }]),
        ["lane-nobody-knows-for-what-was-drawn"] = Tampering.Record<LaneEntry>(static one => one.Basis == 1, static one => [one with { Lane = "blue" }]),
        ["override-to-a-lane-nobody-knows"] = Tampering.Record<OverrideEntry>(static _ => true, static one => [one with { To = "blue", Second = "dora" }]),
        ["amendment-of-nothing"] = Tampering.Record<AmendmentEntry>(static one => one with { Later = 3 }),
        ["amendment-backwards"] = Tampering.Record<AmendmentEntry>(static one => one with { Earlier = 2, Later = 1 }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Days() => new Dictionary<string, Tampering>
    {
        ["commitment-exchanged"] = Tampering.Record<CommitmentEntry>(static one => one with { Commitment = Other }),
        ["commitment-left-out"] = Tampering.Record<CommitmentEntry>(static _ => true, static _ => []),
        ["commitment-of-next-day-exchanged"] = Tampering.Record<DayOpenedEntry>(static one => one with { Next = Other }),
        ["day-opened-twice"] = Tampering.Record<DayOpenedEntry>(static _ => true, static one => [one, one with { Commitment = one.Next }]),
        ["day-of-the-past"] = Tampering.Record<DayOpenedEntry>(static one => one.Outside.Length > 0, static one => [one with { Day = one.Day - 5 }]),
        ["day-never-closed"] = Tampering.Record<DayClosedEntry>(static one => new SignInEntry("ana", true, "desk 1") { At = one.At }),
        ["day-closed-that-is-not-open"] = Tampering.Record<DayClosedEntry>(static one => one with { Day = one.Day + 1 }),
        ["anchor-chosen"] = Tampering.Record<DayOpenedEntry>(static one => one with { Anchor = Other }),
        ["seed-exchanged"] = Tampering.Record<DayClosedEntry>(static one => one with { Seed = Other }),
        ["outside-contribution-exchanged"] = Tampering.Record<DayOpenedEntry>(static one => one.Outside.Length > 0, static one => [one with { Outside = "another" }]),
        ["draw-rolled-again"] = Tampering.Record<DrawEntry>(static one => one with { Draw = [.. Enumerable.Repeat((byte)0xF0, 16)] }),
        ["totals-changed"] = Tampering.Record<DayClosedEntry>(static one => one with { Totals = [(one.Totals[0].Lane, one.Totals[0].Count + 1), .. one.Totals[1..]] }),
        ["draws-miscounted"] = Tampering.Record<DayClosedEntry>(static one => one with { Draws = one.Draws - 1 }),
        ["checkpoint-record-of-another-tree"] = Tampering.Record<CheckpointEntry>(static one => one with { Tree = Other }),
        ["checkpoint-record-over-itself"] = Tampering.Record<CheckpointEntry>(static one => one with { Batch = one.Batch + 1 }),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Escrows() => new Dictionary<string, Tampering>
    {
        ["checkpoint-dropped"] = Tampering.Files(static files => files.Remove(Checkpoints(files).First())),
        ["checkpoint-without-signature"] = Tampering.Files(static files => Edit(files, static text => text[..text.IndexOf("signature", StringComparison.Ordinal)])),
        ["checkpoint-changed"] = Tampering.Files(static files => Edit(files, static text => text.Replace("\nrecords ", "\nrecords 1", StringComparison.Ordinal))),
        ["checkpoint-of-another-ledger"] = Tampering.Files(static files =>
            files[Checkpoints(files).First()] = SampleHistory.Make(Tampering.True with { Seed = 8 }).First(file => file.Key.StartsWith("escrow/", StringComparison.Ordinal)).Value),
        ["checkpoint-under-another-name"] = Tampering.Files(static files => files["escrow/checkpoint-0000000001.txt"] = files[Checkpoints(files).First()]),
        ["other-file-in-the-escrow"] = Tampering.Files(static files => files["escrow/readme.txt"] = Encoding.ASCII.GetBytes("fetched on Mondays")),
        ["checkpoint-that-is-none"] = Tampering.Files(static files => Edit(files, static _ => "nothing")),
    };

    private static IEnumerable<KeyValuePair<string, Tampering>> Rewritten() => new Dictionary<string, Tampering>
    {
        ["end-cut-off-before-checkpoint"] = Tampering.Files(static files => files.CutFrom(20)),
        ["end-cut-off-within-batch"] = Tampering.Files(static files => files.CutFrom(20, keep: 300)),
        ["old-ledger-put-back"] = Tampering.Files(static files =>
        {
            files.CutFrom(25);
            foreach (var copy in files.Keys.Where(static name => name.StartsWith("ledger/checkpoints/", StringComparison.Ordinal)).Skip(1).ToList())
            {
                files.Remove(copy);
            }
        }),
        ["finding-rewritten-and-all-signed-anew"] = Tampering.Record<FindingEntry>(static one => one.By == "carla", static one => [one with { NonCompliant = false, Recovered = null }]),
        ["declaration-rewritten-and-all-signed-anew"] = Tampering.Record<DeclarationEntry>(static one => one.Live, static one => [one with { Full = !one.Full }]),
        ["assessment-rewritten-and-all-signed-anew"] = Tampering.Record<AssessmentEntry>(static one => one with { Reasons = 1 }),
        ["sign-in-left-out-and-all-signed-anew"] = Tampering.Record<SignInEntry>(static _ => true, static _ => []),
        ["seeds-chosen-anew-and-all-signed-anew"] = Tampering.Otherwise(static () => new Bending { OtherSeeds = 1000 }),
        ["instant-moved-and-all-signed-anew"] = Tampering.Batch(12, static batch => batch.Instant += 500),
        ["payload-recompressed-and-all-signed-anew"] = Tampering.Batch(Tampering.Worked, static batch => batch.Store(Inflated(batch), CompressionLevel.SmallestSize)),
        ["declaration-never-recorded"] = Tampering.Records(static one => one switch
        {
            DayClosedEntry closed when closed.Office == "HNO01" && closed.Day == SampleHistory.Begin / 86_400_000 => [Without(closed)],
            _ => IsAbout(one, "HNO01/2026/A000005") ? [] : [one],
        }),
        ["end-cut-off-after-last-checkpoint"] = Tampering.Files(static files => files.CutFrom(files.Batches.Count - 1)),
        ["end-rewritten-after-last-checkpoint"] = Tampering.Record<FindingEntry>(
            static one => one.By == "carla" && one.At > SampleHistory.Begin && one.Identity.EndsWith("000033", StringComparison.Ordinal), static one => [one with { NonCompliant = false }]),
        ["draw-of-an-open-day-rolled-again"] = Tampering.Record<DrawEntry>(
            static one => one.Identity.EndsWith("000035", StringComparison.Ordinal), static one => [one with { Draw = [.. Enumerable.Repeat((byte)0xF0, 16)] }]),
        ["signature-exchanged-for-its-twin"] = Tampering.Files(static files => files.Replace(12, Twin(files.Batch(12)))),
    };

    private static Tampering Raw<T>(Func<byte[], byte[]> what)
        where T : Entry => Tampering.Record<T>(one => new RawEntry(what(one.ToBytes())));

    private static byte[] Inflated(BatchDraft batch) => batch.Method == 0 ? batch.Payload : BatchDraft.Inflate(batch.Payload);

    // Without the last block that ends a DEFLATE stream.
    private static byte[] Unfinished(BatchDraft batch)
    {
        var into = new MemoryStream();
        using var deflate = new DeflateStream(into, CompressionLevel.Fastest);
        deflate.Write(Inflated(batch));
        deflate.Flush();
        batch.Method = 1;
        return into.ToArray();
    }

    private static byte[] Deflated(BatchDraft batch)
    {
        var deflated = BatchDraft.Deflate(Inflated(batch), CompressionLevel.Fastest);
        batch.Method = 1;
        return deflated;
    }

    private static IEnumerable<string> Checkpoints(LedgerFiles files) => files.Keys.Where(static name => name.StartsWith("escrow/", StringComparison.Ordinal)).ToList();

    private static void Edit(LedgerFiles files, Func<string, string> edit)
    {
        var name = Checkpoints(files).First();
        files[name] = Encoding.ASCII.GetBytes(edit(Encoding.ASCII.GetString(files[name])));
    }

    private static bool IsDecision(Entry entry, string identity) => entry switch
    {
        AssessmentEntry one => one.Identity == identity,
        DrawEntry one => one.Identity == identity,
        LaneEntry one => one.Identity == identity,
        _ => false,
    };

    private static bool IsAbout(Entry entry, string identity) => IsDecision(entry, identity) || entry switch
    {
        DeclarationEntry one => one.Identity == identity,
        CancellationEntry one => one.Identity == identity,
        _ => false,
    };

    // A005 is the fifth of its day: nothing but a cancellation happens to it after its lane.
    private static DayClosedEntry Without(DayClosedEntry closed) => closed with
    {
        Draws = closed.Draws - 1,
        Totals = [.. closed.Totals.Select(static total => total.Lane == LaneOfFifth ? (total.Lane, total.Count - 1) : total)],
    };

    private static string LaneOfFifth { get; } = FindLaneOfFifth();

    private static string FindLaneOfFifth()
    {
        var lane = "";
        SampleHistory.Make(Tampering.True, new Bending
        {
            Entry = entry =>
            {
                lane = entry is LaneEntry { Identity: "HNO01/2026/A000005" } one ? one.Lane : lane;
                return [entry];
            },
        });
        return lane;
    }

    // (r, n − s) is a signature of the same bytes.
    private static byte[] Twin(byte[] batch)
    {
        var order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        var s = new BigInteger(batch.AsSpan(204, 32), isUnsigned: true, isBigEndian: true);
        var twin = (order - s).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. batch[..204], .. new byte[32 - twin.Length], .. twin, .. batch[236..]];
    }
}
