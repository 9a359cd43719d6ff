using System.Globalization;
using CsCheck;
using Tamiz.Declarations.Checks;
using Tamiz.Reference;
using Xunit;

namespace Tamiz.Tests.Declarations.Checks;

public class CheckDigitTests
{
    private static readonly Gen<string> Container = Gen.Select(
        Gen.String[Gen.Char['A', 'Z'], 3, 3], Gen.Char["UJZ"], Gen.Int[0, 999_999],
        (owner, category, serial) => Complete(owner + category + Digits(serial)));

    private static readonly Gen<string> Ship = Gen.Int[100_000, 999_999].Select(number =>
        Digits(number) + ShipNumber.CheckDigit(Digits(number)).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void A_container_number_with_its_check_digit_passes() => Container.Sample(number => Codes(number, "").Length == 0);

    // The remainders 0 and 10 share the digit 0, so an alteration from one to the other cannot be seen.
    [Fact]
    public void One_altered_digit_of_a_container_number_is_found() =>
        Gen.Select(Container, Gen.Int[4, 10], Gen.Int[1, 9]).Sample((number, at, by) =>
        {
            var altered = Alter(number, at, by);
            return Codes(altered, "") == "TZ1202" || (at < 10 && altered[10] == '0');
        });

    [Fact]
    public void A_ship_number_with_its_check_digit_passes() => Ship.Sample(number => Codes("", number).Length == 0);

    // Weights that share a factor with 10 miss some alterations: 5 misses even ones, 2, 4 and 6 miss those by 5.
    [Fact]
    public void One_altered_digit_of_a_ship_number_is_found_where_its_weight_can_tell() =>
        Gen.Select(Ship, Gen.Int[1, 6], Gen.Int[1, 9]).Sample((number, at, by) =>
        {
            var altered = Alter(number, at, by);
            var difference = (altered[at] - number[at]) * (at == 6 ? 1 : 7 - at);
            return (Codes("", altered) == "TZ1203") == (difference % 10 != 0);
        });

    [Theory]
    [InlineData("")]
    [InlineData("CSQU30543")]
    [InlineData("csqu305438")]
    [InlineData("CSQU3054383")]
    public void A_check_digit_needs_four_letters_and_six_digits(string text) =>
        Assert.Throws<ArgumentException>(() => ContainerNumber.CheckDigit(text));

    [Theory]
    [InlineData("")]
    [InlineData("9074729")]
    [InlineData("90747x")]
    public void A_check_digit_needs_six_digits(string text) => Assert.Throws<ArgumentException>(() => ShipNumber.CheckDigit(text));

    private static string Digits(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static string Complete(string ownerAndSerial) =>
        ownerAndSerial + ContainerNumber.CheckDigit(ownerAndSerial).ToString(CultureInfo.InvariantCulture);

    private static string Alter(string number, int at, int by) =>
        number[..at] + ((number[at] - '0' + by) % 10).ToString(CultureInfo.InvariantCulture) + number[(at + 1)..];

    private static string Codes(string container, string ship)
    {
        var found = new List<Diagnostic>();
        var declaration = DeclarationLine.Parse("") with { Containers = [container], TransportMeans = ship };
        DeclarationChecks.Run(declaration, ReferenceData.Embedded(), DeclarationLine.ReceivedAt, found);
        return string.Join(", ", found.Select(one => one.Code));
    }
}
