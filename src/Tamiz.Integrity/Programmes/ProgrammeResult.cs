namespace Tamiz.Integrity.Programmes;

/// <summary>How a member stands in a round.</summary>
public enum MemberState
{
    /// <summary>Its summary is used.</summary>
    Received,

    /// <summary>There is none that can be used.</summary>
    Missing,

    /// <summary>There is only one that is too old.</summary>
    Stale,

    /// <summary>There are two of one date that contradict each other.</summary>
    Contradicted,
}

/// <summary>A member in a round.</summary>
/// <param name="Member">The member.</param>
/// <param name="State">How it stands.</param>
/// <param name="Summary">Its summary; null where none is used.</param>
public sealed record MemberStanding(Member Member, MemberState State, Summary? Summary);

/// <summary>A programme's view of a round.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Round">The round.</param>
/// <param name="Before">The round that it is compared with; null for none.</param>
/// <param name="Members">The members that the round expects, in the programme's order.</param>
/// <param name="Files">All files, by name.</param>
/// <param name="Levels">By measure, factor, region; the total of all regions last.</param>
/// <param name="Changes">The same, of the change from the round before, over members that are in both.</param>
/// <param name="Actions">Actions by factor and region.</param>
public sealed record ProgrammeResult(
    Programme Programme, ProgrammeRound Round, ProgrammeRound? Before, IReadOnlyList<MemberStanding> Members, IReadOnlyList<ReceivedFile> Files,
    IReadOnlyList<RolledFigure> Levels, IReadOnlyList<RolledFigure> Changes, IReadOnlyList<RolledActions> Actions)
{
    /// <summary>Works it out.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="round">One of its rounds.</param>
    /// <param name="files">What <see cref="Intake.Take"/> gave.</param>
    public static ProgrammeResult Of(Programme programme, ProgrammeRound round, IReadOnlyList<ReceivedFile> files)
    {
        var before = programme.Before(round);
        var used = UsedIn(round, files);
        var earlier = before is null ? [] : UsedIn(before, files);
        var rollUp = new RollUp(programme);
        return new ProgrammeResult(programme, round, before, [.. programme.ExpectedIn(round).Select(member => Standing(member, round, used, files))], files,
            rollUp.Levels(used), before is null ? [] : rollUp.Changes(earlier, used), rollUp.Actions(used));
    }

    /// <summary>Members of a region, or of all, that stand in a way.</summary>
    /// <param name="region">Id of a region; empty for all.</param>
    /// <param name="state">The state.</param>
    public int Count(string region, MemberState state) => Members.Count(one => one.State == state && (region.Length == 0 || one.Member.Region == region));

    /// <summary>Files of this round and those whose round is not known: all but those that are believed to be of another.</summary>
    public IEnumerable<ReceivedFile> FilesOfRound => Files.Where(file => file.Summary is null || file.Summary.Round == Round.Id || file.State is FileState.OtherRound);

    /// <summary>Files that are not believed and say that they are a member's.</summary>
    public IEnumerable<ReceivedFile> Claiming(Member member) => Files.Where(file => file.Member == member.Code && file.State is (FileState.Tampered or FileState.Refused or FileState.Unreadable));

    private static Dictionary<string, Summary> UsedIn(ProgrammeRound round, IReadOnlyList<ReceivedFile> files) =>
        files.Where(file => file.State == FileState.Used && file.Summary!.Round == round.Id).ToDictionary(file => file.Member, file => file.Summary!, StringComparer.Ordinal);

    private static MemberStanding Standing(Member member, ProgrammeRound round, Dictionary<string, Summary> used, IReadOnlyList<ReceivedFile> files)
    {
        var own = files.Where(file => file.Member == member.Code && file.Summary?.Round == round.Id).Select(file => file.State).ToList();
        var state = used.ContainsKey(member.Code) ? MemberState.Received
            : own.Contains(FileState.Contradicted) ? MemberState.Contradicted
            : own.Contains(FileState.Stale) ? MemberState.Stale : MemberState.Missing;
        return new MemberStanding(member, state, used.GetValueOrDefault(member.Code));
    }
}
