using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>A rate of duty lies between 0 and 3000 %.</summary>
internal sealed class DutyRateCheck : Check
{
    private static readonly DiagnosticRule Rule = new("TZ1214", Severity.Warning, "the rate of duty is out of range",
        "0 to 3000 %", "Look whether an amount or a specific rate stands in the place of the rate.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Rule];

    internal override void Run(in CheckScope scope)
    {
        var items = scope.Declaration.Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].DutyRatePercent is { } rate && (rate < 0 || rate > 3000))
            {
                scope.Report(Rule, "item.dutyRate", items[i], string.Create(CultureInfo.InvariantCulture, $"{rate} %"));
            }
        }
    }
}
