using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Models;

/// <summary>
/// A calibrated additive model of one risk area: log-odds = calibrated base + Σ calibrated weight × signal. A snapshot: never
/// changed, named by the hash of its numbers.
/// </summary>
public sealed class AdditiveModel
{
    /// <summary>A model from its parts.</summary>
    /// <param name="area">Risk area.</param>
    /// <param name="signals">Codes of the signals, in the order of the weights.</param>
    /// <param name="weights">Log-odds for each unit of a signal, before calibration.</param>
    /// <param name="bias">Log-odds where all signals are 0, before calibration.</param>
    /// <param name="calibration">What turns them into calibrated log-odds.</param>
    /// <param name="training">What it was fitted on; null for expert weights.</param>
    public AdditiveModel(string area, IReadOnlyList<string> signals, double[] weights, double bias, Calibration calibration, TrainingSummary? training)
    {
        Area = area;
        Signals = signals;
        Weights = [.. weights.Select(weight => weight * calibration.Slope)];
        Base = (bias * calibration.Slope) + calibration.Intercept;
        Calibration = calibration;
        Training = training;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));
    }

    /// <summary>Risk area that the model is of.</summary>
    public string Area { get; }

    /// <summary>Codes of the signals.</summary>
    public IReadOnlyList<string> Signals { get; }

    /// <summary>Calibrated log-odds for each unit of a signal.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Calibrated log-odds where all signals are 0.</summary>
    public double Base { get; }

    /// <summary>The calibration that weights and base already contain.</summary>
    public Calibration Calibration { get; }

    /// <summary>What the weights were fitted on; null where they are the experts' alone.</summary>
    public TrainingSummary? Training { get; }

    /// <summary>SHA-256 of area, base, and signals with their weights, in hexadecimal.</summary>
    public string Hash { get; }

    private string Canonical()
    {
        var text = new StringBuilder().Append(Area).Append('\n').Append(Base.ToString("R", CultureInfo.InvariantCulture));
        for (var i = 0; i < Signals.Count; i++)
        {
            text.Append('\n').Append(Signals[i]).Append(' ').Append(Weights[i].ToString("R", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
