using System.Globalization;
using System.Text;
using CsCheck;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Rules;
using Xunit;

namespace Tamiz.Tests.Verifier;

[Collection(nameof(Alone))]
public class IdentityTableTests
{
    [Fact]
    public void States_are_kept_as_a_dictionary_keeps_them() => Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 200]).Array[1, 5000].Sample(
        steps =>
        {
            var hash = new IdentityHash();
            var table = new IdentityTable();
            var model = new Dictionary<int, int>();
            foreach (var (identity, day) in steps)
            {
                ref var state = ref table[hash.Of(Encoding.UTF8.GetBytes(identity.ToString(CultureInfo.InvariantCulture)))];
                Assert.Equal(model.GetValueOrDefault(identity), state.Day);
                state.Day = model[identity] = day;
            }

            Assert.Equal(model.Values.Order(), table.All.Select(state => state.Day).Order());
        },
        iter: 30);

    [Fact]
    public void Marks_and_the_live_sequence_do_not_disturb_each_other()
    {
        var state = new IdentityState { Marks = IdentityMarks.Drawn, Live = (1UL << 56) - 2 };
        state.Marks |= IdentityMarks.Live;
        Assert.Equal((1UL << 56) - 2, state.Live);
        Assert.Equal(IdentityMarks.Drawn | IdentityMarks.Live, state.Marks);
    }

    [Fact]
    public void Different_identities_have_different_hashes()
    {
        var hash = new IdentityHash();
        string[] identities = ["", "0", "\0", "\0\0", "\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\0", "A", "A\0", "HN/2026/1", "HN/2026/2", "HN/2026/11", .. Enumerable.Range(0, 50_000).Select(i => $"HNPCR/2026/{i:D6}")];
        Assert.Equal(identities.Length, identities.Select(identity => hash.Of(Encoding.UTF8.GetBytes(identity))).Distinct().Count());
    }

    [Fact]
    public void An_identity_takes_at_most_48_bytes()
    {
        const int Count = 900_000;
        var hash = new IdentityHash();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = new IdentityTable();
        Span<byte> name = stackalloc byte[8];
        for (var i = 0; i < Count; i++)
        {
            BitConverter.TryWriteBytes(name, (long)i);
            table[hash.Of(name)].Day = i;
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Count, 32, 48);
        GC.KeepAlive(table);
    }
}
