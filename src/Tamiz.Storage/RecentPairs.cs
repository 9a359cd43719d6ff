using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tamiz.Storage;

/// <summary>The pairs that were used lately, in bounded memory. Any number of threads.</summary>
/// <param name="capacity">Pairs of a generation; of two generations at most are kept.</param>
internal sealed class RecentPairs<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();
    private int _count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
        {
            return true;
        }

        if (!_old.TryGetValue(key, out value))
        {
            return false;
        }

        Add(key, value);
        return true;
    }

    public void Add(TKey key, TValue value)
    {
        if (_young.TryAdd(key, value) && Interlocked.Increment(ref _count) >= capacity)
        {
            Turn();
        }
    }

    public void Clear()
    {
        lock (_turning)
        {
            _old = new();
            _young = new();
            _count = 0;
        }
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_count >= capacity)
            {
                _old = _young;
                _young = new();
                _count = 0;
            }
        }
    }
}
