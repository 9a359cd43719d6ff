using CsCheck;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier.Records;
using Xunit;

namespace Tamiz.Tests.Verifier;

public class CanonicalReaderTests
{
    private static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Double, Gen.Int.Select(value => (double)value), Gen.Int.Select(value => value / 1024.0), Gen.Long.Select(BitConverter.Int64BitsToDouble),
        From(0.0, -0.0, double.NaN, double.PositiveInfinity, (1L << 53) - 1, 1L << 53, ((1L << 53) - 1) / 1024.0, 0.5, 1e300));

    private static readonly Gen<byte[]> Any = Gen.OneOf(Gen.Byte.Array[0, 24], From<byte>(0, 1, 2, 3, 4, 0x7F, 0x80, 0x81, 0xFF).Array[0, 24]);

    [Fact]
    public void What_is_written_as_on_the_page_is_read() => Gen.Select(Gen.ULong, Gen.Long, Doubles.Array[0, 20], Gen.Decimal, Gen.String).Sample((whole, signed, numbers, amount, text) =>
    {
        var clean = string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));
        var bytes = new FieldWriter().Unsigned(whole).Signed(signed).Numbers(numbers).Decimal(amount).Text(clean).ToArray();
        var reader = new CanonicalReader(bytes);
        Assert.Equal(whole, reader.Unsigned());
        Assert.Equal(signed, reader.Signed());
        reader.Numbers();
        reader.Decimal();
        Assert.Equal(clean, reader.String());
        Assert.Null(reader.Fault);
        Assert.True(reader.Ended);
    });

    [Fact]
    public void A_number_is_read_to_the_bit() => Doubles.Sample(value =>
    {
        var reader = new CanonicalReader(new FieldWriter().Number(value).ToArray());
        var read = reader.Number();
        Assert.Null(reader.Fault);
        Assert.True(double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(read));
    });

    [Fact]
    public void Whatever_is_read_without_fault_has_one_form_alone() => Any.Sample(
        bytes =>
        {
            var reader = new CanonicalReader(bytes);
            var whole = reader.Unsigned();
            if (reader.Fault is null)
            {
                Assert.Equal(bytes[..reader.At], new FieldWriter().Unsigned(whole).ToArray());
            }

            reader = new CanonicalReader(bytes);
            var number = reader.Number();
            if (reader.Fault is null)
            {
                Assert.Equal(bytes[..reader.At], new FieldWriter().Number(number).ToArray());
            }
        },
        iter: 20_000);

    [Fact]
    public void Any_bytes_are_read_without_throwing() => Gen.Select(Any, Gen.Int[1, 25]).Sample(
        (bytes, type) => RecordDecoder.Decode([(byte)type, 1, 0, 0, .. bytes], 0, bytes.Length + 4, [], out _),
        iter: 20_000);

    [Theory]
    [InlineData("80 00")]
    [InlineData("FF FF FF FF FF FF FF FF FF 02")]
    [InlineData("FF FF FF FF FF FF FF FF FF 81 00")]
    [InlineData("80")]
    [InlineData("")]
    public void An_integer_in_another_form_is_a_fault(string bytes)
    {
        var reader = new CanonicalReader(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(0UL, reader.Unsigned());
        Assert.NotNull(reader.Fault);
    }

    [Theory]
    [InlineData("00 FE FF FF FF FF FF FF FF FF FF FF FF FF 3F", true)]
    [InlineData("00 FD FF FF FF FF FF FF FF FF FF FF FF FF 3F", true)]
    [InlineData("00 FF FF FF FF FF FF FF FF FF FF FF FF FF 3F", false)]
    [InlineData("00 80 80 80 80 80 80 80 80 80 80 80 80 80 40", false)]
    [InlineData("00 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF 03", false)]
    [InlineData("1D 00", false)]
    [InlineData("1C 00", true)]
    public void A_decimal_is_below_2_to_the_96_and_has_a_scale_to_28(string bytes, bool right)
    {
        var reader = new CanonicalReader(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));
        reader.Decimal();
        Assert.Equal(right, reader.Fault is null && reader.Ended);
    }

    private static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
