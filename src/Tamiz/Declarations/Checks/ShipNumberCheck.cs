namespace Tamiz.Declarations.Checks;

/// <summary>
/// A means of transport that looks like an IMO ship number is one. It looks so if it begins with IMO and a digit, with or
/// without a blank, hyphen, colon or point between them, or if it is seven digits and the mode of transport is sea (1 or 10) or
/// missing. All else (names, flights, plates) is left alone.
/// </summary>
internal sealed class ShipNumberCheck : Check
{
    private static readonly DiagnosticRule Number = new("TZ1203", Severity.Warning, "not an IMO ship number",
        "seven digits, the last one their check digit", "Compare with the manifest or a register of ships.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Number];

    internal override void Run(in CheckScope scope)
    {
        var written = scope.Declaration.TransportMeans;
        if (!string.IsNullOrEmpty(written)
            && TryFind(written.AsSpan().Trim(), scope.Declaration.TransportMode, out var number) && !ShipNumber.IsValid(number))
        {
            scope.Report(Number, "declaration.transportMeans", written);
        }
    }

    private static bool TryFind(ReadOnlySpan<char> means, string? mode, out ReadOnlySpan<char> number)
    {
        if (means.StartsWith("IMO", StringComparison.OrdinalIgnoreCase))
        {
            number = means[3..].TrimStart(" -.:");
            return number.Length > 0 && char.IsAsciiDigit(number[0]);
        }

        number = means;
        return means.Length == 7 && Characters.AreDigits(means) && mode is (null or "" or "1" or "10");
    }
}
