using System.Globalization;
using System.Text;
using Xunit;

namespace Tamiz.Tests.Assumptions;

// With InvariantGlobalization on, normalisation silently returns its input, and names on lists would be missed.
public class UnicodeTests
{
    [Fact]
    public void Globalization_is_not_invariant()
    {
        Assert.False(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);
        Assert.Equal("août", new CultureInfo("fr").DateTimeFormat.GetMonthName(8));
    }

    [Theory]
    [InlineData("e\u0301", NormalizationForm.FormC, "\u00E9")]
    [InlineData("\u00E9", NormalizationForm.FormD, "e\u0301")]
    [InlineData("e\u0301", NormalizationForm.FormKC, "\u00E9")]
    [InlineData("\u00E9", NormalizationForm.FormKD, "e\u0301")]
    [InlineData("\uFB01n", NormalizationForm.FormKC, "fin")]
    [InlineData("\uFF21\uFF22\uFF11", NormalizationForm.FormKC, "AB1")]
    [InlineData("\u2167", NormalizationForm.FormKC, "VIII")]
    [InlineData("\uFB01n", NormalizationForm.FormC, "\uFB01n")]
    [InlineData("\u1100\u1161\u11A8", NormalizationForm.FormC, "\uAC01")]
    [InlineData("\u00D1and\u00FA", NormalizationForm.FormD, "N\u0303andu\u0301")]
    public void Normalisation_changes_the_letters(string text, NormalizationForm form, string expected) =>
        Assert.Equal(expected, text.Normalize(form));

    [Fact]
    public void Marks_are_told_from_letters()
    {
        var letters = "Peña Ibáñez Çelik".Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        Assert.Equal("Pena Ibanez Celik", string.Concat(letters));
    }

    [Theory]
    [InlineData("straße", "STRASSE", false)]
    [InlineData("ıstanbul", "ISTANBUL", false)]
    [InlineData("ñandú", "ÑANDÚ", true)]
    [InlineData("москва", "МОСКВА", true)]
    public void Ordinal_comparison_without_case_folds_letter_by_letter(string left, string right, bool equal) =>
        Assert.Equal(equal, string.Equals(left, right, StringComparison.OrdinalIgnoreCase));
}
