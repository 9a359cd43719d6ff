namespace Tamiz.Models;

/// <summary>Platt's calibration: calibrated log-odds = slope × log-odds + intercept.</summary>
/// <param name="Slope">Positive.</param>
/// <param name="Intercept">Log-odds.</param>
public readonly record struct Calibration(double Slope, double Intercept)
{
    /// <summary>Changes nothing.</summary>
    public static Calibration None { get; } = new(1, 0);

    /// <summary>
    /// Fits slope and intercept to outcomes by Newton's method, with Platt's smoothed targets. Where there are fewer than ten of
    /// either outcome, or the slope would not be positive, the slope stays 1 and the intercept alone is fitted.
    /// </summary>
    /// <param name="logOdds">Log-odds before calibration.</param>
    /// <param name="outcomes">Whether an irregularity was found.</param>
    public static Calibration Fit(IReadOnlyList<double> logOdds, IReadOnlyList<bool> outcomes)
    {
        var hits = outcomes.Count(outcome => outcome);
        var misses = outcomes.Count - hits;
        if (outcomes.Count == 0)
        {
            return None;
        }

        var fitted = hits >= 10 && misses >= 10 ? Newton(logOdds, outcomes, hits, misses, slopeToo: true) : default;
        return fitted.Slope > 0.05 ? fitted : Newton(logOdds, outcomes, hits, misses, slopeToo: false);
    }

    private static Calibration Newton(IReadOnlyList<double> z, IReadOnlyList<bool> outcomes, int hits, int misses, bool slopeToo)
    {
        var (high, low) = ((hits + 1.0) / (hits + 2.0), 1.0 / (misses + 2.0));
        double slope = 1;
        double intercept = 0;
        for (var round = 0; round < 50; round++)
        {
            double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
            for (var i = 0; i < z.Count; i++)
            {
                var p = Elementary.Sigmoid((slope * z[i]) + intercept);
                var residual = (outcomes[i] ? high : low) - p;
                var weight = p * (1 - p);
                g0 += residual;
                g1 += residual * z[i];
                h00 += weight;
                h01 += weight * z[i];
                h11 += weight * z[i] * z[i];
            }

            var determinant = (h00 * h11) - (h01 * h01);
            var (d0, d1) = slopeToo && determinant > 1e-12
                ? (((h11 * g0) - (h01 * g1)) / determinant, ((h00 * g1) - (h01 * g0)) / determinant)
                : (g0 / h00, 0.0);
            intercept += Math.Clamp(d0, -2, 2);
            slope += Math.Clamp(d1, -1, 1);
            if (Math.Abs(d0) + Math.Abs(d1) < 1e-10)
            {
                break;
            }
        }

        return new Calibration(slope, intercept);
    }
}
