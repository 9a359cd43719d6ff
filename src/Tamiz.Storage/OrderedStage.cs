namespace Tamiz.Storage;

/// <summary>Runs a pure function over a sequence on several threads and gives the results in the sequence's order.</summary>
public static class OrderedStage
{
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

    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
