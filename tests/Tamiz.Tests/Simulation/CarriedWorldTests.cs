using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Xunit;

namespace Tamiz.Tests.Simulation;

/// <summary>A month of a simulated country, with amendments, is one and the same from CSV, Parquet and JSON.</summary>
public sealed class CarriedWorldTests(CarriedWorld world) : IClassFixture<CarriedWorld>
{
    private static readonly string[] Carriers = ["csv", "parquet", "jsonl"];

    [Fact]
    public void Assessing_gives_the_same_bytes_whatever_carries_what_is_learnt_and_what_is_judged()
    {
        (string Learn, string Judge)[] ways = [.. Carriers.Select(carrier => (carrier, carrier)), ("parquet", "jsonl")];
        var lanes = ways.Select((way, i) =>
        {
            var output = world.Beside($"lanes{i}.csv");
            var run = CarriedWorld.Run("assess", world.Month(2, way.Judge), "--learn", world.Month(1, way.Learn), "--home", world.Settings, "--out", output, "--seed", "7");
            Assert.True(run.Exit == 0, run.Errors);
            return (File.ReadAllText(output), run.Json.GetProperty("weights").GetString(), run.Json.GetProperty("read").GetInt64());
        }).ToList();
        Assert.True(lanes[0].Item3 > 1500);
        Assert.Single(lanes.Distinct());
    }

    [Fact]
    public void History_that_one_carrier_brought_is_known_whole_when_the_others_bring_it()
    {
        Assert.Contains(File.ReadLines(world.Month(1, "csv")), line => line.Split(',')[3] == "2");
        foreach (var order in new[] { Carriers, [.. Carriers.Reverse()] })
        {
            var home = world.NewHome("history-" + order[0]);
            var first = Import(home, order[0]);
            Assert.Equal((first.Read, first.Read, 0L, 0L), (first.Read, first.Taken, first.Known, first.Refused));
            Assert.True(first.Findings > 10);
            foreach (var again in order[1..])
            {
                Assert.Equal((first.Read, 0L, first.Read, 0L, 0L), Import(home, again));
            }
        }
    }

    [Fact]
    public void Live_declarations_are_weighed_and_given_lanes_alike_in_homes_of_the_same_seeds()
    {
        world.OpenADay();
        var ledgers = Carriers.Select(carrier =>
        {
            var home = world.NewHome("live-" + carrier);
            var live = Import(home, carrier, "--live");
            Assert.Equal((live.Read, 0L, 0L), (live.Taken, live.Known, live.Refused));
            using var view = HomeView.Open(home, []);
            return view.Ledger.Read().Select(entry => entry.Read()).ToList();
        }).ToList();
        Assert.Contains(ledgers[0], record => record is DeclarationAmended);
        Assert.True(ledgers[0].OfType<LaneGiven>().Select(lane => lane.Lane).Distinct().Count() > 1);
        Assert.All(ledgers[1..], ledger => Assert.Equal(Texts(ledgers[0]), Texts(ledger)));
    }

    // All but what names the file.
    private static List<string> Texts(IEnumerable<LedgerRecord> ledger)
    {
        var writer = new RecordWriter();
        return [.. ledger.Where(record => record is not (FileImported or CheckpointMade)).Select(record =>
        {
            writer.Clear();
            record.Write(writer);
            return $"{record.GetType().Name} {Convert.ToHexString(writer.Written)}";
        })];
    }

    private (long Read, long Taken, long Known, long Refused, long Findings) Import(string home, string carrier, params string[] more)
    {
        var (exit, json, errors) = CarriedWorld.Run(["import", world.Month(1, carrier), "--home", home, .. more]);
        Assert.True(exit == 0, errors + json);
        long Count(string name) => json.GetProperty(name).GetInt64();
        return (Count("read"), Count("taken"), Count("known"), Count("refused"), Count("findings"));
    }
}
