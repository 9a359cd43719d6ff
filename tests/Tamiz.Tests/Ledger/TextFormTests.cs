using CsCheck;
using Tamiz.Ledger;
using Tamiz.Selection;
using Xunit;
using Hash = Tamiz.Ledger.Hash;

namespace Tamiz.Tests.Ledger;

/// <summary>Checkpoints, proofs, headers, seeds: one form, and nothing but the typed failure for another.</summary>
public sealed class TextFormTests
{
    private static readonly Checkpoint Sample = new(new LedgerId(5), 3, 17, new Instant(-1), Hash.Of([1]), Hash.Of([2]), Hash.Of([3])) { Signature = new byte[64] };

    private static readonly InclusionProof Proof = new(9, new byte[] { 1, 2 }, 0, 2, [Hash.Of([1])], new byte[172], 4, []);

    [Fact]
    public void Damaged_texts_are_refused_or_are_the_text_of_another() => Gen.Select(Gen.Bool, Gen.Int).Sample(
        (isProof, seed) =>
        {
            var text = Damage(isProof ? Proof.ToString() : Sample.ToString(), new Random(seed));
            try
            {
                return text == (isProof ? InclusionProof.Read(text).ToString() : Checkpoint.Read(text).ToString());
            }
            catch (LedgerFormatException)
            {
                return true;
            }
        },
        iter: 50_000);

    [Fact]
    public void A_proof_that_is_nonsense_does_not_hold()
    {
        using var key = Tamiz.Storage.Ledger.SigningKey.Generate();
        var signature = new byte[64];
        var checkpoint = Sample with { Key = key.Id };
        key.Sign(checkpoint.ToSigned(), signature);
        checkpoint = checkpoint with { Signature = signature };
        Assert.True(checkpoint.IsSignedBy(key.Public));
        Assert.False((checkpoint with { Records = 18 }).IsSignedBy(key.Public));
        Assert.False(Proof.Holds(checkpoint, key.Public));
        Assert.False((Proof with { Header = default }).Holds(checkpoint, key.Public));
    }

    [Fact]
    public void Headers_are_read_as_they_were_written_and_damaged_ones_are_refused_or_differ() => Gen.Select(Gen.Int[0, BatchHeader.SignedSize - 1], Gen.Byte).Sample(
        (at, wound) =>
        {
            var header = new BatchHeader(10, 7, 9, 3, new Instant(99), Hash.Of([1]), Hash.Of([2]), Hash.Of([3]), 10, false, Hash.Of([4]));
            var bytes = new byte[BatchHeader.SignedSize];
            header.Write(bytes);
            Assert.Equal(header, BatchHeader.Read(bytes));
            bytes[at] ^= wound;
            try
            {
                var again = new byte[BatchHeader.SignedSize];
                BatchHeader.Read(bytes).Write(again);
                return again.AsSpan().SequenceEqual(bytes);
            }
            catch (LedgerFormatException)
            {
                return true;
            }
        },
        iter: 5000);

    [Fact]
    public void Keys_over_another_curve_are_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Throws<LedgerFormatException>(() => PublicKey.Read(other.ExportSubjectPublicKeyInfo()));
        Assert.Throws<LedgerFormatException>(() => PublicKey.Read([1, 2, 3]));
        Assert.Throws<LedgerFormatException>(() => PublicKey.ReadPem("nothing"));
    }

    [Fact]
    public void A_draw_is_the_number_that_selection_draws() => Gen.Select(Gen.String[1, 20], Gen.Byte.Array[32]).Sample((identity, key) =>
    {
        var draw = Tamiz.Ledger.Draw.Of(key, identity);
        return Draws.Of(key, identity) == (draw.Lane, draw.Referral);
    });

    [Fact]
    public void A_seed_is_committed_to_and_anchored_as_the_page_says()
    {
        var seed = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        byte[] committed = [.. "tamiz seed"u8, .. new byte[15], 5, 2, .. "HN"u8, .. seed];
        Assert.Equal(Hash.Of(committed), DaySeed.Commitment(new LedgerId(5), "HN", seed));
        byte[] anchored = [.. Convert.FromHexString(Hash.Of([9]).ToString()), .. "ü"u8];
        Assert.Equal(System.Security.Cryptography.HMACSHA256.HashData(seed, anchored), DaySeed.DrawKey(seed, Hash.Of([9]), "ü"));
        Assert.Throws<ArgumentException>(() => DaySeed.DrawKey(new byte[31], default, ""));
    }

    private static string Damage(string text, Random chance)
    {
        var at = chance.Next(text.Length);
        return chance.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "0 \n-+aA"[chance.Next(7)].ToString()),
            2 => text[..at] + (char)chance.Next(32, 127) + text[(at + 1)..],
            _ => text[..at],
        };
    }
}
