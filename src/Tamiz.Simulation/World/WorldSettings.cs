namespace Tamiz.Simulation.World;

/// <summary>Which world to make of a pack.</summary>
/// <param name="Seed">One seed, one world.</param>
/// <param name="Months">Months that it lasts; 1 to 240.</param>
/// <param name="Size">Declarations a year; 100 to 20 million.</param>
/// <param name="Begin">Its first day, the first of a month.</param>
public sealed record WorldSettings(ulong Seed, int Months, int Size, DateOnly Begin)
{
    /// <summary>Months at most.</summary>
    public const int MostMonths = 240;

    /// <summary>Declarations a year at most.</summary>
    public const int Largest = 20_000_000;

    /// <summary>Declarations a year at least.</summary>
    public const int Smallest = 100;

    /// <summary>Declarations a year if nothing else is said; officers and exporters of packs are given for it.</summary>
    public const int UsualSize = 100_000;

    /// <summary>Days that it lasts.</summary>
    public int Days => Begin.AddMonths(Months).DayNumber - Begin.DayNumber;

    /// <summary>Its size as a multiple of the usual one.</summary>
    public double Scale => (double)Size / UsualSize;
}
