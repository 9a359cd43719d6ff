using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Groups that were appended and are not acknowledged yet, in order; what follows from each is done once it is.</summary>
internal sealed class Acknowledgements
{
    private const int MostWaiting = 64_000;
    private readonly Queue<(Task<long> Done, Action<long> Then)> _waiting = new();

    /// <summary>Adds a group that was appended.</summary>
    /// <param name="done">Gives the sequence of its first record.</param>
    /// <param name="then">Called with it, on this thread.</param>
    public void Add(Task<long> done, Action<long> then)
    {
        _waiting.Enqueue((done, then));
        while (_waiting.Count > MostWaiting || (_waiting.TryPeek(out var first) && first.Done.IsCompleted))
        {
            Take();
        }
    }

    /// <summary>Waits for all that were added.</summary>
    /// <exception cref="LedgerException">The disk failed.</exception>
    public void Wait()
    {
        while (_waiting.Count > 0)
        {
            Take();
        }
    }

    private void Take()
    {
        var (done, then) = _waiting.Dequeue();
        then(done.GetAwaiter().GetResult());
    }
}
