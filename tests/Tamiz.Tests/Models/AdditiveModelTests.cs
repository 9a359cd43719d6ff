using CsCheck;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.Models;

public sealed class AdditiveModelTests
{
    private static readonly string[] Signals = ["a", "b", "c", "d"];

    [Fact]
    public void The_hash_changes_with_any_weight_the_bias_the_area_and_a_signal() =>
        Gen.Select(Gen.Double[-2, 2].Array[4], Gen.Int[0, 3], Gen.Double[-5, 5]).Sample((weights, changed, bias) =>
        {
            var model = Model(weights, bias);
            Assert.Equal(model.Hash, Model([.. weights], bias).Hash);
            Assert.NotEqual(model.Hash, Model([.. weights.Select((weight, i) => i == changed ? Math.BitIncrement(weight) : weight)], bias).Hash);
            Assert.NotEqual(model.Hash, Model(weights, Math.BitIncrement(bias)).Hash);
            Assert.NotEqual(model.Hash, new AdditiveModel("other", Signals, weights, bias, Calibration.None, null).Hash);
            Assert.NotEqual(model.Hash, new AdditiveModel("revenue", [.. Signals.Select((code, i) => i == changed ? "x" : code)], weights, bias, Calibration.None, null).Hash);
        });

    [Fact]
    public void Weights_and_base_contain_the_calibration()
    {
        var model = new AdditiveModel("revenue", Signals, [1, -2, 0, 0.5], -3, new Calibration(0.5, 0.25), null);
        Assert.Equal([0.5, -1, 0, 0.25], model.Weights);
        Assert.Equal(-1.25, model.Base);
    }

    private static AdditiveModel Model(double[] weights, double bias) => new("revenue", Signals, weights, bias, Calibration.None, null);
}
