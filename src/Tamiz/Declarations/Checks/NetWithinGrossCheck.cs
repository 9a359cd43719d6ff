using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>Net mass does not exceed gross mass, in each item and in the totals.</summary>
internal sealed class NetWithinGrossCheck : Check
{
    private static readonly DiagnosticRule Rule = new("TZ1210", Severity.Warning, "the net mass exceeds the gross mass",
        "at most the gross mass", "Look whether they were exchanged.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Rule];

    internal override void Run(in CheckScope scope)
    {
        var declaration = scope.Declaration;
        if (declaration is { TotalNetMass: { } net, TotalGrossMass: { } gross } && net > gross)
        {
            scope.Report(Rule, "declaration.netMass", Written(net), "at most " + Written(gross));
        }

        for (var i = 0; i < declaration.Items.Count; i++)
        {
            if (declaration.Items[i] is { NetMass: { } itemNet, GrossMass: { } itemGross } && itemNet > itemGross)
            {
                scope.Report(Rule, "item.netMass", declaration.Items[i], Written(itemNet), "at most " + Written(itemGross));
            }
        }
    }

    private static string Written(Mass mass) => string.Create(CultureInfo.InvariantCulture, $"{mass.Kilograms} kg");
}
