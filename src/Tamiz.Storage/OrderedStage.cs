using System.Collections.Concurrent;

namespace Tamiz.Storage;

/// <summary>Runs a pure function over a sequence on several threads and gives the results in the sequence's order.</summary>
public static class OrderedStage
{
    private const int Lead = 4;

    /// <summary>The results in order; at most a few batches are under way, so memory is bounded.</summary>
    /// <param name="source">Enumerated on the calling thread.</param>
    /// <param name="work">Called on any thread; what it throws, enumeration throws.</param>
    /// <param name="threads">1 runs everything on the calling thread.</param>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> work, int threads)
    {
        if (threads <= 1)
        {
            foreach (var item in source)
            {
                yield return work(item);
            }

            yield break;
        }

        var underWay = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in source)
            {
                underWay.Enqueue(Task.Run(() => work(item)));
                if (underWay.Count > threads + 1)
                {
                    yield return Await(underWay.Dequeue());
                }
            }

            while (underWay.Count > 0)
            {
                yield return Await(underWay.Dequeue());
            }
        }
        finally
        {
            Task.WaitAll([.. underWay.Select(task => task.ContinueWith(static _ => { }, TaskScheduler.Default))]);
        }
    }

    /// <summary>
    /// Enumerates a sequence on a thread of its own, four elements ahead at most of whoever reads the result. What enumeration
    /// throws is thrown to the reader, after all that came before it; a reader that stops early stops it.
    /// </summary>
    /// <param name="source">Enumerated on that thread, or on the reader's where <paramref name="threads"/> is 1.</param>
    /// <param name="threads">Threads of the run.</param>
    public static IEnumerable<T> Ahead<T>(IEnumerable<T> source, int threads) => threads <= 1 ? source : AheadOf(source);

    /// <summary>Cuts a sequence into lists of a given length.</summary>
    public static IEnumerable<List<T>> Batch<T>(IEnumerable<T> source, int size)
    {
        var batch = new List<T>(size);
        foreach (var item in source)
        {
            batch.Add(item);
            if (batch.Count == size)
            {
                yield return batch;
                batch = new List<T>(size);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static IEnumerable<T> AheadOf<T>(IEnumerable<T> source)
    {
        using var stop = new CancellationTokenSource();
        using var ready = new BlockingCollection<T>(Lead);
        var producer = Task.Factory.StartNew(() => Produce(source, ready, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var element in ready.GetConsumingEnumerable())
            {
                yield return element;
            }

            producer.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            producer.ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static void Produce<T>(IEnumerable<T> source, BlockingCollection<T> ready, CancellationToken stop)
    {
        try
        {
            foreach (var element in source)
            {
                ready.Add(element, stop);
            }
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
