using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;
using Encoding = System.Text.Encoding;

namespace Tamiz.Simulation.Writing;

/// <summary>The columns of the files of declarations as Parquet: texts as UTF-8, whole numbers as INT32, others as DECIMAL(18, 3).</summary>
internal sealed class ParquetRows : IDisposable
{
    private const int GroupRows = 50_000;
    private const int Precision = 18;

    private readonly string _path;
    private readonly string _name;
    private readonly int _threads;
    private readonly Column[] _columns = [.. ItemColumns.All.Select(column => new Column(column))];
    private readonly FileStream _stream;
    private readonly ManagedOutputStream _output;
    private readonly ParquetFileWriter _writer;
    private int _held;
    private long _rows;

    public ParquetRows(string folder, string name, int threads)
    {
        (_path, _name, _threads) = (Path.Combine(folder, name), name, threads);
        _stream = new FileStream(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _output = new ManagedOutputStream(_stream, leaveOpen: true);
        using var schema = new GroupNode("declarations", Repetition.Required, [.. _columns.Select(column => column.Node())]);
        using var builder = new WriterPropertiesBuilder().Compression(Compression.Zstd).CreatedBy("tamiz").DisableStatistics();
        using var properties = builder.Build();
        _writer = new ParquetFileWriter(_output, schema, properties);
    }

    /// <summary>Adds rows; full groups are written.</summary>
    public void Add(IReadOnlyList<ItemRow> rows)
    {
        for (var first = 0; first < rows.Count;)
        {
            var (from, count) = (first, Math.Min(rows.Count - first, GroupRows - _held));
            Parallel.For(0, _columns.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, column =>
            {
                for (var row = from; row < from + count; row++)
                {
                    _columns[column].Add(rows[row]);
                }
            });
            first += count;
            _held += count;
            if (_held == GroupRows)
            {
                Write();
            }
        }
    }

    /// <summary>Writes what is left; says what the file holds.</summary>
    public WrittenFile Finish()
    {
        Write();
        _writer.Close();
        _stream.Flush();
        _stream.Position = 0;
        return new WrittenFile(_name, Convert.ToHexStringLower(SHA256.HashData(_stream)), _stream.Length, _rows);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _output.Dispose();
        _stream.Dispose();
    }

    private void Write()
    {
        if (_held == 0)
        {
            return;
        }

        using var group = _writer.AppendBufferedRowGroup();
        ColumnWriter[] into = [.. Enumerable.Range(0, _columns.Length).Select(group.Column)];
        Parallel.For(0, _columns.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, column => _columns[column].Write(into[column]));
        Array.ForEach(into, static column => column.Dispose());
        _rows += _held;
        _held = 0;
    }

    private sealed class Column(ItemColumn column)
    {
        private readonly short[] _defined = new short[GroupRows];
        private readonly long[] _numbers = column.Text is null && column.Whole is null ? new long[GroupRows] : [];
        private readonly int[] _wholes = column.Whole is null ? [] : new int[GroupRows];
        private readonly (int Offset, int Length)[] _texts = column.Text is null ? [] : new (int, int)[GroupRows];
        private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1 << 12, pinned: true);
        private int _used;
        private int _count;
        private int _values;

        public PrimitiveNode Node()
        {
            using var type = column.Text is not null ? LogicalType.String() : column.Whole is not null ? LogicalType.Int(32, isSigned: true) : LogicalType.Decimal(Precision, 3);
            return new PrimitiveNode(column.Heading, Repetition.Optional, type,
                column.Text is not null ? PhysicalType.ByteArray : column.Whole is not null ? PhysicalType.Int32 : PhysicalType.Int64);
        }

        public void Add(ItemRow row)
        {
            if (column.Text is not null)
            {
                AddText(column.Text(row));
            }
            else if (column.Whole is not null)
            {
                _defined[_count++] = 1;
                _wholes[_values++] = (int)column.Whole(row);
            }
            else if (column.Thousandths?.Invoke(row) is { } value)
            {
                _defined[_count++] = 1;
                _numbers[_values++] = value;
            }
            else
            {
                _defined[_count++] = 0;
            }
        }

        public void Write(ColumnWriter writer)
        {
            var defined = _defined.AsSpan(0, _count);
            switch (writer)
            {
                case ColumnWriter<int> wholes:
                    wholes.WriteBatch(_count, defined, default, _wholes.AsSpan(0, _values));
                    break;
                case ColumnWriter<long> numbers:
                    numbers.WriteBatch(_count, defined, default, _numbers.AsSpan(0, _values));
                    break;
                default:
                    var texts = Array.ConvertAll(_texts[.._values], text => new ByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, text.Offset), text.Length));
                    ((ColumnWriter<ByteArray>)writer).WriteBatch(_count, defined, default, texts);
                    break;
            }

            (_count, _values, _used) = (0, 0, 0);
        }

        private void AddText(string? text)
        {
            if (string.IsNullOrEmpty(text))
            {
                _defined[_count++] = 0;
                return;
            }

            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (_used + most > _bytes.Length)
            {
                var larger = GC.AllocateUninitializedArray<byte>(Math.Max(_bytes.Length * 2, _used + most), pinned: true);
                _bytes.AsSpan(0, _used).CopyTo(larger);
                _bytes = larger;
            }

            var length = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used));
            _texts[_values++] = (_used, length);
            _used += length;
            _defined[_count++] = 1;
        }
    }
}
