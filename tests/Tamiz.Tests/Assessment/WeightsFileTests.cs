using CsCheck;
using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.History;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.Assessment;

public sealed class WeightsFileTests
{
    private static readonly IReadOnlyList<Indicator> All = Indicators.Of(new FactCatalogue(KeySet.Create([], "", [])));

    [Fact]
    public void The_snapshot_comes_back_bit_for_bit() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[All.Count], Gen.Double[-20, 20], Gen.Double[0.1, 3], Gen.Bool).Sample((weights, bias, slope, trained) =>
        {
            var training = trained ? new TrainingSummary(1000, 70, new(2025, 1, 1), new(2025, 12, 31), new(2025, 10, 1)) : null;
            var model = new AdditiveModel("revenue", [.. All.Select(indicator => indicator.Code)], weights, bias, new Calibration(slope, 0.5), training);
            var diagnostics = new List<Diagnostic>();
            var again = WeightsFile.Read(WeightsFile.Write(model), "weights.yaml", All, diagnostics);
            Assert.Empty(diagnostics);
            Assert.Equal(model.Hash, again!.Hash);
            Assert.Equal(model.Weights, again.Weights);
            Assert.Equal(model.Training, again.Training);
        });

    [Theory]
    [InlineData("area: revenue", "area:", "TZ0103")]
    [InlineData("base: -3", "base: NaN", "TZ0104")]
    [InlineData("base: -3", "base: 1e999", "TZ0104")]
    [InlineData("base: -3", "", "TZ0522")]
    [InlineData("base: -3", "base: -3\nbonus: 1", "TZ0102")]
    [InlineData("weights:\n", "weights:\n  findings.nobody: 1\n", "TZ0521")]
    [InlineData("  {0}: 0.5\n", "", "TZ0522")]
    [InlineData("  {0}: 0.5\n", "  {0}: much\n", "TZ0104")]
    [InlineData("training: {{items: 5", "training: {{items: -5", "TZ0104")]
    [InlineData("weights:", "weights: [", "TZ0101")]
    public void What_is_wrong_is_named_with_its_place(string right, string wrong, string code)
    {
        var text = "area: revenue\nbase: -3\ntraining: {items: 5, hits: 1, from: 2025-01-01, to: 2025-02-01, calibratedFrom: 2025-01-20}\nweights:\n"
            + string.Concat(All.Select(indicator => $"  {indicator.Code}: 0.5\n"));
        var diagnostics = new List<Diagnostic>();
        Assert.NotNull(WeightsFile.Read(text, "weights.yaml", All, diagnostics));
        Assert.Empty(diagnostics);
        var broken = text.Replace(Filled(right), Filled(wrong), StringComparison.Ordinal);
        Assert.NotEqual(text, broken);
        Assert.Null(WeightsFile.Read(broken, "weights.yaml", All, diagnostics));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code);
        Assert.All(diagnostics, diagnostic => Assert.Equal("weights.yaml", diagnostic.Where.File));
    }

    private static string Filled(string pattern) => pattern.Replace("{0}", All[0].Code, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal);
}
