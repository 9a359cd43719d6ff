namespace Tamiz.Storage.Homes;

/// <summary>Takes the bytes of a state, part by part, and notes in which part they first differ from those of a stored one.</summary>
/// <param name="stored">Gives the stored bytes.</param>
internal sealed class StateComparison(Stream stored) : Stream
{
    private byte[] _stored = [];
    private string _part = "";
    private long _at;

    /// <summary>The part with the first byte that differs, and that byte's place; null where none does so far.</summary>
    public (string Part, long At)? Difference { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins a part.</summary>
    /// <param name="name">What it is about.</param>
    public void Begin(string name) => _part = name;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Difference is not null)
        {
            return;
        }

        if (_stored.Length < buffer.Length)
        {
            _stored = new byte[buffer.Length];
        }

        var read = stored.ReadAtLeast(_stored.AsSpan(0, buffer.Length), buffer.Length, throwOnEndOfStream: false);
        var same = buffer.CommonPrefixLength(_stored.AsSpan(0, read));
        Difference = same == buffer.Length ? null : (_part, _at + same);
        _at += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override void Flush()
    {
        // Everything is compared as it comes.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
