namespace Tamiz.Tests;

/// <summary>Bytes that code allocates once the runtime has compiled it fully.</summary>
public static class Allocation
{
    private const int Repeats = 2000;
    private const int Rounds = 1000;

    /// <summary>The least that a round of 2,000 calls allocated, of up to 1,000 rounds: beside other tests the runtime compiles late.</summary>
    public static long Steady(Action action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Repeats; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Thread.Sleep(20);
        }

        return least;
    }
}
