using Tamiz.Simulation;
using Tamiz.Simulation.Examining;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Xunit;

namespace Tamiz.Tests.Simulation;

public sealed class PolicyExamTests
{
    private readonly PolicyExam _exam;
    private readonly LegacyPolicy _twin;
    private readonly Recording _inForce;

    public PolicyExamTests()
    {
        var plan = WorldPlanReader.Read("islet", null, [])!;
        var settings = new WorldSettings(7, 4, 20_000, new DateOnly(2025, 1, 1));
        var world = SimulatedWorld.Begin(plan.Pack, plan.Goods, plan.Schemes, settings, 2);
        _twin = new LegacyPolicy(plan.Pack, plan.Goods);
        _inForce = new Recording(new LegacyPolicy(plan.Pack, plan.Goods), new DateOnly(2025, 4, 1));
        _exam = new PolicyExam(_inForce, [_twin], new DateOnly(2025, 4, 1));
        while (!world.Ended)
        {
            _exam.Add(world.Step(_exam), world.State.Schemes);
        }
    }

    [Fact]
    public void A_twin_of_the_policy_in_force_brings_nearly_what_that_one_does()
    {
        // The twin hears nothing of the month's findings, so that it is not the same to the last choice.
        var (own, twin) = (_exam.Judge(_inForce.Red), _exam.Judge(_twin, _inForce.Red));
        Assert.True(own.Examined > 30);
        Assert.Equal(own.Examined, twin.Examined);
        Assert.InRange(twin.Hits, own.Hits * 0.5, (own.Hits * 1.5) + 3);
    }

    [Fact]
    public void Nobody_finds_more_of_what_is_prohibited_or_more_money_than_who_knows_the_truth()
    {
        var oracle = _exam.Judge(new OraclePolicy(_exam.TruthOf), _inForce.Red);
        foreach (var other in new[] { _exam.Judge(_inForce.Red), _exam.Judge(new ValueOrderPolicy(), _inForce.Red), _exam.Judge(new RandomPolicy(), _inForce.Red), _exam.JudgeDraws(_inForce.Red) })
        {
            Assert.Equal(oracle.NonFiscal, other.NonFiscal);
            Assert.True(oracle.NonFiscalFound >= other.NonFiscalFound);
            Assert.True(oracle.Recovered + (oracle.NonFiscal * 1e6) >= other.Recovered);
            Assert.True(oracle.Hits > other.Hits);
        }
    }

    [Fact]
    public void The_mean_of_draws_is_the_share_of_what_could_be_found()
    {
        var all = _exam.Judge(_inForce.All);
        var draws = _exam.JudgeDraws(_inForce.All);
        Assert.Equal(_exam.Declarations, all.Examined);
        Assert.Equal(all.Hits, draws.Hits, 6);
        Assert.Equal(all.Recovered, draws.Recovered, all.Recovered * 1e-9);
        Assert.Equal(_inForce.Red.Count, _exam.JudgeDraws(_inForce.Red).Examined, 6);
        Assert.InRange(_exam.JudgeDraws(_inForce.Red).Hits, 0, all.Hits);
    }

    /// <summary>Notes what it is shown and what it examines from a date on.</summary>
    private sealed class Recording(ISelectionPolicy inner, DateOnly from) : ISelectionPolicy
    {
        public HashSet<string> Red { get; } = new(StringComparer.Ordinal);

        public HashSet<string> All { get; } = new(StringComparer.Ordinal);

        public string Name => inner.Name;

        public void Choose(OfficeDay day, Span<LaneChoice> choices)
        {
            inner.Choose(day, choices);
            for (var i = 0; i < choices.Length && day.Date >= from; i++)
            {
                All.Add(day.Declarations[i].Id);
                if (choices[i].Lane == Lane.Red)
                {
                    Red.Add(day.Declarations[i].Id);
                }
            }
        }

        public void Learn(KnownFinding finding) => inner.Learn(finding);
    }
}
