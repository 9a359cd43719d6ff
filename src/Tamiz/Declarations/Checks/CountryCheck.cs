using System.Diagnostics.CodeAnalysis;

namespace Tamiz.Declarations.Checks;

/// <summary>Countries of origin, export, destination and of the parties are codes of ISO 3166-1 alpha-2.</summary>
internal sealed class CountryCheck : Check
{
    private static readonly DiagnosticRule Rule = new("TZ1215", Severity.Warning, "not a country code of ISO 3166-1",
        "two upper-case letters of ISO 3166-1 alpha-2",
        "Correct the code, or translate the administration's own codes in the mapping.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Rule];

    internal override void Run(in CheckScope scope)
    {
        var declaration = scope.Declaration;
        RunOne(scope, "declaration.countryOfExport", declaration.CountryOfExport);
        RunOne(scope, "declaration.countryOfDestination", declaration.CountryOfDestination);
        RunOne(scope, "declarant.country", declaration.Declarant?.Country);
        RunOne(scope, "importer.country", declaration.Importer?.Country);
        RunOne(scope, "exporter.country", declaration.Exporter?.Country);
        RunOne(scope, "carrier.country", declaration.Carrier?.Country);
        for (var i = 0; i < declaration.Items.Count; i++)
        {
            var origin = declaration.Items[i].Origin;
            if (IsWrong(scope, origin))
            {
                scope.Report(Rule, "item.origin", declaration.Items[i], origin);
            }
        }
    }

    private static void RunOne(in CheckScope scope, string field, string? code)
    {
        if (IsWrong(scope, code))
        {
            scope.Report(Rule, field, code);
        }
    }

    private static bool IsWrong(in CheckScope scope, [NotNullWhen(true)] string? code) =>
        !string.IsNullOrEmpty(code) && !scope.Reference.Countries.Contains(code);
}
