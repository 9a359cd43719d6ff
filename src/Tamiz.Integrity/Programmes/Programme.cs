using Tamiz.Integrity.Reading;
using Tamiz.Ledger;

namespace Tamiz.Integrity.Programmes;

/// <summary>A programme of several administrations: members.yaml.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OldestDays">A summary made more days than this before the end of its round is stale.</param>
/// <param name="Regions">Its regions, in the order in which they are shown.</param>
/// <param name="Rounds">Its rounds, the earliest first.</param>
/// <param name="Members">Its members, in the order of the file.</param>
public sealed record Programme(LocalText Name, int OldestDays, IReadOnlyList<ProgrammeRegion> Regions, IReadOnlyList<ProgrammeRound> Rounds, IReadOnlyList<Member> Members)
{
    /// <summary>The member of a code; null where there is none.</summary>
    public Member? Find(string code) => Members.FirstOrDefault(member => member.Code == code);

    /// <summary>The round of an id; null where there is none.</summary>
    public ProgrammeRound? FindRound(string id) => Rounds.FirstOrDefault(round => round.Id == id);

    /// <summary>The round before another; null before the first.</summary>
    public ProgrammeRound? Before(ProgrammeRound round) => Rounds.LastOrDefault(other => other.End < round.End);

    /// <summary>The members that a round expects a summary of.</summary>
    public IEnumerable<Member> ExpectedIn(ProgrammeRound round) => Members.Where(member => member.Joined <= round.End && (member.Left is null || member.Left > round.End));
}

/// <summary>A region.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; none for one of the six regions that have words here.</param>
public sealed record ProgrammeRegion(string Id, LocalText Name)
{
    /// <summary>The six regions of the World Customs Organization, which a programme has that states none.</summary>
    public static IReadOnlyList<ProgrammeRegion> Standard { get; } =
    [
        .. new[] { "africa-east-south", "africa-west-central", "africa-north-near-east", "americas", "asia-pacific", "europe" }.Select(id => new ProgrammeRegion(id, LocalText.None)),
    ];

    /// <summary>Its name in a language.</summary>
    /// <param name="words">Words with those of integrity.</param>
    public string In(Phrasebook words) => Name.IsEmpty ? words.Find(Id, "region") ?? Id : Name.In(words.Language);
}

/// <summary>A round.</summary>
/// <param name="Id">Like 2026-1.</param>
/// <param name="End">The day on which it ends.</param>
public sealed record ProgrammeRound(string Id, DateOnly End);

/// <summary>A member.</summary>
/// <param name="Code">Like HN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Id of its region.</param>
/// <param name="Joined">Its first day in the programme.</param>
/// <param name="Left">The day from which on it is no member any more; null where it is one.</param>
/// <param name="Keys">Keys that speak for it.</param>
public sealed record Member(string Code, LocalText Name, string Region, DateOnly Joined, DateOnly? Left, IReadOnlyList<MemberKey> Keys)
{
    /// <summary>Whether a key speaks for it on a day.</summary>
    public bool HasKey(Hash fingerprint, DateOnly day) => Keys.Any(key => key.Fingerprint == fingerprint && key.From <= day && (key.To is null || day <= key.To));
}

/// <summary>A key of a member.</summary>
/// <param name="Fingerprint">SHA-256 of the public key.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null for none yet.</param>
public sealed record MemberKey(Hash Fingerprint, DateOnly From, DateOnly? To);
