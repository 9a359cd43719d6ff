using CsCheck;
using DuckDB.NET.Data;
using Tamiz.Storage;
using Tamiz.Storage.Archive;
using Xunit;

namespace Tamiz.Tests.Storage.Archive;

public sealed class ItemArchiveTests : IDisposable
{
    private static readonly DateOnly November = new(2026, 11, 1);
    private static readonly DateOnly December = new(2026, 12, 1);

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_closed_month_is_the_same_bytes_however_its_parts_were_cut_and_wherever_it_stopped() =>
        Gen.Select(ArchiveRows.Records, Gen.Int[1, 9].Array[1, 10]).Sample((records, cuts) =>
        {
            using var one = new TemporaryHome();
            using var other = new TemporaryHome();
            Write(one, records, [int.MaxValue]);
            Write(other, records, cuts);
            Assert.Equal(Files(one), Files(other));
        }, iter: 15, threads: 1);

    [Fact]
    public void A_query_sees_closed_months_and_open_parts_together()
    {
        var archive = ItemArchive.Open(_home.Path);
        archive.Add(["item.value"], [ArchiveRows.Row(0, 1, ArchiveRows.November.UnixMilliseconds, 1), ArchiveRows.Row(0, 2, ArchiveRows.November.UnixMilliseconds, 1)], 0);
        archive.Flush();
        archive.Add(["item.value", "new.fact"], [ArchiveRows.Row(1, 1, ArchiveRows.November.AddDays(1).UnixMilliseconds, 2)], 1);
        archive.Flush();
        Assert.Equal([November, December], archive.OpenMonths);
        archive.Close(November, (identity, item) => identity == "HNPCR/2026/0" && item == 2 ? new ArchiveFinding(true, "revenue", 3, 1, new Instant(5), 10.5m) : null);
        Assert.Equal(
            "0|HNPCR/2026/0|1|1|00000000000000000000000000000001|ffffffffffffffffffffffffffffffff|79228162514264337593543950335.000000000||", Ask("item=1 AND sequence=0"));
        Assert.Equal("0|HNPCR/2026/0|1|2|00000000000000000000000000000001|ffffffffffffffffffffffffffffffff|-0.123456789||true", Ask("item=2"));
        Assert.Equal("1|HNPCR/2026/1|2|1|00000000000000000000000000000001|ffffffffffffffffffffffffffffffff|79228162514264337593543950335.000000000|0.14285714285714285|", Ask("sequence=1"));
        Assert.Equal("3|1|MSKU1234565|2026-11-30|cites=I", Query("SELECT count(*), count(finding_recovered), max(containers->>0), min(lodged_on), max(item_codes->>0) FROM items"));
    }

    [Fact]
    public void No_name_and_no_identifier_is_archived()
    {
        Fill(3);
        Assert.All(Directory.GetFiles(_home.File("archive")), file => Assert.DoesNotContain("NEVER", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal("0", Query("SELECT count(*) FROM items WHERE items::VARCHAR LIKE '%NEVER%'"));
    }

    [Fact]
    public void An_empty_archive_can_be_asked() => Assert.Equal("0", Query("SELECT count(*) FROM items"));

    [Fact]
    public void A_part_that_is_half_written_is_dropped_with_those_after_it()
    {
        Fill(4);
        _home.Damage(100, 4000, "archive", "2026-11.part-000003.parquet");
        File.WriteAllBytes(_home.File("archive", "2026-11.part-000005.parquet.1-1.writing"), [1]);
        using (var cut = File.OpenWrite(_home.File("archive", "2026-11.part-000003.parquet")))
        {
            cut.SetLength(cut.Length / 2);
        }

        var archive = ItemArchive.Open(_home.Path);
        Assert.Equal(1, archive.Watermark);
        Assert.Equal(2, Directory.GetFiles(_home.File("archive")).Length);
    }

    [Fact]
    public void A_part_that_was_taken_away_takes_those_after_it_along()
    {
        Fill(3);
        File.Delete(_home.File("archive", "2026-11.part-000001.parquet"));
        Assert.Equal(-1, ItemArchive.Open(_home.Path).Watermark);
    }

    [Fact]
    public void Parts_that_a_crash_left_beside_their_month_are_deleted()
    {
        Fill(2);
        var part = _home.File("archive", "2026-11.part-000001.parquet");
        var bytes = File.ReadAllBytes(part);
        ItemArchive.Open(_home.Path).Close(November, static (_, _) => null);
        File.WriteAllBytes(part, bytes);
        Assert.Equal("2", Query("SELECT count(*) FROM items"));
        Assert.Equal(1, ItemArchive.Open(_home.Path).Watermark);
        Assert.False(File.Exists(part));
    }

    [Fact]
    public void A_damaged_month_says_that_a_rebuild_helps()
    {
        Fill(2);
        ItemArchive.Open(_home.Path).Close(November, static (_, _) => null);
        File.WriteAllBytes(_home.File("archive", "2026-11.parquet"), new byte[100]);
        var diagnostic = Assert.Throws<HomeException>(() => ItemArchive.Open(_home.Path)).Diagnostic;
        Assert.Equal("TZ1731", diagnostic.Code);
        Assert.Contains("tamiz home rebuild", diagnostic.ToString(), StringComparison.Ordinal);
        ItemArchive.Discard(_home.Path);
        Assert.Equal(-1, ItemArchive.Open(_home.Path).Watermark);
    }

    [Fact]
    public void A_part_whose_pages_are_damaged_is_named_when_its_month_is_closed()
    {
        Fill(2);
        _home.Damage(10, 2000, "archive", "2026-11.part-000001.parquet");
        Assert.Equal("TZ1731", Assert.Throws<HomeException>(() => ItemArchive.Open(_home.Path).Close(November, static (_, _) => null)).Diagnostic.Code);
        Assert.Equal(2, Directory.GetFiles(_home.File("archive"), "*.part-*.parquet").Length);
    }

    [Fact]
    public void Rows_out_of_order_are_a_mistake_of_the_caller()
    {
        var archive = Fill(3);
        var (at, later) = (ArchiveRows.November.UnixMilliseconds, ArchiveRows.November.AddDays(1).UnixMilliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => archive.Add(["f"], [], 2));
        Assert.Throws<ArgumentException>(() => archive.Add(["f"], [ArchiveRows.Row(2, 1, at, 1)], 5));
        Assert.Throws<ArgumentException>(() => archive.Add(["f"], [ArchiveRows.Row(6, 1, at, 1)], 5));
        Assert.Throws<ArgumentException>(() => archive.Add(["f"], [ArchiveRows.Row(4, 1, at, 2)], 5));
        archive = ItemArchive.Open(_home.Path);
        archive.Add(["f"], [ArchiveRows.Row(4, 1, later, 1)], 4);
        Assert.Throws<InvalidOperationException>(() => archive.Close(December, static (_, _) => null));
        Assert.Throws<ArgumentException>(() => archive.Add(["f"], [ArchiveRows.Row(5, 1, at, 1)], 5));
        archive = ItemArchive.Open(_home.Path);
        archive.Close(November, static (_, _) => null);
        Assert.Throws<ArgumentException>(() => archive.Add(["f"], [ArchiveRows.Row(7, 1, at, 1)], 7));
    }

    [Fact]
    public void Every_version_ever_written_is_read()
    {
        var kept = Path.Combine(Repository.Root, "tests", "Tamiz.Tests", "Storage", "Archive", "Kept");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "accept" && !Directory.Exists(kept))
        {
            Fill(5);
            Directory.CreateDirectory(Path.Combine(kept, "1", "archive"));
            Array.ForEach(Directory.GetFiles(_home.File("archive")), file => File.Copy(file, Path.Combine(kept, "1", "archive", Path.GetFileName(file))));
            ItemArchive.Discard(_home.Path);
        }

        Assert.All(Directory.GetDirectories(kept), version =>
        {
            Directory.CreateDirectory(_home.File("archive"));
            Array.ForEach(Directory.GetFiles(Path.Combine(version, "archive")), file => File.Copy(file, _home.File("archive", Path.GetFileName(file)), overwrite: true));
            var archive = ItemArchive.Open(_home.Path);
            Assert.Equal(4, archive.Watermark);
            Assert.Equal("5|10|0.14285714285714285", Query("SELECT count(*), sum(sequence)::BIGINT, max(\"item.value\") FILTER (sequence=1) FROM items"));
            archive.Close(November, static (_, _) => null);
            Assert.Equal("5|10|0.14285714285714285", Query("SELECT count(*), sum(sequence)::BIGINT, max(\"item.value\") FILTER (sequence=1) FROM items"));
            ItemArchive.Discard(_home.Path);
        });
        Assert.NotEmpty(Directory.GetDirectories(kept));
    }

    [Fact]
    public void Decimals_keep_nine_digits_after_the_point() => Gen.Decimal.Sample(value =>
        Assert.Equal(
            System.Numerics.BigInteger.Parse(decimal.Round(value, 9, MidpointRounding.ToEven).ToString("F9", null).Replace(".", "", StringComparison.Ordinal), null),
            (System.Numerics.BigInteger)DecimalBuffer.Unscaled(value)));

    private ItemArchive Fill(int records)
    {
        var archive = ItemArchive.Open(_home.Path);
        for (var i = 0; i < records; i++)
        {
            archive.Add(["item.value"], [ArchiveRows.Row(i, 1, ArchiveRows.November.UnixMilliseconds, 1)], i);
            archive.Flush();
        }

        return archive;
    }

    // Opened again after each cut, as after a crash: what was not flushed comes again.
    private static void Write(TemporaryHome home, (string[] Facts, ArchiveRow[] Rows)[] records, int[] cuts)
    {
        for (var cut = 0; ; cut++)
        {
            var archive = ItemArchive.Open(home.Path, threads: cuts.Length);
            var next = (int)archive.Watermark + 1;
            var last = (int)Math.Min(records.Length, next + (long)cuts[cut % cuts.Length]);
            for (var i = next; i < last; i++)
            {
                archive.Add(records[i].Facts, records[i].Rows, i);
            }

            archive.Flush();
            if (last == records.Length)
            {
                archive.Close(November, static (identity, item) => item == 2 ? new ArchiveFinding(identity.Length % 2 == 0, "revenue", 0, 0, new Instant(1), null) : null);
                archive.Close(December, static (_, _) => null);
                return;
            }
        }
    }

    private static string Files(TemporaryHome home) => string.Join('\n', Directory.GetFiles(home.File("archive")).Order(StringComparer.Ordinal)
        .Select(file => Path.GetFileName(file) + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))));

    private string Ask(string where) => Query(
        $"SELECT sequence, identity, version, item, importer_identifier, importer_person, net_mass::VARCHAR, \"new.fact\", finding_non_compliant FROM items WHERE {where}");

    private string Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = ItemArchive.ViewOf(_home.Path);
        command.ExecuteNonQuery();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetValue(field) switch
        {
            bool flag => flag ? "true" : "false",
            DateOnly day => day.ToString("O", null),
            var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        }));
    }
}
