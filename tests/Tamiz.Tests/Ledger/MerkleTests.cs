using CsCheck;
using Tamiz.Ledger;
using Xunit;
using Hash = Tamiz.Ledger.Hash;

namespace Tamiz.Tests.Ledger;

/// <summary>The trees against the definition of RFC 6962, section 2.1, and its published examples.</summary>
public sealed class MerkleTests
{
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Published_roots_come_out(int count, string root) =>
        Assert.Equal(root, MerkleTree.Root([.. Inputs.Take(count).Select(input => MerkleTree.Leaf(Convert.FromHexString(input)))]).ToString());

    [Fact]
    public void Roots_and_paths_equal_those_of_the_definition() => Gen.Int[1, 200].Sample(
        count =>
        {
            Hash[] leaves = [.. Enumerable.Range(0, count).Select(Leaf)];
            var growing = new GrowingTree();
            foreach (var leaf in leaves)
            {
                growing.Add(leaf);
            }

            var root = Root(leaves);
            Assert.Equal(root, MerkleTree.Root(leaves));
            for (var n = 1; n <= count; n++)
            {
                Assert.Equal(Root(leaves.AsSpan(0, n)), growing.Root(n));
            }

            for (var i = 0; i < count; i++)
            {
                var path = Path(leaves, i);
                Assert.Equal(path, MerkleTree.Path(leaves, i));
                Assert.Equal(path, growing.Path(i, count));
                Assert.Equal(root, MerkleTree.RootOf(leaves[i], i, count, path));
            }
        },
        iter: 60);

    [Fact]
    public void A_path_of_another_leaf_place_or_length_leads_elsewhere() => Gen.Select(Gen.Int[2, 100], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (count, one, other) =>
        {
            Hash[] leaves = [.. Enumerable.Range(0, count).Select(Leaf)];
            var (index, wrong) = (one % count, other % count);
            var (root, path) = (MerkleTree.Root(leaves), MerkleTree.Path(leaves, index));
            Assert.NotEqual(root, MerkleTree.RootOf(Leaf(-1), index, count, path));
            Assert.Null(MerkleTree.RootOf(leaves[index], index, count, [.. path, default]));
            Assert.Null(MerkleTree.RootOf(leaves[index], index, count, [.. path.Skip(1)]));
            Assert.Null(MerkleTree.RootOf(leaves[index], count, count, path));
            Assert.True(wrong == index || MerkleTree.RootOf(leaves[index], wrong, count, path) != root);
        },
        iter: 500);

    private static Hash Leaf(int i) => MerkleTree.Leaf(BitConverter.GetBytes(i));

    private static int Split(int count)
    {
        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return left;
    }

    private static Hash Root(ReadOnlySpan<Hash> leaves) => leaves.Length == 1 ? leaves[0]
        : MerkleTree.Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..]));

    private static List<Hash> Path(ReadOnlySpan<Hash> leaves, int index)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var left = Split(leaves.Length);
        return index < left ? [.. Path(leaves[..left], index), Root(leaves[left..])] : [.. Path(leaves[left..], index - left), Root(leaves[..left])];
    }
}
