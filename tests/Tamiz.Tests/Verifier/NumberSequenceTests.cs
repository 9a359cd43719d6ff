using CsCheck;
using Tamiz.Verifier.Rules;
using Xunit;

namespace Tamiz.Tests.Verifier;

public class NumberSequenceTests
{
    [Fact]
    public void Exactly_the_numbers_between_that_were_never_seen_are_named() => Gen.Int[1, 60].Array[1, 50].Sample(numbers =>
    {
        var sequence = new NumberSequence("HN/2026/");
        foreach (var number in numbers)
        {
            sequence.Count((ulong)number, 6);
        }

        sequence.See(0, 6);
        sequence.See((ulong)numbers.Max() + 2, 6);
        var missing = Enumerable.Range(numbers.Min(), numbers.Max() - numbers.Min()).Except(numbers).Order();
        var named = sequence.Missing().SelectMany(range => range.Split(" to ") is [var first, var last]
            ? Enumerable.Range(NumberOf(first), NumberOf(last) - NumberOf(first) + 1) : [NumberOf(range)]);
        Assert.Equal(missing, named);
    });

    [Fact]
    public void Numbers_without_order_are_no_sequence()
    {
        var sequence = new NumberSequence("");
        for (ulong number = 0; number < 30_000; number += 2)
        {
            sequence.See(number, 5);
        }

        Assert.True(sequence.IsScattered);
    }

    private static int NumberOf(string name) => int.Parse(name["HN/2026/".Length..], System.Globalization.CultureInfo.InvariantCulture);
}
