using CsCheck;
using Tamiz.Selection;
using Tamiz.Storage.Desk;

namespace Tamiz.Tests.Storage.Desk;

/// <summary>Streams of changes, one record a change, in a ledger's order; and the same stream cut into larger changes.</summary>
internal static class Events
{
    private static readonly DateOnly First = new(2026, 11, 1);

    /// <summary>Changes of one record each; the index is the record's sequence.</summary>
    public static readonly Gen<DeskChanges[]> Streams = Gen.Int[0, 999].Array[1, 60].Select(numbers =>
    {
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        var undecided = new Queue<(string Identity, int Version)>();
        versions["day"] = 0;
        return numbers.Select((number, sequence) => Event(number, sequence, versions, undecided)).ToArray();
    });

    /// <summary>All of some changes as one, with decisions in the rows of their declarations.</summary>
    public static DeskChanges Join(IReadOnlyList<DeskChanges> changes)
    {
        var declarations = changes.SelectMany(one => one.Declarations).ToList();
        var later = new List<DeskDecision>();
        foreach (var decision in changes.SelectMany(one => one.Decisions))
        {
            var at = declarations.FindIndex(row => row.Identity == decision.Identity && row.Version == decision.Version);
            if (at < 0)
            {
                later.Add(decision);
                continue;
            }

            declarations[at] = declarations[at] with
            {
                Lane = decision.Lane, LaneSequence = decision.Sequence, Basis = decision.Basis, Area = decision.Area, Risk = decision.Risk, AtStake = decision.AtStake,
                Expected = decision.Expected, Draw = decision.Draw, Inclusion = decision.Inclusion, Referral = decision.Referral,
            };
        }

        return new DeskChanges
        {
            Declarations = declarations,
            Decisions = later,
            LaneChanges = [.. changes.SelectMany(one => one.LaneChanges)],
            Cancellations = [.. changes.SelectMany(one => one.Cancellations)],
            Findings = [.. changes.SelectMany(one => one.Findings)],
            Acts = [.. changes.SelectMany(one => one.Acts)],
            Days = [.. changes.SelectMany(one => one.Days)],
            DayClosings = [.. changes.SelectMany(one => one.DayClosings)],
            MissingNumbers = [.. changes.SelectMany(one => one.MissingNumbers)],
            Contents = [.. changes.SelectMany(one => one.Contents)],
            Approvals = [.. changes.SelectMany(one => one.Approvals)],
            Officers = [.. changes.SelectMany(one => one.Officers)],
            Reads = [.. changes.SelectMany(one => one.Reads)],
            SignIns = [.. changes.SelectMany(one => one.SignIns)],
            Imports = [.. changes.SelectMany(one => one.Imports)],
            Checkpoints = [.. changes.SelectMany(one => one.Checkpoints)],
        };
    }

    private static DeskChanges Event(int number, int sequence, Dictionary<string, int> versions, Queue<(string Identity, int Version)> undecided)
    {
        var identity = $"HNPCR/2026/{number % 4}";
        var known = versions.GetValueOrDefault(identity);
        var at = new Instant(1_000_000L + sequence);
        var content = $"content {number % 3}";
        switch (number % 16)
        {
            case 0 or 1 or 2 when undecided.TryDequeue(out var next):
                return new DeskChanges { Decisions = [Decide(next.Identity, next.Version, sequence)] };
            case 3 when known > 0:
                return new DeskChanges { LaneChanges = [new(sequence, identity, "red")], Acts = [new(sequence, at, "eva", ActKind.Override, identity, "green", "red", "R1 note", "")] };
            case 4 when known > 0:
                return new DeskChanges { Cancellations = [new(identity, known)], Acts = [new(sequence, at, "", ActKind.Cancellation, identity, "", "", "withdrawn", "")] };
            case 5:
                return new DeskChanges { Findings = [new(sequence, at, "ivo", identity, number % 3, number % 2 == 0, "revenue", 3, 1, at, number % 2 == 0 ? 12.50m : null)] };
            case 6 or 7 when versions["day"]++ % 2 == 0:
                return new DeskChanges { Days = [new("HNPCR", First.AddDays(versions["day"] / 2), at, "c0")] };
            case 6 or 7:
                var day = First.AddDays((versions["day"] / 2) - 1);
                return new DeskChanges
                {
                    DayClosings = [new("HNPCR", day, at, "5eed", 7, "red=1 green=6")],
                    MissingNumbers = [new("HNPCR", day, $"{number}")],
                };
            case 8:
                return new DeskChanges { Contents = [new(sequence, "list", content, "d1", 10, "ana", at) { InForceFrom = sequence < 3 ? at : null }] };
            case 9:
                return new DeskChanges { Approvals = [new(sequence, at, "eva", "list", content, number % 5 == 0 ? new string('0', 64) : "d1", number % 7 != 0)] };
            case 10:
                return new DeskChanges { Officers = [new($"p{number % 3}", "analyst approver", number % 2 == 0, at)] };
            case 11:
                return new DeskChanges { Reads = [new(sequence, at, "ana", "report", "IR-7", "a case")], SignIns = [new(sequence, at, "ana", true, "tty\t1")] };
            case 12:
                return new DeskChanges
                {
                    Imports = [new(sequence, at, "ana", "march.csv", "d1", "m1", 10, 7, 2, 1)],
                    Checkpoints = [new(sequence, sequence, at, "b1", "t1")],
                };
            default:
                versions[identity] = known + 1;
                undecided.Enqueue((identity, known + 1));
                return new DeskChanges { Declarations = [Lodge(identity, known + 1, sequence)] };
        }
    }

    private static DeskDeclaration Lodge(string identity, int version, int sequence) =>
        new(sequence, sequence / 3, identity, version, "HNPCR", new DateOnly(2026, 11, 24), new Instant(5), new Instant(6), sequence % 2 == 0)
        {
            Importer = sequence % 3 == 0 ? null : (UInt128)sequence << 100,
            Exporter = UInt128.MaxValue,
        };

    private static DeskDecision Decide(string identity, int version, int sequence) =>
        new(sequence, identity, version, "green", Basis.Value, "revenue", 0.1 * sequence, 1e9, double.NaN, 0.5, 1, sequence % 2 == 0);
}
