using System.Text;
using Tamiz.Integrity.Programmes;

namespace Tamiz.Trials;

/// <summary>What a member's files of a round are like.</summary>
/// <param name="Name">In words.</param>
/// <param name="State">How the member stands then.</param>
/// <param name="Files">The files, what becomes of each, and what the one says that is used.</param>
public sealed record ProgrammeWay(string Name, MemberState State, Func<ProgrammeScene, IReadOnlyList<ProgrammeExpectation>> Files)
{
    /// <summary>As it should be.</summary>
    public static ProgrammeWay Honest { get; } = new("honest", MemberState.Received, scene => [scene.Used(scene.Own)]);

    /// <summary>Everything else: lost, late, twice, or tampered with.</summary>
    public static IReadOnlyList<ProgrammeWay> Others { get; } =
    [
        new("no file", MemberState.Missing, _ => []),
        new("one bit changed", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Flip(scene))]),
        new("a figure changed, the signature kept", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Refigured(scene, sameSignature: true))]),
        new("signed by another member's key, the own key named", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, ProgrammeWorld.Sign(scene.Own, scene.World.KeyAt(scene.Other.Member, scene.Other.Date)))]),
        new("signed by another member's key, which is named", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, SignedBy(scene, scene.Other.Member))]),
        new("signed by a stranger's key, which is named", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, SignedBy(scene, "stranger"))]),
        new("the signature of another summary", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, [.. scene.World.Sign(scene.Own)[..^Tail], .. scene.World.Sign(scene.Other)[^Tail..]])]),
        new("another member's summary with this member's code", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Exchanged(scene, scene.Other with { Member = scene.Own.Member }, scene.Other))]),
        new("the administration's name changed", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Exchanged(scene, scene.Own with { Name = scene.Other.Name + "." }, scene.Own))]),
        new("another round written over", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Exchanged(scene, scene.Own with { Round = Another(scene) }, scene.Own))]),
        new("saved anew, with other spaces", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Tampered, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(scene.World.Sign(scene.Own)).Replace("\":", "\": ", StringComparison.Ordinal)))]),
        new("fewer than five persons, rightly signed", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Refused, scene.World.Sign(With(scene.Own, new SurveyIndex(50, 40, 60, 4))))]),
        new("an interval upside down, rightly signed", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Refused, scene.World.Sign(With(scene.Own, new SurveyIndex(50, 60, 40, 90))))]),
        new("cut off", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.Unreadable, scene.World.Sign(scene.Own)[..700])]),
        new("too old", MemberState.Stale, scene => [ProgrammeScene.Bad(FileState.Stale, scene.World.Sign(scene.Own with { Date = new DateOnly(2024, 3, 1).AddYears(scene.Round), PublicKey = scene.World.KeyAt(scene.Own.Member, new DateOnly(2024 + scene.Round, 3, 1)).Public.Info }))]),
        new("of a day to come", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.OtherRound, scene.World.Sign(scene.Own with { Date = ProgrammeWorld.Today.AddDays(1), PublicKey = scene.World.KeyAt(scene.Own.Member, ProgrammeWorld.Today).Public.Info }))]),
        new("of a round that is none", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.OtherRound, scene.World.Sign(scene.Own with { Round = "2026-7" }))]),
        new("of nobody", MemberState.Missing, scene => [ProgrammeScene.Bad(FileState.UnknownMember, scene.World.Sign(scene.Own with { Member = "X" + scene.Own.Member }))]),
        new("the same file twice", MemberState.Received, scene => [scene.Used(scene.Own), ProgrammeScene.Bad(FileState.Repeated, scene.World.Sign(scene.Own))]),
        new("a newer one of other figures", MemberState.Received, scene => [ProgrammeScene.Bad(FileState.Superseded, scene.World.Sign(scene.Own)), scene.Used(Newer(scene))]),
        new("two of one date that contradict each other", MemberState.Contradicted, scene => [ProgrammeScene.Bad(FileState.Contradicted, scene.World.Sign(scene.Own)), ProgrammeScene.Bad(FileState.Contradicted, Refigured(scene, sameSignature: false))]),
        new("a tampered one beside the honest", MemberState.Received, scene => [scene.Used(scene.Own), ProgrammeScene.Bad(FileState.Tampered, Refigured(scene, sameSignature: true))]),
    ];

    private const int Tail = 145;

    private static string Another(ProgrammeScene scene) => ProgrammeWorld.Rounds[1 - scene.Round].Id;

    // A bit of the figures' first digit, so that the text stays JSON.
    private static byte[] Flip(ProgrammeScene scene)
    {
        var file = scene.World.Sign(scene.Own);
        var digits = Enumerable.Range(600, file.Length - 600 - Tail).Where(at => file[at] is >= (byte)'0' and <= (byte)'9').ToList();
        file[digits[scene.World.Next(digits.Count)]] ^= 1;
        return file;
    }

    private static byte[] SignedBy(ProgrammeScene scene, string whose) =>
        ProgrammeWorld.Sign(scene.Own with { PublicKey = scene.World.Key(whose).Public.Info }, scene.World.Key(whose));

    private static byte[] Exchanged(ProgrammeScene scene, Summary said, Summary signed) => [.. SummaryForm.ToSigned(said), .. scene.World.Sign(signed)[^Tail..]];

    private static byte[] Refigured(ProgrammeScene scene, bool sameSignature)
    {
        var other = With(scene.Own, new SurveyIndex(99, 98, 100, 1234));
        return sameSignature ? Exchanged(scene, other, scene.Own) : scene.World.Sign(other);
    }

    private static Summary Newer(ProgrammeScene scene) => With(scene.Own, new SurveyIndex(12.5m, 10, 15, 321)) with { Date = scene.Own.Date.AddDays(1) };

    private static Summary With(Summary summary, SurveyIndex officials) =>
        summary with { Factors = [summary.Factors[0] with { Officials = officials, Withheld = [.. summary.Factors[0].Withheld.Where(part => part != "officials")] }, .. summary.Factors.Skip(1)] };
}

/// <summary>A member in a round.</summary>
/// <param name="World">The programme.</param>
/// <param name="Round">Position of the round.</param>
/// <param name="Own">The member's honest summary.</param>
/// <param name="Other">That of another member.</param>
public sealed record ProgrammeScene(ProgrammeWorld World, int Round, Summary Own, Summary Other)
{
    /// <summary>A file that is used.</summary>
    public ProgrammeExpectation Used(Summary summary) => new(FileState.Used, World.Sign(summary), summary);

    /// <summary>A file that is not.</summary>
    public static ProgrammeExpectation Bad(FileState state, byte[] content) => new(state, content, null);
}

/// <summary>A file and what becomes of it.</summary>
/// <param name="State">What becomes of it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Summary">What it says, where it is used.</param>
public sealed record ProgrammeExpectation(FileState State, byte[] Content, Summary? Summary);
