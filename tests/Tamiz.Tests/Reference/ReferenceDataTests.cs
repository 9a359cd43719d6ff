using System.Globalization;
using CsCheck;
using Tamiz.Reference;
using Xunit;

namespace Tamiz.Tests.Reference;

public class ReferenceDataTests
{
    private static readonly ReferenceData Data = ReferenceData.Embedded();

    public static TheoryData<string, string> Codes => Cases.Read("codes.cases");

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_in_its_table_or_not(string input, string expected)
    {
        var space = input.IndexOf(' ', StringComparison.Ordinal);
        var (table, code) = space < 0 ? (input, "") : (input[..space], input[(space + 1)..]);
        Assert.Equal(expected, table switch
        {
            "hs" => YesNo(Data.Nomenclature.Contains(code)),
            "country" => YesNo(Data.Countries.Contains(code)),
            "place" => YesNo(Data.Places.Contains(code)),
            "unit" => YesNo(Data.Units.Contains(code)),
            "currency" => Describe(Data.Currencies.Find(code)),
            _ => throw new FormatException(table),
        });
    }

    [Fact]
    public void The_tables_have_the_sizes_that_their_documentation_says()
    {
        Assert.Equal(96, Data.Nomenclature.ChapterCount);
        Assert.Equal(1_228, Data.Nomenclature.HeadingCount);
        Assert.Equal(5_612, Data.Nomenclature.SubheadingCount);
        Assert.Equal(249, Data.Countries.Codes.Count);
        Assert.Equal(178, Data.Currencies.All.Count(currency => !currency.IsHistoric));
        Assert.Equal(129, Data.Currencies.All.Count(currency => currency.IsHistoric));
        Assert.Equal(115_883, Data.Places.Count);
        Assert.Equal(Data.Units.Codes.Count, Data.Units.Codes.Distinct().Count());
    }

    [Fact]
    public void Every_table_says_what_it_is_and_where_it_comes_from()
    {
        Assert.Equal(["hs", "countries", "currencies", "units", "places"], Data.Snapshots.Select(snapshot => snapshot.Id));
        Assert.All(Data.Snapshots, snapshot =>
        {
            Assert.Matches("^[0-9a-f]{64}$", snapshot.Sha256);
            Assert.NotEmpty(snapshot.Edition);
            Assert.NotEmpty(snapshot.Origin);
            Assert.True(snapshot.Licence is "PDDL-1.0" or "MIT" or "Apache-2.0");
        });
        Assert.Equal(new DateOnly(2022, 1, 1), Data.Nomenclature.Snapshot.ValidFrom);
        Assert.Null(Data.Places.Snapshot.ValidFrom);
    }

    [Fact]
    public void The_embedded_data_is_made_once() => Assert.Same(ReferenceData.Embedded(), ReferenceData.Embedded());

    [Theory]
    [InlineData("HNL", 2)]
    [InlineData("KRW", 0)]
    [InlineData("KWD", 3)]
    [InlineData("XAU", 2)]
    [InlineData("Lps.", 2)]
    public void Amounts_have_the_decimal_places_of_their_currency(string currency, int digits) =>
        Assert.Equal(digits, Data.MinorUnits(currency));

    [Fact]
    public void The_heading_and_chapter_of_every_subheading_are_there() =>
        Gen.Int[0, 999_999].Sample(number =>
        {
            var code = number.ToString("D6", CultureInfo.InvariantCulture);
            return !Data.Nomenclature.Contains(code)
                || (Data.Nomenclature.Contains(code.AsSpan(0, 4)) && Data.Nomenclature.Contains(code.AsSpan(0, 2)));
        });

    [Fact]
    public void Any_text_can_be_asked_for() =>
        Gen.String.Sample(text =>
        {
            var known = Data.Nomenclature.Contains(text) || Data.Countries.Contains(text) || Data.Places.Contains(text)
                || Data.Units.Contains(text) || Data.Currencies.Find(text) is not null;
            return !known || text.All(char.IsAsciiLetterOrDigit);
        });

    [Fact]
    public void A_code_of_another_form_is_refused()
    {
        var snapshot = Data.Nomenclature.Snapshot;
        Assert.Throws<ArgumentException>(() => new Nomenclature(snapshot, ["0101.21"]));
        Assert.Throws<ArgumentException>(() => new Countries(snapshot, ["hn"]));
        Assert.Throws<ArgumentException>(() => new Currencies(snapshot, [new Currency("HNL", 2, null), new Currency("HNL", 2, null)]));
        Assert.Throws<ArgumentException>(() => new Places(snapshot, ["HN PCR"]));
    }

    private static string YesNo(bool contains) => contains ? "yes" : "no";

    private static string Describe(Currency? currency) => currency is null ? "no"
        : (currency.MinorUnitDigits?.ToString(CultureInfo.InvariantCulture) ?? "-")
            + (currency.WithdrawnOn is { } last ? " until " + last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
}
