using System.Text;
using CsCheck;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;
using Xunit;

namespace Tamiz.Tests.Formats;

/// <summary>The CSV reader against RFC 4180, however the stream cuts the bytes.</summary>
public sealed class CsvReaderTests
{
    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<string> Field = Gen.OneOf(
        Gen.String[OneOf('a', 'é', ' ', ',', '"', '\n', 'ق', ';', '0'), 0, 12],
        Gen.String[Gen.Char['a', 'z'], 0, 30],
        OneOf("", "\r\n", "\"", "\"\"", ",", "日本", "😀", "\u202E", "a\nb\nc"));

    private static readonly Gen<string[][]> Table = Gen.Int[1, 6].SelectMany(columns => Field.Array[columns].Array[0, 12]);

    [Fact]
    public void A_table_written_as_RFC_4180_reads_back_with_its_lines() =>
        Gen.Select(Table, OneOf("\n", "\r\n"), OneOf(',', ';', '\t'), Gen.Bool, Gen.Bool).Sample((table, lineEnd, delimiter, always, last) =>
        {
            var (text, expected) = Write(table, lineEnd, delimiter, always, last);
            for (var step = 1; step <= 7; step++)
            {
                var rows = Read(new Dripping(Encoding.UTF8.GetBytes(text), step), delimiter);
                Assert.Equal(expected.Select(row => row.Line), rows.Select(row => row.Line));
                Assert.Equal(expected.SelectMany(row => row.Fields), rows.SelectMany(row => row.Fields));
            }
        });

    [Fact]
    public void It_never_throws_and_never_reads_a_byte_twice() =>
        Gen.Select(Gen.OneOf(Gen.Byte, OneOf((byte)'"', (byte)',', (byte)'\n', (byte)'\r')).Array[0, 300], Gen.Int[1, 7]).Sample((bytes, step) =>
        {
            var reader = new CsvReader(new Dripping(bytes, step));
            var taken = 0;
            long line = 0;
            while (reader.Read() is { } batch)
            {
                foreach (var row in batch.Rows)
                {
                    Assert.True(row.Line > line, "lines go up");
                    line = row.Line;
                    taken += batch.Raw(row).Length;
                    for (var i = 0; i < row.FieldCount; i++)
                    {
                        _ = batch.Raw(batch.Field(row, i)).Length;
                    }
                }
            }

            Assert.True(taken <= bytes.Length);
            Assert.Equal(bytes.Length, reader.BytesRead);
        });

    [Fact]
    public void How_the_stream_cuts_the_bytes_makes_no_difference() =>
        Gen.OneOf(Gen.Byte, OneOf((byte)'"', (byte)',', (byte)'\n', (byte)'\r')).Array[0, 200].Sample(bytes =>
            Assert.Equal(Summary(new MemoryStream(bytes)), Summary(new Dripping(bytes, 1))));

    [Theory]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_071)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    public void Quotes_and_line_ends_may_lie_on_the_border_of_two_chunks(int length)
    {
        foreach (var tail in new[] { "\"a\"\"b\",\"c\"\r\nd,e\r\n", "x,\"\"\r\n\r\nd,e", "\"\r\n\",é\n\n\n\"d\",\"e\"\n" })
        {
            for (var shift = 0; shift < 16; shift++)
            {
                var filler = new string('f', 99) + "\n";
                var before = string.Concat(Enumerable.Repeat(filler, (length - shift) / 100)) + new string('g', (length - shift) % 100) + "\n";
                var rows = Read(new MemoryStream(Encoding.UTF8.GetBytes(before + tail)), ',');
                var alone = Read(new MemoryStream(Encoding.UTF8.GetBytes(tail)), ',');
                var lines = before.Count(c => c == '\n');
                Assert.Equal(alone.Select(row => (row.Line + lines, string.Join('|', row.Fields))),
                    rows.TakeLast(alone.Count).Select(row => (row.Line, string.Join('|', row.Fields))));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30_000)]
    [InlineData(60_000)]
    public void A_row_over_the_bound_is_marked_wherever_it_stands(int before)
    {
        var text = new string('a', before) + "\n" + string.Join(',', Enumerable.Repeat(new string('x', 1023), 1025)) + "\nlast,1\n";
        var reader = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var marked = new List<(long, bool)>();
        while (reader.Read() is { } batch)
        {
            marked.AddRange(batch.Rows.Select(row => (row.Line, row.TooLong)));
        }

        Assert.Equal((2L, true), marked[^2]);
        Assert.Equal((3L, false), marked[^1]);
    }

    [Fact]
    public void Rows_cut_again_from_their_bytes_are_the_same() =>
        Gen.Select(Table, OneOf("\n", "\r\n")).Sample((table, lineEnd) =>
        {
            var (text, _) = Write(table, lineEnd, ',', false, true);
            var reader = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
            while (reader.Read() is { } batch)
            {
                var again = CsvReader.Recut([.. batch.Rows.Select(row => batch.Keep(row))], ',');
                Assert.Equal(batch.Rows.Select(row => (row.Line, Fields(batch, row))), again.Rows.Select(row => (row.Line, Fields(again, row))));
            }
        });

    private static string Fields(RawBatch batch, RawRow row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => $"{batch.Field(row, i).Kind}:{Encoding.Latin1.GetString(batch.Raw(batch.Field(row, i)))}"));

    private static string Summary(System.IO.Stream stream)
    {
        var reader = new CsvReader(stream);
        var text = new StringBuilder();
        while (reader.Read() is { } batch)
        {
            batch.Rows.ForEach(row => text.Append(row.Line).Append(row.TooLong).Append(Fields(batch, row)).Append('\n'));
        }

        return text.ToString();
    }

    private static List<(long Line, string[] Fields)> Read(System.IO.Stream stream, char delimiter)
    {
        var rows = new List<(long, string[])>();
        var reader = new CsvReader(stream, delimiter);
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                rows.Add((row.Line, [.. Enumerable.Range(0, row.FieldCount).Select(i => Value(batch, batch.Field(row, i)))]));
            }
        }

        return rows;
    }

    private static string Value(RawBatch batch, RawField field)
    {
        Assert.NotEqual(RawKind.Broken, field.Kind);
        var text = Encoding.UTF8.GetString(batch.Raw(field));
        return field.Kind == RawKind.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>The table as text, and what is expected of it: a row of one empty field is a blank line, which is passed over.</summary>
    private static (string Text, List<(long Line, string[] Fields)> Expected) Write(string[][] table, string lineEnd, char delimiter, bool always, bool last)
    {
        var text = new StringBuilder();
        var expected = new List<(long, string[])>();
        long line = 1;
        for (var i = 0; i < table.Length; i++)
        {
            var fields = table[i].Select(field => always || field.AsSpan().ContainsAny(['"', '\n', '\r', delimiter]) ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : field);
            var row = string.Join(delimiter, fields);
            if (row.Length > 0)
            {
                expected.Add((line, table[i]));
            }

            text.Append(row).Append(i < table.Length - 1 || last ? lineEnd : "");
            line += 1 + row.Count(c => c == '\n');
        }

        return (text.ToString(), expected);
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);
    }
}
