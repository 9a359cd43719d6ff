namespace Tamiz.Models;

/// <summary>
/// Logistic regression whose weights are shrunk toward given ones (the experts'), fitted by Newton's method in one fixed order of
/// sums, so that the same data give the same bits.
/// </summary>
public static class ShrunkLogistic
{
    // A signal that hardly ever speaks is held to the expert's weight as firmly as one that speaks often.
    private const double Floor = 0.25;

    /// <summary>Fits bias and weights; a weight that may not be negative and would be is held at 0, and the others are fitted again.</summary>
    /// <param name="rows">Signals of each observation, one row after the other.</param>
    /// <param name="outcomes">Whether an irregularity was found, a row each.</param>
    /// <param name="toward">The weights to shrink toward.</param>
    /// <param name="rising">Whether a higher signal may never lower the risk.</param>
    /// <param name="strength">How strongly, as in the other overload.</param>
    public static (double Bias, double[] Weights) Fit(
        IReadOnlyList<float[]> rows, IReadOnlyList<bool> outcomes, double[] toward, bool[] rising, double strength)
    {
        var held = new bool[toward.Length];
        while (true)
        {
            var (bias, weights) = Fit(held.Contains(true) ? [.. rows.Select(row => Hold(row, held))] : rows, outcomes, toward, strength);
            var wrong = Enumerable.Range(0, weights.Length).Where(j => rising[j] && !held[j] && weights[j] < 0).ToList();
            wrong.ForEach(j => held[j] = true);
            if (wrong.Count == 0)
            {
                return (bias, [.. weights.Select((weight, j) => held[j] ? 0 : weight)]);
            }
        }
    }

    /// <summary>Fits bias and weights.</summary>
    /// <param name="rows">Signals of each observation, one row after the other.</param>
    /// <param name="outcomes">Whether an irregularity was found, a row each.</param>
    /// <param name="toward">The weights to shrink toward; their number is the width of a row.</param>
    /// <param name="strength">How strongly: the penalty for a weight that is off by one, over the signal's variance plus a quarter.</param>
    /// <returns>The bias, and a weight for each signal; a signal that never varies keeps the weight given.</returns>
    public static (double Bias, double[] Weights) Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> outcomes, double[] toward, double strength)
    {
        var width = toward.Length;
        var spread = Spread(rows, width);
        var varying = Enumerable.Range(0, width).Where(j => spread[j] > 1e-9).ToArray();
        var weights = (double[])toward.Clone();
        var hits = outcomes.Count(outcome => outcome);
        var bias = Elementary.Logit((hits + 0.5) / (outcomes.Count + 1));
        var system = new double[varying.Length + 1, varying.Length + 2];
        for (var round = 0; round < 60; round++)
        {
            Build(system, rows, outcomes, weights, bias, varying);
            for (var a = 0; a < varying.Length; a++)
            {
                var j = varying[a];
                var penalty = strength * (Floor + (spread[j] * spread[j]));
                system[a + 1, a + 1] += penalty;
                system[a + 1, varying.Length + 1] -= penalty * (weights[j] - toward[j]);
            }

            var step = Shorten(Solve(system), varying, spread);
            bias += step[0];
            var largest = Math.Abs(step[0]);
            for (var a = 0; a < varying.Length; a++)
            {
                weights[varying[a]] += step[a + 1];
                largest = Math.Max(largest, Math.Abs(step[a + 1]) * spread[varying[a]]);
            }

            if (largest < 1e-9)
            {
                break;
            }
        }

        return (bias, weights);
    }

    private static float[] Hold(float[] row, bool[] held)
    {
        var copy = (float[])row.Clone();
        for (var j = 0; j < copy.Length; j++)
        {
            copy[j] = held[j] ? 0 : copy[j];
        }

        return copy;
    }

    /// <summary>Shortens a step that would move the log-odds of a typical row by more than 3, so that separable data do not run away.</summary>
    private static double[] Shorten(double[] step, int[] varying, double[] spread)
    {
        var move = Math.Abs(step[0]);
        for (var a = 0; a < varying.Length; a++)
        {
            move = Math.Max(move, Math.Abs(step[a + 1]) * Math.Max(spread[varying[a]], 0.3));
        }

        for (var a = 0; move > 3 && a < step.Length; a++)
        {
            step[a] *= 3 / move;
        }

        return step;
    }

    private static double[] Spread(IReadOnlyList<float[]> rows, int width)
    {
        var sum = new double[width];
        var squares = new double[width];
        foreach (var row in rows)
        {
            for (var j = 0; j < width; j++)
            {
                sum[j] += row[j];
                squares[j] += (double)row[j] * row[j];
            }
        }

        var n = Math.Max(1, rows.Count);
        return [.. Enumerable.Range(0, width).Select(j => Math.Sqrt(Math.Max(0, (squares[j] / n) - (sum[j] / n * (sum[j] / n)))))];
    }

    /// <summary>Fills the normal equations: second derivatives, and the gradient in the last column.</summary>
    private static void Build(double[,] system, IReadOnlyList<float[]> rows, IReadOnlyList<bool> outcomes, double[] weights, double bias, int[] varying)
    {
        Array.Clear(system);
        var size = varying.Length + 1;
        var x = new double[size];
        x[0] = 1;
        for (var i = 0; i < rows.Count; i++)
        {
            var z = bias;
            for (var j = 0; j < weights.Length; j++)
            {
                z += weights[j] * rows[i][j];
            }

            for (var a = 1; a < size; a++)
            {
                x[a] = rows[i][varying[a - 1]];
            }

            var p = Elementary.Sigmoid(z);
            Accumulate(system, x, p * (1 - p), (outcomes[i] ? 1 : 0) - p);
        }

        for (var a = 0; a < size; a++)
        {
            system[a, a] += 1e-9;
            for (var b = 0; b < a; b++)
            {
                system[a, b] = system[b, a];
            }
        }
    }

    private static void Accumulate(double[,] system, double[] x, double weight, double residual)
    {
        var size = x.Length;
        for (var a = 0; a < size; a++)
        {
            if (x[a] == 0)
            {
                continue;
            }

            var weighted = weight * x[a];
            for (var b = a; b < size; b++)
            {
                system[a, b] += weighted * x[b];
            }

            system[a, size] += residual * x[a];
        }
    }

    /// <summary>Gaussian elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] system)
    {
        var size = system.GetLength(0);
        for (var pivot = 0; pivot < size; pivot++)
        {
            SwapLargest(system, pivot);
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= size && factor != 0; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var value = system[row, size];
            for (var column = row + 1; column < size; column++)
            {
                value -= system[row, column] * solution[column];
            }

            solution[row] = value / system[row, row];
        }

        return solution;
    }

    private static void SwapLargest(double[,] system, int pivot)
    {
        var size = system.GetLength(0);
        var largest = pivot;
        for (var row = pivot + 1; row < size; row++)
        {
            largest = Math.Abs(system[row, pivot]) > Math.Abs(system[largest, pivot]) ? row : largest;
        }

        for (var column = 0; largest != pivot && column <= size; column++)
        {
            (system[pivot, column], system[largest, column]) = (system[largest, column], system[pivot, column]);
        }
    }
}
