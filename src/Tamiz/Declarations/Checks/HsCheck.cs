namespace Tamiz.Declarations.Checks;

/// <summary>
/// HS codes have 2 to 12 digits, an even number of them, and their first six exist in the edition loaded. Chapters 98 and 99,
/// which the HS leaves to each country, always exist.
/// </summary>
internal sealed class HsCheck : Check
{
    private static readonly DiagnosticRule Form = new("TZ1204", Severity.Warning, "not an HS code by its form",
        "2, 4, 6, 8, 10 or 12 digits", "Write the code without points; mind a leading 0 that a spreadsheet dropped.");

    private static readonly DiagnosticRule Existence = new("TZ1205", Severity.Note, "the HS code is not in the nomenclature",
        "a code of the edition loaded", "Look for the code's successor: it may belong to another edition.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Form, Existence];

    internal override void Run(in CheckScope scope)
    {
        var items = scope.Declaration.Items;
        for (var i = 0; i < items.Count; i++)
        {
            var code = items[i].Hs;
            if (string.IsNullOrEmpty(code))
            {
                continue;
            }

            if (code.Length is < 2 or > 12 || code.Length % 2 != 0 || !Characters.AreDigits(code))
            {
                scope.Report(Form, "item.hs", items[i], code);
            }
            else if (!Exists(scope, code))
            {
                scope.Report(Existence, "item.hs", items[i], code, "a code of " + scope.Reference.Nomenclature.Snapshot.Edition);
            }
        }
    }

    private static bool Exists(in CheckScope scope, string code) =>
        code is ['9', '8' or '9', ..] || scope.Reference.Nomenclature.Contains(code.AsSpan(0, Math.Min(code.Length, 6)));
}
