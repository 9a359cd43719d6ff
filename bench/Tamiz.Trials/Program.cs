namespace Tamiz.Trials;

/// <summary>Trials that take too long for every run of the tests: ./tamiz trial NAME.</summary>
public static class Program
{
    private static readonly Trial[] Trials =
    [
        new ThroughputTrial(), new FuzzTrial("csv"), new FuzzTrial("json"), new FuzzTrial("parquet"), new VerifyTrial(), new LedgerTrial(), new ProjectionTrial(), new StoresCrashTrial(), new StoresSpeedTrial(),
        new HomeCrashTrial(), new HomeFaultTrial(), new ReplayTrial(), new CarriersTrial(), new WorldTrial(), new ReidentifyTrial(),
    ];

    public static int Main(string[] args)
    {
        if (args is [StoresWriter.Name, var home, var steps])
        {
            StoresWriter.Run(home, int.Parse(steps, System.Globalization.CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is [CarrierReading.Name, var file, var rows])
        {
            CarrierReading.RunApart(file, long.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
            return 0;
        }

        var named = Trials.FirstOrDefault(trial => args.Length > 0 && trial.Name == args[0]);
        if (named is null)
        {
            Console.Error.WriteLine("./tamiz trial NAME [SIZE], where NAME is");
            foreach (var trial in Trials)
            {
                Console.Error.WriteLine($"  {trial.Name,-12} {trial.Purpose}");
            }

            return args.Length == 0 ? 0 : 2;
        }

        var size = args.Length > 1 ? long.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : named.FullSize;
        var report = named.Run(size, Console.WriteLine);
        var path = Path.Combine("docs", "trials", $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}-{named.Name}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, report);
        Console.WriteLine($"Written: {path}");
        return 0;
    }
}
