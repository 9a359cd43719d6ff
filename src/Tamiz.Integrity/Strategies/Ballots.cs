using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>A ballot: the unit, and the proposals that it supports. Who cast it, and when, is nowhere.</summary>
/// <param name="Unit">Id of the unit; * for small units together.</param>
/// <param name="Proposals">Ids of proposals, in their order as text.</param>
public sealed record Ballot(string Unit, IReadOnlyList<string> Proposals);

/// <summary>The ballots of a session.</summary>
public static class Ballots
{
    /// <summary>Units with fewer ballots than this are never shown by themselves.</summary>
    public const int Least = 5;

    /// <summary>What stands for small units together.</summary>
    public const string Small = "*";

    private static readonly string[] Headings = ["unit", "proposals"];

    /// <summary>Reads workshops/SESSION-votes.csv. Use it only where nothing of severity error was added.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="session">The session.</param>
    /// <param name="diagnostics">Receives TZ03xx, TZ3000 to TZ3004.</param>
    public static IReadOnlyList<Ballot> Read(byte[] content, string file, Workshop session, ICollection<Diagnostic> diagnostics)
    {
        var ballots = CsvTable.Read(content, file, Headings, [], diagnostics).Select(row => Read(row, session, diagnostics)).ToList();
        if (ballots.Count > session.Present)
        {
            diagnostics.Add(WorkshopDiagnostics.TooManyBallots.At(new Place(file), $"{ballots.Count}", $"{session.Present} at most"));
        }

        foreach (var group in ballots.GroupBy(ballot => ballot.Unit, StringComparer.Ordinal))
        {
            var unit = session.Participants.FirstOrDefault(one => one.Id == group.Key);
            if (unit is not null && group.Count() > unit.Count)
            {
                diagnostics.Add(WorkshopDiagnostics.TooManyBallots.At(new Place(file, Field: group.Key), $"{group.Count()}", $"{unit.Count} at most"));
            }
        }

        if (!ballots.SequenceEqual(Seal(ballots), ByContent))
        {
            diagnostics.Add(WorkshopDiagnostics.NotSealed.At(new Place(file), ""));
        }

        return ballots;
    }

    /// <summary>The same ballots without an order, small units put together: what remains to be kept.</summary>
    public static IReadOnlyList<Ballot> Seal(IReadOnlyList<Ballot> ballots)
    {
        var small = SmallUnits(ballots);
        return [.. ballots.Select(ballot => new Ballot(small.Contains(ballot.Unit) ? Small : ballot.Unit, [.. ballot.Proposals.Order(StringComparer.Ordinal)]))
            .OrderBy(ballot => ballot.Unit, StringComparer.Ordinal).ThenBy(ballot => string.Join(' ', ballot.Proposals), StringComparer.Ordinal)];
    }

    /// <summary>Writes ballots, sealed.</summary>
    public static string Write(IReadOnlyList<Ballot> ballots) =>
        string.Join(',', Headings) + "\n" + string.Concat(Seal(ballots).Select(ballot => $"{ballot.Unit},{string.Join(' ', ballot.Proposals)}\n"));

    /// <summary>Units that are shown together only: fewer than five ballots, and as many further ones as it takes for five of them together from two units.</summary>
    internal static HashSet<string> SmallUnits(IReadOnlyList<Ballot> ballots)
    {
        var units = ballots.GroupBy(ballot => ballot.Unit, StringComparer.Ordinal).Select(group => (Unit: group.Key, Count: group.Count()))
            .OrderBy(unit => unit.Count).ThenBy(unit => unit.Unit, StringComparer.Ordinal).ToList();
        var small = units.Where(unit => unit.Count < Least || unit.Unit == Small).ToList();
        foreach (var unit in units.Except(small).ToList())
        {
            if (small.Count > 0 && (small.Sum(one => one.Count) < Least || (small.Count == 1 && small[0].Unit != Small)))
            {
                small.Add(unit);
            }
        }

        return [.. small.Select(unit => unit.Unit)];
    }

    private static readonly IEqualityComparer<Ballot> ByContent = EqualityComparer<Ballot>.Create(
        (left, right) => left!.Unit == right!.Unit && left.Proposals.SequenceEqual(right.Proposals), ballot => ballot.Unit.GetHashCode(StringComparison.Ordinal));

    private static Ballot Read(CsvTable.Row row, Workshop session, ICollection<Diagnostic> diagnostics)
    {
        var proposals = row.Fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = session.Proposals.Select(proposal => proposal.Id).ToList();
        if (row.Fields[0] != Small && session.Participants.All(unit => unit.Id != row.Fields[0]))
        {
            diagnostics.Add(WorkshopDiagnostics.UnknownUnit.At(row.Where[0], row.Fields[0], Nearest.To(row.Fields[0], session.Participants.Select(unit => unit.Id)) is { } near ? $"«{near}»" : null));
        }

        foreach (var proposal in proposals.Where(proposal => !known.Contains(proposal)))
        {
            diagnostics.Add(WorkshopDiagnostics.UnknownOption.At(row.Where[1], proposal, Nearest.To(proposal, known) is { } near ? $"«{near}»" : null));
        }

        if (proposals.Distinct(StringComparer.Ordinal).Count() < proposals.Length)
        {
            diagnostics.Add(WorkshopDiagnostics.NamedTwice.At(row.Where[1], row.Fields[1]));
        }

        return new Ballot(row.Fields[0], [.. proposals.Distinct(StringComparer.Ordinal)]);
    }
}
