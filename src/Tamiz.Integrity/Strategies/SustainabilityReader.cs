using System.Globalization;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>Reads sustainability.yaml.</summary>
public static class SustainabilityReader
{
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Reads a plan. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="strategy">The strategy that is part of it; null where there is none.</param>
    /// <param name="today">The day on which commitments are due.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953, TZ2960 to TZ2968, TZ3020 to TZ3026.</param>
    public static SustainabilityPlan Read(string yaml, string file, Strategy? strategy, DateOnly today, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var (partners, commitments, missions, recommendations, handover) = (new Ids(diagnostics), new Ids(diagnostics), new Ids(diagnostics), new Ids(diagnostics), new Ids(diagnostics));
        var plan = new SustainabilityPlan(
            top.Text("version", required: true) ?? "",
            LocalText.Read(top, "title", diagnostics, required: true),
            LocalText.Read(top, "purpose", diagnostics, required: true),
            top.Text("strategy", required: true) ?? "",
            top.Text("currency", required: true) ?? "",
            [.. top.Sections("partners", required: true).Select(section => ReadPartner(section, partners, diagnostics))],
            [.. top.Sections("commitments", required: true).Select(section => ReadCommitment(section, commitments, (partners, today), diagnostics))],
            [.. top.Sections("missions").Select(section => ReadMission(section, (missions, recommendations, partners), (strategy, today), diagnostics))],
            [.. top.Sections("handover", required: true).Select(section => ReadHandover(section, handover, (partners, today), diagnostics))]);
        top.RejectUnknownKeys();
        if (strategy is not null && plan.Strategy.Length > 0 && plan.Strategy != strategy.Version)
        {
            diagnostics.Add(SustainabilityDiagnostics.OtherStrategy.At(top.PlaceOf("strategy"), plan.Strategy, strategy.Version));
        }

        return plan;
    }

    private static Partner ReadPartner(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var partner = new Partner(ids.Read(section), LocalText.Read(section, "title", diagnostics, required: true), section.Date("signed"), LocalText.Read(section, "signatory", diagnostics));
        section.RejectUnknownKeys();
        if (partner.SignedOn is null)
        {
            diagnostics.Add(SustainabilityDiagnostics.NotSigned.At(section.PlaceOf("signed"), partner.Id));
        }

        return partner;
    }

    private static Commitment ReadCommitment(YamlSection section, Ids ids, (Ids Partners, DateOnly Today) given, ICollection<Diagnostic> diagnostics)
    {
        var commitment = new Commitment(
            ids.Read(section), ReadPartner(section, "by", given.Partners, diagnostics), LocalText.Read(section, "text", diagnostics, required: true),
            LocalText.Read(section, "owner", diagnostics, required: true), section.Date("due", required: true) ?? DateOnly.MaxValue, section.Choice("status", "open", "open", "kept"));
        section.RejectUnknownKeys();
        if (commitment.Status == "open" && commitment.Due < given.Today)
        {
            diagnostics.Add(SustainabilityDiagnostics.Overdue.At(section.PlaceOf("due"), commitment.Due.ToString("O", CultureInfo.InvariantCulture)));
        }

        return commitment;
    }

    private static Mission ReadMission(
        YamlSection section, (Ids Missions, Ids Recommendations, Ids Partners) ids, (Strategy? Strategy, DateOnly Today) given, ICollection<Diagnostic> diagnostics)
    {
        var mission = new Mission(
            ids.Missions.Read(section), section.Date("date", required: true) ?? default, ReadPartner(section, "by", ids.Partners, diagnostics),
            [.. section.Sections("recommendations", required: true).Select(one => ReadRecommendation(one, ids.Recommendations, given, diagnostics))]);
        section.RejectUnknownKeys();
        return mission;
    }

    private static Recommendation ReadRecommendation(YamlSection section, Ids ids, (Strategy? Strategy, DateOnly Today) given, ICollection<Diagnostic> diagnostics)
    {
        var recommendation = new Recommendation(
            ids.Read(section), LocalText.Read(section, "text", diagnostics, required: true), section.Text("action") ?? "", LocalText.Read(section, "owner", diagnostics),
            section.Date("due"), section.Choice("status", "open", "open", "under-way", "done", "declined"), Evidence.ReadAll(section, given.Today, diagnostics));
        section.RejectUnknownKeys();
        if (given.Strategy is { } strategy)
        {
            Ids.Demand(recommendation.Action, [.. strategy.Actions.Select(action => action.Id)], section.PlaceOf("action"), diagnostics);
        }

        var isOpen = recommendation.Status is "open" or "under-way";
        if (isOpen && recommendation.Action.Length == 0 && (recommendation.Owner.IsEmpty || recommendation.Due is null))
        {
            diagnostics.Add(SustainabilityDiagnostics.NoAction.At(section.Place, recommendation.Id));
        }
        else if (isOpen && recommendation.Due < given.Today)
        {
            diagnostics.Add(SustainabilityDiagnostics.Overdue.At(section.PlaceOf("due"), recommendation.Due.Value.ToString("O", CultureInfo.InvariantCulture)));
        }

        return recommendation;
    }

    private static HandoverItem ReadHandover(YamlSection section, Ids ids, (Ids Partners, DateOnly Today) given, ICollection<Diagnostic> diagnostics)
    {
        var item = new HandoverItem(
            ids.Read(section), LocalText.Read(section, "title", diagnostics, required: true), ReadPartner(section, "paidBy", given.Partners, diagnostics),
            section.Date("until", required: true) ?? DateOnly.MaxValue, section.Number("costPerYear", 0, 0, Most), LocalText.Read(section, "owner", diagnostics),
            LocalText.Read(section, "money", diagnostics), LocalText.Read(section, "skills", diagnostics), LocalText.Read(section, "risk", diagnostics), LocalText.Read(section, "fallback", diagnostics));
        section.RejectUnknownKeys();
        if ((item.Owner.IsEmpty || item.Money.IsEmpty) && item.Until < given.Today)
        {
            diagnostics.Add(SustainabilityDiagnostics.FundingEnded.At(section.PlaceOf("until"), item.Id));
        }

        if (item.Owner.IsEmpty)
        {
            diagnostics.Add(SustainabilityDiagnostics.NoOwner.At(section.PlaceOf("owner"), item.Id));
        }

        if (item.Money.IsEmpty)
        {
            diagnostics.Add(SustainabilityDiagnostics.NoMoney.At(section.PlaceOf("money"), item.Id));
        }

        return item;
    }

    private static string ReadPartner(YamlSection section, string key, Ids partners, ICollection<Diagnostic> diagnostics)
    {
        var id = section.Text(key, required: true) ?? "";
        Ids.Demand(id, partners.Taken, section.PlaceOf(key), diagnostics);
        return id;
    }
}
