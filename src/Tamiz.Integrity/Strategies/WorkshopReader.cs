using System.Globalization;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>Reads workshops/SESSION.yaml.</summary>
public static class WorkshopReader
{
    private const int MostOfUnit = 500;

    /// <summary>Reads a session. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics; the session is named as it.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953, TZ3005.</param>
    public static Workshop Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var id = top.Text("session", required: true) ?? "";
        if (id != Path.GetFileNameWithoutExtension(file))
        {
            diagnostics.Add(WorkshopDiagnostics.SessionName.At(top.PlaceOf("session"), id));
        }

        _ = top.Text("number", required: true);
        var (number, date, begin) = (top.Whole("number", 1, 1, Workshop.Sessions), top.Date("date", required: true) ?? default, ReadTime(top));
        var place = LocalText.Read(top, "place", diagnostics);
        var (units, proposals) = (new Ids(diagnostics), new Ids(diagnostics));
        var participants = top.Sections("participants", required: true).Select(section => ReadUnit(section, units, diagnostics)).ToList();
        var proposed = top.Sections("proposals").Select(section => ReadProposal(section, proposals, units, diagnostics)).ToList();
        var decisions = top.Sections("decisions").Select(section => ReadDecision(section, diagnostics)).ToList();
        top.RejectUnknownKeys();
        return new Workshop(id, number, date, begin, place, participants, proposed, decisions);
    }

    private static TimeOnly ReadTime(YamlSection top)
    {
        var morning = new TimeOnly(8, 30);
        var text = top.Text("begin");
        if (text is null || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out morning))
        {
            return text is null ? new TimeOnly(8, 30) : morning;
        }

        top.Report("begin", text, "a time as HH:MM");
        return new TimeOnly(8, 30);
    }

    private static WorkshopUnit ReadUnit(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var (id, title) = (ids.Read(section, "unit"), LocalText.Read(section, "title", diagnostics, required: true));
        _ = section.Text("count", required: true);
        var unit = new WorkshopUnit(id, title, section.Whole("count", 1, 1, MostOfUnit));
        section.RejectUnknownKeys();
        return unit;
    }

    private static Proposal ReadProposal(YamlSection section, Ids ids, Ids units, ICollection<Diagnostic> diagnostics)
    {
        var proposal = new Proposal(
            ids.Read(section), section.Text("factor", required: true) ?? "", LocalText.Read(section, "text", diagnostics, required: true), section.Text("unit") ?? "",
            [.. section.Sections("comments").Select(comment => ReadDecision(comment, diagnostics))]);
        _ = FactorReading.Find(proposal.Factor, section.PlaceOf("factor"), diagnostics);
        Ids.Demand(proposal.Unit, units.Taken, section.PlaceOf("unit"), diagnostics);
        section.RejectUnknownKeys();
        return proposal;
    }

    private static LocalText ReadDecision(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var text = LocalText.Read(section, "text", diagnostics, required: true);
        section.RejectUnknownKeys();
        return text;
    }
}
