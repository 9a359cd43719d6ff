using System.Security.Cryptography;
using CsCheck;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier.Batches;
using Xunit;

namespace Tamiz.Tests.Verifier;

public class TreeTests
{
    private static readonly Gen<byte[][]> Data = Gen.Byte.Array[32].Array[1, 70];

    [Fact]
    public void The_root_is_that_of_the_standard() => Data.Sample(data =>
    {
        byte[][] leaves = [.. data.Select(one => MerkleTree.Leaf(one))];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Assert.Equal(LedgerMaker.Root(leaves), MerkleTree.Root([.. leaves.SelectMany(leaf => leaf)], hash).ToArray());
    });

    [Fact]
    public void The_tree_of_the_ledger_knows_every_earlier_size() => Data.Sample(data =>
    {
        var tree = new LedgerTree();
        foreach (var one in data)
        {
            tree.Add(one);
        }

        Assert.Equal(data.Length, tree.Count);
        for (var size = 1; size <= data.Length; size++)
        {
            Assert.Equal(LedgerMaker.Root([.. data.Take(size).Select(LedgerMaker.Leaf)]), tree.Head(size));
            Assert.Equal(data[size - 1], tree.BatchHash(size - 1).ToArray());
        }
    });

    [Fact]
    public void Every_leaf_has_a_path_to_the_root_and_to_no_other() => Gen.Select(Data, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((data, leaf, other) =>
    {
        var tree = new LedgerTree();
        foreach (var one in data)
        {
            tree.Add(one);
        }

        var index = leaf % data.Length;
        var path = tree.Path(index, data.Length);
        Assert.Equal(tree.Head(data.Length), MerkleTree.Climb(MerkleTree.Leaf(data[index]), index, data.Length, path));
        Assert.NotEqual(tree.Head(data.Length), MerkleTree.Climb(MerkleTree.Leaf([1, 2, 3]), index, data.Length, path));
        Assert.Null(MerkleTree.Climb(MerkleTree.Leaf(data[index]), index, data.Length, [.. path, new byte[32]]));
        if (other % data.Length != index && !data[index].AsSpan().SequenceEqual(data[other % data.Length]))
        {
            Assert.NotEqual(tree.Head(data.Length), MerkleTree.Climb(MerkleTree.Leaf(data[index]), other % data.Length, data.Length, path));
        }
    });
}
