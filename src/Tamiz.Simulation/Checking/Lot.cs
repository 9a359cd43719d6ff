namespace Tamiz.Simulation.Checking;

/// <summary>Numbers that are as good as drawn and always the same: a function of what they are for (SplitMix64).</summary>
internal static class Lot
{
    /// <summary>A number from 0 to under 1.</summary>
    public static double Of(ulong what, ulong which) => (Mix(Mix(what) + which) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to under <paramref name="bound"/>.</summary>
    public static int Below(int bound, ulong what, ulong which) => (int)(Of(what, which) * bound);

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
