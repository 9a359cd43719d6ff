namespace Tamiz.Declarations.Checks;

/// <summary>A declaration was lodged before it was received.</summary>
internal sealed class LodgementCheck : Check
{
    private static readonly DiagnosticRule Rule = new("TZ1218", Severity.Warning, "the lodgement lies in the future",
        "an instant before the receipt", "Check the clock of the sender, the date format and the time zone of the office.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Rule];

    internal override void Run(in CheckScope scope)
    {
        if (scope.Declaration.LodgedAt > scope.ReceivedAt)
        {
            scope.Report(Rule, "declaration.lodgedAt", scope.Declaration.LodgedAt.ToString(), "not after " + scope.ReceivedAt);
        }
    }
}
