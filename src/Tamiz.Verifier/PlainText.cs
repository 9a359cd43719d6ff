namespace Tamiz.Verifier;

/// <summary>Text from a ledger that is going to be shown.</summary>
internal static class PlainText
{
    private const int Longest = 200;

    /// <summary>Cut at 200 characters; what could steer a terminal or turn the direction of writing becomes a point.</summary>
    public static string Of(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Create(cut.Length, cut, static (shown, from) =>
        {
            for (var i = 0; i < shown.Length; i++)
            {
                shown[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) || char.GetUnicodeCategory(from[i]) is System.Globalization.UnicodeCategory.Format ? '.' : from[i];
            }
        });
    }
}
