namespace Tamiz.Storage.Ledger;

/// <summary>Sizes of a log.</summary>
public sealed record LedgerSettings
{
    /// <summary>A segment that has so many bytes gets no further batch: 64 MiB.</summary>
    public long SegmentBytes { get; init; } = 64 << 20;

    /// <summary>Records of a batch; a single group may have more: 256, few enough that one is proved without reading much.</summary>
    public int BatchRecords { get; init; } = 256;

    /// <summary>Bytes of a batch before DEFLATE; a single group may have more, up to 64 MiB: 4 MiB.</summary>
    public int BatchBytes { get; init; } = 4 << 20;

    /// <summary>Records that may wait to be committed; whoever adds more waits: 65,536.</summary>
    public int WaitingRecords { get; init; } = 1 << 16;

    /// <summary>Bytes that may wait to be committed; whoever adds more waits: 64 MiB.</summary>
    public long WaitingBytes { get; init; } = 64 << 20;

    /// <summary>A checkpoint is due after so long: one hour.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Threads that read and check batches.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
