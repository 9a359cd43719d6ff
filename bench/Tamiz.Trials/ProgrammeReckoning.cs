using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Programmes;

namespace Tamiz.Trials;

/// <summary>The roll-up once more, by other means: from what was meant to be sent, in floating point, and with suppression checked by what it has to bring about.</summary>
/// <param name="world">The programme.</param>
public sealed class ProgrammeReckoning(ProgrammeWorld world)
{
    private const double Rounding = 0.00501;

    /// <summary>What differs, each in words; nothing where all is as it should be.</summary>
    /// <param name="figures">What the programme says.</param>
    /// <param name="values">The value of a member for a factor and a measure; not a number where it has none.</param>
    public IEnumerable<string> Differences(IReadOnlyList<RolledFigure> figures, Func<string, Factor, string, double> values)
    {
        foreach (var cell in figures.GroupBy(figure => (figure.Factor, figure.Measure.Id)))
        {
            var rows = cell.ToList();
            var hidden = rows.Where(row => row.Region.Length > 0 && row.Spread is null).Sum(row => row.Members);
            if (hidden is 1 or 2 && (rows[^1].Spread is not null || rows.Any(row => row.Region.Length > 0 && row.Spread is not null)))
            {
                yield return $"{cell.Key}: {hidden} administrations can be worked out";
            }

            foreach (var row in rows)
            {
                var own = world.Codes.Where(code => row.Region.Length == 0 || world.RegionOf[code] == row.Region).Select(code => values(code, cell.Key.Factor, cell.Key.Id)).Where(double.IsFinite).ToList();
                if (own.Count != row.Members || (row.Spread is not null && (own.Count < 3 || !IsOf(row.Spread, own))) || (row.Region.Length == 0 && row.Spread is null != own.Count < 3))
                {
                    yield return $"{cell.Key} {row.Region}: {row.Members} against {own.Count}";
                }
            }
        }
    }

    // A quantile is where the distribution of the values, drawn as a line through them, reaches a share.
    private static bool IsOf(Spread spread, List<double> values)
    {
        values.Sort();
        decimal[] said = [spread.Low, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.High];
        return said.Select((one, quarter) => Math.Abs((double)one - Quantile(values, quarter / 4.0))).All(difference => difference <= Rounding);
    }

    private static double Quantile(List<double> values, double share)
    {
        var position = share * (values.Count - 1);
        var below = (int)Math.Floor(position);
        return below == values.Count - 1 ? values[below] : (values[below] * (below + 1 - position)) + (values[below + 1] * (position - below));
    }
}
