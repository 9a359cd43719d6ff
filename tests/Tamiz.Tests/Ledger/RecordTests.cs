using CsCheck;
using Tamiz.Assessment;
using Tamiz.Ledger;
using Xunit;

namespace Tamiz.Tests.Ledger;

/// <summary>Records: what is written is read again, in one form only, and nothing else is read.</summary>
[Collection(nameof(Alone))]
public sealed class RecordTests
{
    private static readonly Gen<LedgerRecord> Records = Gen.Select(Gen.Int, Gen.Int[0, RecordMaker.Types.Count - 1], (seed, type) => new RecordMaker(seed).Make(RecordMaker.Types[type]));

    [Fact]
    public void There_is_a_record_of_every_type() =>
        Assert.Equal(Enum.GetNames<RecordType>().Where(name => name != nameof(RecordType.None)).Order(StringComparer.Ordinal), RecordMaker.Types.Select(type => type.Name));

    [Fact]
    public void Every_record_is_read_as_it_was_written() => Records.Sample(
        record =>
        {
            var bytes = RecordMaker.Encode(record);
            var read = LedgerRecord.Read(bytes);
            return RecordMaker.Show(read) == RecordMaker.Show(record) && RecordMaker.Encode(read).AsSpan().SequenceEqual(bytes);
        },
        iter: 20_000);

    [Fact]
    public void Damaged_bytes_are_refused_or_are_the_canonical_bytes_of_another_record() => Gen.Select(Records, Gen.Int).Sample(
        (record, seed) =>
        {
            var chance = new Random(seed);
            var bytes = Damage(RecordMaker.Encode(record), chance);
            try
            {
                return RecordMaker.Encode(LedgerRecord.Read(bytes)).AsSpan().SequenceEqual(bytes);
            }
            catch (LedgerFormatException)
            {
                return true;
            }
        },
        iter: 100_000);

    [Fact]
    public void Every_beginning_of_a_record_is_refused() => Records.Sample(
        record =>
        {
            var bytes = RecordMaker.Encode(record);
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.Throws<LedgerFormatException>(() => LedgerRecord.Read(bytes.AsSpan(0, length)));
            }
        },
        iter: 300);

    [Theory]
    [InlineData("a number in more bytes than it needs", "04 01 00 81 00")]
    [InlineData("neither 0 nor 1", "04 01 00 01 61 01 61 02 00")]
    [InlineData("not UTF-8", "04 01 00 01 FF 01 61 01 00")]
    [InlineData("bytes are left over", "04 01 00 01 61 01 61 01 00 00")]
    [InlineData("a record of an unknown type or version", "04 02 00 01 61 01 61 01 00")]
    [InlineData("a record of an unknown type or version", "1A 01 00 00")]
    [InlineData("a length beyond the end", "04 01 00 FF FF FF FF FF FF FF FF FF 01")]
    [InlineData("a number of too many bits", "04 01 00 FF FF FF FF FF FF FF FF FF 02")]
    [InlineData("an instant outside the years 1 to 9999", "04 01 FF FF FF FF FF FF FF FF FF 01")]
    [InlineData("a list that is too long", "17 01 00 00 81 80 04")]
    [InlineData("too many numbers", "0B 01 00 00 00 01 01 81 80 80 02")]
    [InlineData("a run of unknown numbers is cut in two or too long", "0B 01 00 00 00 01 01 02 03 03 00 00 00")]
    [InlineData("a run of unknown numbers is cut in two or too long", "0B 01 00 00 00 01 01 02 0B 00 00 00")]
    [InlineData("a number in another form than its own", "0B 01 00 00 00 01 01 01 01 00 00 00")]
    [InlineData("a number in another form than its own", "0B 01 00 00 00 01 01 01 02 00 00 00 00 00 00 F0 3F 00 00 00")]
    [InlineData("a number in another form than its own", "0B 01 00 00 00 01 01 01 02 00 00 00 00 00 00 F8 7F 00 00 00")]
    [InlineData("a mask with unknown bits", "0A 01 00 00 00 00 00 00 01 00 00 80 80 20 00")]
    [InlineData("an empty list that the mask tells of", "0A 01 00 00 00 00 00 00 01 00 00 80 10 00 00")]
    [InlineData("knowledge that is not ordered", "07 01 00 00 02 01 62 00 @ 01 61 00 @")]
    public void What_is_not_canonical_is_named(string reason, string bytes)
    {
        var written = Convert.FromHexString(bytes.Replace("@", new string('0', 64), StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.StartsWith(reason, Assert.Throws<LedgerFormatException>(() => LedgerRecord.Read(written)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_not_written()
    {
        var writer = new RecordWriter();
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeclarationCancelled(default, "", "a", -1, "").Write(writer));
        Assert.ThrowsAny<ArgumentException>(() => new SignedIn(default, "\uD83D", "a", true, "").Write(writer));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignedIn(new Instant(long.MaxValue), "", "a", true, "").Write(writer));
        Assert.Throws<ArgumentException>(() => new PersonsErased(default, "", new Pseudonym[LedgerLimits.List + 1], "").Write(writer));
        Assert.Throws<ArgumentException>(() => new KnowledgeSet(default, "", [new("b", "", default), new("a", "", default)]).Write(writer));
        Assert.Throws<ArgumentException>(() => new DayClosed(default, "", "a", default, new byte[31], 0, [], []).Write(writer));
        double[][] tooMany = [new double[LedgerLimits.Numbers], new double[1]];
        Assert.Throws<ArgumentException>(() => new AssessmentMade(default, "", "a", 1, tooMany, [], [], []).Write(writer));
    }

    [Fact]
    public void Packed_numbers_take_the_bytes_of_the_page()
    {
        double[] facts = [double.NaN, double.NaN, 0, 1, -1, 0.5, -0.0, 63];
        var bytes = RecordMaker.Encode(new AssessmentMade(default, "", "", 0, [facts], [], [], []));
        Assert.Equal("0B 01 00 00 00 00 01 08 07 00 08 04 81 20 02 00 00 00 00 00 00 00 80 F8 03 00 00 00".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(bytes));
    }

    [Fact]
    public void Hot_records_are_written_without_allocating()
    {
        Type[] hot = [typeof(DeclarationEntered), typeof(AssessmentMade), typeof(DrawMade), typeof(LaneGiven)];
        LedgerRecord[] records = [.. hot.Select(type => new RecordMaker(7).Make(type)), Evidenced()];
        var writer = new RecordWriter();
        Assert.Equal(0, Allocation.Steady(() =>
        {
            writer.Clear();
            foreach (var record in records)
            {
                record.Write(writer);
            }
        }));
    }

    private static AssessmentMade Evidenced() => new(
        default, "", "A/2026/1", 1, [[1, 2, double.NaN]],
        [new("list.x", "list", Tamiz.Facts.EvidenceFamily.OpenSource, "revenue", 1.5, "s", "o") { Arguments = [new Argument("name", ArgumentKind.Text, 0, "n")] }],
        [new Gap("stale", "list.x", "2026-01-01")], [new WeighedArea("revenue", -2.5, -1, 1000)]);

    private static byte[] Damage(byte[] bytes, Random chance)
    {
        var damaged = bytes.ToList();
        for (var wounds = 1 + chance.Next(3); wounds > 0; wounds--)
        {
            var at = chance.Next(damaged.Count);
            switch (chance.Next(4))
            {
                case 0: damaged[at] = (byte)chance.Next(256); break;
                case 1: damaged[at] ^= (byte)(1 << chance.Next(8)); break;
                case 2: damaged.Insert(at, (byte)chance.Next(256)); break;
                default: damaged.RemoveRange(at, Math.Min(damaged.Count - at - (at == 0 ? 1 : 0), 1 + chance.Next(4))); break;
            }
        }

        return [.. damaged];
    }
}
