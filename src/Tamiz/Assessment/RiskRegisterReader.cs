using Tamiz.Formats;

namespace Tamiz.Assessment;

/// <summary>Reads risks.yaml.</summary>
public static class RiskRegisterReader
{
    /// <summary>Reads a register. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104 and TZ05xx.</param>
    public static RiskRegister Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var areas = new List<RiskArea>();
        foreach (var section in top.Sections("areas"))
        {
            var area = ReadArea(section, diagnostics);
            if (areas.Exists(other => string.Equals(other.Id, area.Id, StringComparison.Ordinal)))
            {
                diagnostics.Add(RiskRegisterDiagnostics.DuplicateArea.At(section.Place with { Field = "id" }, area.Id));
            }

            areas.Add(area);
        }

        top.RejectUnknownKeys();
        if (areas.Count == 0)
        {
            diagnostics.Add(RiskRegisterDiagnostics.NoAreas.At(top.Place with { Field = "areas" }, ""));
        }

        var reserved = areas.Sum(area => area.Reserved);
        if (reserved > 1)
        {
            diagnostics.Add(RiskRegisterDiagnostics.TooMuchReserved.At(
                top.Place with { Field = "reserved" }, FormattableString.Invariant($"{reserved * 100:0.####} %")));
        }

        return new RiskRegister(areas);
    }

    private static RiskArea ReadArea(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var id = section.Text("id", required: true) ?? "";
        if (id.Length > 0 && (!char.IsAsciiLetterLower(id[0]) || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            diagnostics.Add(RiskRegisterDiagnostics.UnusableArea.At(section.Place with { Field = "id" }, id));
        }

        var titles = section.Section("title", required: true);
        var isMoney = section.Choice("measure", "money", "money", "scale") == "money";
        var area = new RiskArea(
            id,
            titles.Keys.Distinct(StringComparer.Ordinal).ToDictionary(key => key, key => titles.Text(key) ?? "", StringComparer.Ordinal),
            section.Text("owner", required: true) ?? "",
            isMoney,
            ReadConsequence(section, isMoney, diagnostics),
            ReadBaseShare(section, diagnostics),
            section.Number("reserved", 0, 0, 1));
        section.RejectUnknownKeys();
        return area;
    }

    private static decimal ReadConsequence(YamlSection section, bool isMoney, ICollection<Diagnostic> diagnostics)
    {
        var consequence = section.Number("consequence", 0, 0, 1e15m);
        var rule = isMoney && consequence != 0 ? RiskRegisterDiagnostics.UnusedConsequence
            : !isMoney && consequence == 0 ? RiskRegisterDiagnostics.NoConsequence
            : null;
        if (rule is not null)
        {
            diagnostics.Add(rule.At(section.Place with { Field = "consequence" }, section.Text("consequence") ?? ""));
        }

        return isMoney ? 0 : consequence;
    }

    private static decimal ReadBaseShare(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        const decimal StandIn = 0.02m;
        var text = section.Text("baseShare", required: true);
        var share = section.Number("baseShare", StandIn);
        if (share is > 0 and < 1)
        {
            return share;
        }

        diagnostics.Add(RiskRegisterDiagnostics.BaseShareOutside.At(section.Place with { Field = "baseShare" }, text ?? ""));
        return StandIn;
    }
}
