using System.Globalization;
using System.Text;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Programmes;

namespace Tamiz.Trials;

/// <summary>Programmes with tampered, missing, stale and repeated summaries: exactly those are named, and the roll-up is that of the others.</summary>
public sealed class ProgrammeTrial : Trial
{
    /// <inheritdoc/>
    public override string Name => "programme";

    /// <inheritdoc/>
    public override string Purpose => "SIZE programmes of 24 administrations: exactly the tampered and missing are named, and the roll-up is that of the others";

    /// <inheritdoc/>
    public override long FullSize => 200;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        var met = ProgrammeWay.Others.ToDictionary(way => way.Name, _ => 0L, StringComparer.Ordinal);
        var (files, figures, hidden) = (0L, 0L, 0L);
        for (var seed = 0; seed < size; seed++)
        {
            using var world = new ProgrammeWorld(seed);
            var plans = ProgrammeWorld.Rounds.Select((_, round) => Plan.Of(world, round)).ToList();
            foreach (var way in plans.SelectMany(plan => plan.Ways.Values).Where(way => way != ProgrammeWay.Honest))
            {
                met[way.Name]++;
            }

            var results = Check(world, plans, seed);
            files += results[0].Files.Count;
            var rolled = results.SelectMany(result => result.Levels.Concat(result.Changes)).ToList();
            figures += rolled.Count;
            hidden += rolled.Count(figure => figure.Disclosure is Disclosure.TooFew or Disclosure.Complementary);
        }

        var report = Report(size, met, (files, figures, hidden));
        say(report);
        return report;
    }

    private static List<ProgrammeResult> Check(ProgrammeWorld world, List<Plan> plans, int seed)
    {
        var diagnostics = new List<Diagnostic>();
        var programme = ProgrammeReader.Read(world.Members(), "members.yaml", diagnostics);
        Demand(diagnostics.Count == 0, seed, "members.yaml: " + diagnostics.FirstOrDefault());
        var expected = plans.SelectMany(plan => plan.Files).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var received = Intake.Take(programme, expected.Values.Select(file => new ProgrammeFile(file.Name, file.Expected.Content)), ProgrammeWorld.Today);
        var wrong = received.Where(file => file.State != expected[file.Name].Expected.State).Select(file => $"{file.Name} is {file.State}: {file.Problem}").ToList();
        Demand(wrong.Count == 0 && received.Count == expected.Count, seed, string.Join('\n', wrong));

        var reckoning = new ProgrammeReckoning(world);
        var results = programme.Rounds.Select(round => ProgrammeResult.Of(programme, round, received)).ToList();
        for (var round = 0; round < plans.Count; round++)
        {
            var (plan, result) = (plans[round], results[round]);
            Demand(result.Members.All(one => one.State == plan.Ways[one.Member.Code].State), seed, "a member stands otherwise");
            var differences = reckoning.Differences(result.Levels, (code, factor, measure) => plan.Value(code, factor, measure)).ToList();
            Demand(differences.Count == 0, seed, string.Join('\n', differences));
        }

        var changes = reckoning.Differences(results[1].Changes, (code, factor, measure) => plans[1].Value(code, factor, measure) - plans[0].Value(code, factor, measure)).ToList();
        Demand(changes.Count == 0, seed, "changes: " + string.Join('\n', changes));
        return results;
    }

    private static void Demand(bool holds, int seed, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {otherwise}"));
        }
    }

    private static string Report(long size, Dictionary<string, long> met, (long Files, long Figures, long Hidden) counts)
    {
        var report = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"# Programmes of many administrations\n\nCommand: `./tamiz trial programme {size}`. .NET {Environment.Version}.\n\n"));
        report.Append(CultureInfo.InvariantCulture, $"{size} simulated programmes, each of {new ProgrammeWorld(0).Codes.Count} administrations in five regions over two rounds, with keys over P-256: {counts.Files} files. Exactly the files that\nwere tampered with, stale, repeated or of nobody were named as such, and every member stood as it should.\n\n");
        report.Append(CultureInfo.InvariantCulture, $"{counts.Figures} figures were the same as an independent computation from what the honest files meant to say; {counts.Hidden} of them were withheld, so that\nnone rested on fewer than 3 administrations, nor could be worked out from the total.\n\n| what was done to a member's files of a round | times |\n|---|---|\n");
        foreach (var (name, times) in met)
        {
            report.Append(CultureInfo.InvariantCulture, $"| {name} | {times} |\n");
        }

        return report.ToString();
    }

    /// <summary>What each member's files of a round are like.</summary>
    private sealed record Plan(Dictionary<string, ProgrammeWay> Ways, List<(string Name, ProgrammeExpectation Expected)> Files)
    {
        public static Plan Of(ProgrammeWorld world, int round)
        {
            var ways = world.Codes.ToDictionary(code => code, _ => world.Next(3) == 0 ? ProgrammeWay.Others[world.Next(ProgrammeWay.Others.Count)] : ProgrammeWay.Honest, StringComparer.Ordinal);
            var honest = world.Codes.Select(code => world.Honest(code, round)).ToList();
            var files = honest.SelectMany((own, index) => ways[own.Member].Files(new ProgrammeScene(world, round, own, honest[(index + 1) % honest.Count]))
                .Select((expected, number) => (string.Create(CultureInfo.InvariantCulture, $"{ProgrammeWorld.Rounds[round].Id}/{own.Member}-{number}.json"), expected)));
            return new Plan(ways, [.. files]);
        }

        // Not a number where the member has none. The shares are those that the measures' names promise.
        public double Value(string code, Factor factor, string measure)
        {
            var figures = Files.Select(file => file.Expected.Summary).FirstOrDefault(summary => summary?.Member == code)?.Factors[factor.Number - 1];
            return measure switch
            {
                "assessment" => (double?)figures?.Assessment?.Level,
                "officials" => (double?)figures?.Officials?.Index,
                "private-sector" => (double?)figures?.PrivateSector?.Index,
                "actions-done" => figures?.Actions is { } actions ? Share(actions.Done, actions.Planned + actions.UnderWay + actions.Done) : null,
                _ => figures?.Indicators is { } indicators ? Share(indicators.OnTarget, indicators.Measured) : null,
            } ?? double.NaN;
        }

        private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round(10000.0 * part / whole) / 100;
    }
}
