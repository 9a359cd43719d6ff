namespace Tamiz.Trials;

/// <summary>Something that is tried at length by hand, and at small size by the tests.</summary>
public abstract class Trial
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows.</summary>
    public abstract string Purpose { get; }

    /// <summary>Size when run by hand.</summary>
    public abstract long FullSize { get; }

    /// <summary>Runs it.</summary>
    /// <param name="size">How much of it.</param>
    /// <param name="say">Receives progress.</param>
    /// <returns>The report, in Markdown.</returns>
    /// <exception cref="InvalidOperationException">What the trial was to show does not hold.</exception>
    public abstract string Run(long size, Action<string> say);
}
