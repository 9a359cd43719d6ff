using System.IO.Compression;

namespace Tamiz.Verifier.Batches;

/// <summary>Inflates a payload without ever making more of it than was stated.</summary>
internal static class BoundedInflation
{
    /// <summary>The payload inflated; null where it does not inflate to exactly so many bytes, using all of its own.</summary>
    public static byte[]? Inflate(byte[] stored, int length)
    {
        var source = new LastByteApart(stored);
        using var deflate = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            var inflated = GC.AllocateUninitializedArray<byte>(length);
            var whole = deflate.ReadAtLeast(inflated, length, throwOnEndOfStream: false) == length;
            Span<byte> more = stackalloc byte[1];
            return whole && deflate.Read(more) == 0 && source.WasUsedUp && !source.WasTooShort ? inflated : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Gives the last byte in a reading of its own: a stream that ends before it never asks for it, and one that does not end asks for more.
    private sealed class LastByteApart(byte[] bytes) : Stream
    {
        private int _at;

        public bool WasUsedUp => _at == bytes.Length;

        public bool WasTooShort { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var left = bytes.Length - _at;
            WasTooShort |= left == 0 && buffer.Length > 0;
            var count = Math.Min(buffer.Length, left > 1 ? left - 1 : left);
            bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
