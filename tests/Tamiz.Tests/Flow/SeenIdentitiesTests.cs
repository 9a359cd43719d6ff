using CsCheck;
using Tamiz.Flow;
using Xunit;

namespace Tamiz.Tests.Flow;

public sealed class SeenIdentitiesTests
{
    [Fact]
    public void It_says_what_a_dictionary_would_say() =>
        Gen.Select(Gen.Int[0, 400], Gen.UInt[0, 3]).Array[0, 2000].Sample(additions =>
        {
            var seen = new SeenIdentities();
            var model = new Dictionary<UInt128, UInt128>();
            foreach (var (number, kind) in additions)
            {
                var (identity, content) = (Hash((uint)number), (UInt128)kind << 96);
                var expected = model.TryAdd(identity, content) ? Sighting.New : model[identity] == content ? Sighting.Same : Sighting.Other;
                Assert.Equal(expected, seen.Add(identity, content));
            }

            Assert.Equal(model.Count, seen.Count);
        });

    [Theory]
    [InlineData(10_000)]
    [InlineData(37_123)]
    [InlineData(300_000)]
    public void It_keeps_at_most_32_bytes_an_identity(int count)
    {
        var seen = new SeenIdentities();
        for (uint i = 0; i < count; i++)
        {
            seen.Add(Hash(i), i);
        }

        Assert.Equal(count, seen.Count);
        Assert.InRange(seen.Bytes / (double)count, 16, 32);
    }

    private static UInt128 Hash(uint number)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
