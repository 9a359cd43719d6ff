using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>A group that waits for its batch.</summary>
internal sealed class WaitingGroup(RecordGroup group, SigningKey? successor)
{
    public RecordGroup Group { get; } = group;

    /// <summary>The key that signs after it; null for the same.</summary>
    public SigningKey? Successor { get; } = successor;

    /// <summary>Completed after the flush.</summary>
    public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
