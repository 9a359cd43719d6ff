namespace Tamiz.Storage.Ledger;

/// <summary>An open file of a ledger. Reading is allowed from any thread; writing from one. Any method may throw an <see cref="IOException"/>.</summary>
public interface ILedgerFile : IDisposable
{
    /// <summary>Bytes of the file.</summary>
    long Length { get; }

    /// <summary>Reads from a place until the buffer is full or the file ends.</summary>
    /// <returns>How many bytes were read.</returns>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Writes at a place; where it throws, any part may have been written.</summary>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Returns once all that was written outlasts a power cut.</summary>
    void Flush();

    /// <summary>Cuts the file.</summary>
    void Truncate(long length);
}
