using System.Globalization;

namespace Tamiz.Integrity.Programmes;

/// <summary>A file of a programme's folder.</summary>
/// <param name="Name">Its name within the folder, with / between folders.</param>
/// <param name="Content">Its bytes; empty where it could not be read.</param>
/// <param name="Problem">Why it could not be read (TZ2934, TZ2935); null where it could.</param>
public sealed record ProgrammeFile(string Name, byte[] Content, Diagnostic? Problem = null);

/// <summary>What became of a file.</summary>
public enum FileState
{
    /// <summary>It is used.</summary>
    Used,

    /// <summary>It says the same as one that is used.</summary>
    Repeated,

    /// <summary>The member has sent a newer one for the same round.</summary>
    Superseded,

    /// <summary>Another of the same member, round and date says something else: neither is used.</summary>
    Contradicted,

    /// <summary>It is too old for its round.</summary>
    Stale,

    /// <summary>It is of a round that the programme does not have, or of a day that has not come.</summary>
    OtherRound,

    /// <summary>It is of nobody in the programme.</summary>
    UnknownMember,

    /// <summary>Its signature is wrong, its key is not the member's, or its bytes are not those that were signed.</summary>
    Tampered,

    /// <summary>It holds what a summary may not hold.</summary>
    Refused,

    /// <summary>It cannot be read as a summary.</summary>
    Unreadable,
}

/// <summary>A file and what became of it.</summary>
/// <param name="Name">Its name within the folder.</param>
/// <param name="State">What became of it.</param>
/// <param name="Member">Code of the member that it is of, or says it is of; empty where that is not known.</param>
/// <param name="Summary">What it says; null where that is not believed.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
public sealed record ReceivedFile(string Name, FileState State, string Member, Summary? Summary, Diagnostic? Problem);

/// <summary>Takes in summaries: reads each, looks whose it is, and chooses one for each member and round.</summary>
public static class Intake
{
    private static readonly DiagnosticRule[] Signs = [ProgrammeDiagnostics.WrongSignature, ProgrammeDiagnostics.NotCanonical, ProgrammeDiagnostics.UnusableKey];
    private static readonly DiagnosticRule[] Rules = [ProgrammeDiagnostics.OutOfRange, ProgrammeDiagnostics.TooFew];

    /// <summary>Takes in files; the result does not depend on their order.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="files">The files; each is looked at once.</param>
    /// <param name="today">Summaries of later days are not used.</param>
    /// <returns>Files by name.</returns>
    public static IReadOnlyList<ReceivedFile> Take(Programme programme, IEnumerable<ProgrammeFile> files, DateOnly today)
    {
        var read = files.Select(file => Look(programme, file, today)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var chosen = read.Where(file => file.State == FileState.Used).GroupBy(file => (file.Summary!.Member, file.Summary.Round)).SelectMany(Choose).ToDictionary(file => file.Name, StringComparer.Ordinal);
        return [.. read.Select(file => chosen.GetValueOrDefault(file.Name, file))];
    }

    private static ReceivedFile Look(Programme programme, ProgrammeFile file, DateOnly today)
    {
        var reading = file.Problem is null ? SummaryReader.Read(file.Content, file.Name) : new SummaryReading(null, "", file.Problem);
        if (reading.Summary is not { } summary)
        {
            var state = Signs.Contains(reading.Problem!.Rule) ? FileState.Tampered : Rules.Contains(reading.Problem.Rule) ? FileState.Refused : FileState.Unreadable;
            return new ReceivedFile(file.Name, state, reading.ClaimedMember, null, reading.Problem);
        }

        var round = programme.FindRound(summary.Round);
        var member = programme.Find(summary.Member);
        if (member is null || (round is not null && !programme.ExpectedIn(round).Contains(member)))
        {
            return Reject(FileState.UnknownMember, ProgrammeDiagnostics.UnknownMember, "member", summary.Member,
                member is not null || Nearest.To(summary.Member, programme.Members.Select(one => one.Code)) is not { } near ? null : $"«{near}»");
        }

        if (!member.HasKey(summary.Key, summary.Date))
        {
            return Reject(FileState.Tampered, ProgrammeDiagnostics.ForeignKey, "key", $"{summary.Key} ({summary.Date:O})");
        }

        if (round is null || summary.Date > today)
        {
            return round is null
                ? Reject(FileState.OtherRound, ProgrammeDiagnostics.OtherRound, "round", summary.Round, "one of " + string.Join(", ", programme.Rounds.Select(one => one.Id)))
                : Reject(FileState.OtherRound, ProgrammeDiagnostics.OtherRound, "date", $"{summary.Date:O}", $"{today:O} or before");
        }

        var age = round.End.DayNumber - summary.Date.DayNumber;
        if (age > programme.OldestDays)
        {
            return Reject(FileState.Stale, ProgrammeDiagnostics.Stale, "date", $"{summary.Date:O}", $"{round.End.AddDays(-programme.OldestDays):O} or after");
        }

        var other = summary.Region == member.Region ? null : ProgrammeDiagnostics.OtherRegion.At(new Place(file.Name, Field: "region"), summary.Region, member.Region);
        return new ReceivedFile(file.Name, FileState.Used, member.Code, summary, other);

        ReceivedFile Reject(FileState state, DiagnosticRule rule, string field, string found, string? expected = null) =>
            new(file.Name, state, summary.Member, summary, rule.At(new Place(file.Name, Field: field), found, expected));
    }

    // The newest counts; what is of one date and says something else contradicts it, and then none counts.
    private static IEnumerable<ReceivedFile> Choose(IEnumerable<ReceivedFile> group)
    {
        var files = group.OrderByDescending(file => file.Summary!.Date).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
        var first = files[0];
        var newest = files.Where(file => file.Summary!.Date == first.Summary!.Date).ToList();
        var other = newest.Find(file => !file.Summary!.SaysTheSame(first.Summary!));
        foreach (var file in files)
        {
            var isNewest = newest.Contains(file);
            yield return isNewest && other is not null ? Passed(file, FileState.Contradicted, ProgrammeDiagnostics.Contradiction, file == first ? other : first)
                : file == first ? file
                : Passed(file, isNewest ? FileState.Repeated : FileState.Superseded, ProgrammeDiagnostics.Superseded, first);
        }
    }

    private static ReceivedFile Passed(ReceivedFile file, FileState state, DiagnosticRule rule, ReceivedFile by) => file with
    {
        State = state,
        Problem = rule.At(new Place(file.Name, Field: "date"), string.Create(CultureInfo.InvariantCulture, $"{file.Summary!.Date:O}"),
            string.Create(CultureInfo.InvariantCulture, $"{by.Name} ({by.Summary!.Date:O})")),
    };
}
