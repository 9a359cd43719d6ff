namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    /// <summary>How often a value is at least so far from 0, on either side.</summary>
    /// <param name="t">The value.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    public static double BothTails(double t, double degrees) => BetaDistribution.Below(degrees / 2, 0.5, degrees / (degrees + (t * t)));

    /// <summary>The distance from 0 that a share of all values, on both sides together, exceeds.</summary>
    /// <param name="tails">Above 0, below 1.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    public static double Distance(double tails, double degrees)
    {
        double low = 0;
        double high = 1;
        while (BothTails(high, degrees) > tails)
        {
            (low, high) = (high, high * 2);
        }

        for (var i = 0; i < 100 && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = BothTails(middle, degrees) > tails ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
