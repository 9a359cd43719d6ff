using Tamiz.Formats;
using Tamiz.Integrity.Reading;
using Tamiz.Ledger;

namespace Tamiz.Integrity.Programmes;

/// <summary>Reads members.yaml.</summary>
public static class ProgrammeReader
{
    /// <summary>Reads a programme. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2930 to TZ2933, TZ2950 to TZ2953.</param>
    public static Programme Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var name = LocalText.Read(top, "name", diagnostics, required: true);
        var oldest = top.Whole("oldestDays", 365, 1, 3650);
        var ids = new Ids(diagnostics);
        var regions = top.Sections("regions").Select(section => ReadRegion(section, ids, diagnostics)).ToList();
        IReadOnlyList<ProgrammeRegion> chosen = regions.Count == 0 ? ProgrammeRegion.Standard : regions;
        var rounds = ReadRounds(top, diagnostics);
        var members = ReadMembers(top, chosen, diagnostics);
        top.RejectUnknownKeys();
        return new Programme(name, oldest, chosen, rounds, members);
    }

    private static ProgrammeRegion ReadRegion(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var id = ids.Read(section);
        var known = ProgrammeRegion.Standard.Any(region => region.Id == id);
        var region = new ProgrammeRegion(id, LocalText.Read(section, "name", diagnostics, required: !known));
        section.RejectUnknownKeys();
        return region;
    }

    private static List<ProgrammeRound> ReadRounds(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var rounds = new List<ProgrammeRound>();
        foreach (var section in top.Sections("rounds", required: true))
        {
            var round = new ProgrammeRound(section.Text("id", required: true) ?? "", section.Date("end", required: true) ?? default);
            section.RejectUnknownKeys();
            if (!SummaryForm.IsCode(round.Id) || rounds.Exists(other => other.Id == round.Id || other.End == round.End))
            {
                diagnostics.Add(ProgrammeDiagnostics.UnusableRound.At(section.PlaceOf("id"), round.Id));
            }

            rounds.Add(round);
        }

        if (rounds.Count == 0)
        {
            diagnostics.Add(ProgrammeDiagnostics.UnusableRound.At(top.PlaceOf("rounds"), ""));
        }

        return [.. rounds.OrderBy(round => round.End)];
    }

    private static List<Member> ReadMembers(YamlSection top, IReadOnlyList<ProgrammeRegion> regions, ICollection<Diagnostic> diagnostics)
    {
        var members = new List<Member>();
        var keys = new Dictionary<Hash, string>();
        foreach (var section in top.Sections("members", required: true))
        {
            var member = ReadMember(section, diagnostics);
            if (members.Exists(other => other.Code == member.Code))
            {
                diagnostics.Add(ProgrammeDiagnostics.Twice.At(section.PlaceOf("code"), member.Code));
            }

            if (section.Has("region") && regions.All(region => region.Id != member.Region))
            {
                diagnostics.Add(ProgrammeDiagnostics.UnknownRegion.At(section.PlaceOf("region"), member.Region,
                    Nearest.To(member.Region, regions.Select(region => region.Id)) is { } near ? $"«{near}»" : "one of " + string.Join(", ", regions.Select(region => region.Id))));
            }

            foreach (var fingerprint in member.Keys.Select(key => key.Fingerprint).Distinct().Where(fingerprint => !keys.TryAdd(fingerprint, member.Code)))
            {
                diagnostics.Add(ProgrammeDiagnostics.Twice.At(section.PlaceOf("keys"), $"{fingerprint} ({keys[fingerprint]}, {member.Code})"));
            }

            members.Add(member);
        }

        return members;
    }

    private static Member ReadMember(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var code = section.Text("code", required: true) ?? "";
        if (section.Has("code") && !SummaryForm.IsCode(code))
        {
            section.Report("code", code, "1 to 40 letters, digits and -");
        }

        var member = new Member(
            code,
            LocalText.Read(section, "name", diagnostics, required: true),
            section.Text("region", required: true) ?? "",
            section.Date("joined", required: true) ?? default,
            section.Date("left"),
            [.. section.Sections("keys", required: true).Select(key => ReadKey(key, diagnostics)).OfType<MemberKey>()]);
        section.RejectUnknownKeys();
        return member;
    }

    private static MemberKey? ReadKey(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var text = section.Text("fingerprint", required: true) ?? "";
        var (from, to) = (section.Date("from", required: true), section.Date("to"));
        section.RejectUnknownKeys();
        if (Hash.TryParse(text) is { } fingerprint && from is { } first && !(to < first))
        {
            return new MemberKey(fingerprint, first, to);
        }

        if (section.Has("fingerprint") && from is not null)
        {
            diagnostics.Add(ProgrammeDiagnostics.UnusableFingerprint.At(section.PlaceOf("fingerprint"), to < from ? $"{from:O} – {to:O}" : text));
        }

        return null;
    }
}
