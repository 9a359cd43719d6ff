using System.Globalization;
using System.Text;
using CsCheck;
using Xunit;

namespace Tamiz.Tests.Words;

public class Utf8TextTests
{
    // Amounts as they come, halves of the last decimal exact and nearly so, and any bits at all.
    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Double[-1e6, 1e6],
        Gen.Double[-1, 1],
        Gen.Int[-10_000_000, 10_000_000].Select(n => n / 1000.0),
        Gen.Int[-10_000_000, 10_000_000].Select(n => n / 64.0),
        Gen.Int[-10_000_000, 10_000_000].Select(n => Math.BitIncrement(n / 2000.0)),
        Gen.Int[-10_000_000, 10_000_000].Select(n => Math.BitDecrement(n / 2000.0)),
        Gen.Long.Select(n => n / 8.0),
        Gen.Double);

    [Fact]
    public void A_fixed_number_reads_as_the_framework_writes_it() => Gen.Select(Numbers, Gen.Int[0, 6]).Sample((value, decimals) =>
    {
        Assert.Equal(value.ToString("F" + decimals, CultureInfo.InvariantCulture), Written(text => text.AppendFixed(value, decimals)));
        Assert.Equal(value.ToString("N" + decimals, CultureInfo.InvariantCulture), Written(text => text.AppendFixed(value, decimals, "."u8, ","u8)));
    }, iter: 20_000);

    [Fact]
    public void A_fixed_number_is_the_decimal_nearest_to_its_exact_value() => Gen.Select(Gen.Int[-9_000_000, 9_000_000], Gen.Int[0, 4]).Sample((parts, decimals) =>
    {
        // A quotient by a power of two is exact as a decimal as well.
        var expected = decimal.Round(parts / 1024m, decimals, MidpointRounding.ToEven);
        var written = Written(text => text.AppendFixed(parts / 1024.0, decimals));
        Assert.Equal(expected, decimal.Parse(written, CultureInfo.InvariantCulture));
    }, iter: 20_000);

    [Theory]
    [InlineData(0, 2, "0,00")]
    [InlineData(-0.001, 2, "-0,00")]
    [InlineData(1234567.891, 2, "1\u202F234\u202F567,89")]
    [InlineData(999.996, 2, "1\u202F000,00")]
    [InlineData(1e20, 1, "100\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000,0")]
    [InlineData(double.NaN, 2, "NaN")]
    [InlineData(double.NegativeInfinity, 0, "-Infinity")]
    public void Numbers_take_the_signs_of_a_language(double value, int decimals, string expected) =>
        Assert.Equal(expected, Written(text => text.AppendFixed(value, decimals, ","u8, "\u202F"u8)));

    [Fact]
    public void A_double_reads_back_to_the_same_bits() => Gen.Double.Sample(value =>
    {
        var written = Written(text => text.Append(value));
        Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), written);
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(written, CultureInfo.InvariantCulture)));
    });

    [Fact]
    public void Texts_are_joined_inserted_and_cut_as_strings_are() =>
        Gen.Select(Gen.String, Gen.String, Gen.String["a\"b"], Gen.Int[0, 20]).Sample((first, second, quoted, cut) =>
        {
            var text = new Utf8Text(0);
            text.Append(first);
            var start = text.Length;
            text.Append(quoted);
            text.Twice((byte)'"', start);
            text.Insert(start, Encoding.UTF8.GetBytes(second));
            Assert.Equal(Valid(first) + Valid(second) + quoted.Replace("\"", "\"\"", StringComparison.Ordinal), text.ToString());
            text.CutTo(Math.Min(cut, start));
            Assert.Equal(Encoding.UTF8.GetBytes(first)[..Math.Min(cut, start)], text.Written.ToArray());
        });

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Written(Action<Utf8Text> write)
    {
        var text = new Utf8Text(0);
        write(text);
        return text.ToString();
    }
}
