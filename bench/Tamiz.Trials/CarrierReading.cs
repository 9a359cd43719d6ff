using System.Diagnostics;
using System.Globalization;
using Tamiz.Formats.Mappings;
using Tamiz.Storage;

namespace Tamiz.Trials;

/// <summary>Reads a file of declarations to its end, in this process or in one of its own, whose memory nothing else has touched.</summary>
internal static class CarrierReading
{
    /// <summary>Its name on the command line of the trials.</summary>
    public const string Name = "carrier-reading";

    /// <summary>The mapping of the files.</summary>
    public static Mapping Mapping { get; } = Mapping.Read(File.ReadAllText(RepeatedDeclarations.Mapping), RepeatedDeclarations.Mapping, []) with { RowIsItem = true };

    /// <summary>Microseconds an item.</summary>
    /// <exception cref="InvalidOperationException">A row was not taken.</exception>
    public static double Run(string path, long rows, int threads)
    {
        var diagnostics = new List<Diagnostic>();
        using var input = InputSet.Open([path], Mapping, TimeZoneInfo.Utc, withGoods: false, threads, diagnostics);
        var watch = Stopwatch.StartNew();
        var tally = input.Run(
            static (declarations, counted, quarantine) =>
            {
                _ = declarations.Count();
                return counted;
            },
            null,
            static _ => { });
        return tally.Taken == rows ? watch.Elapsed.TotalMicroseconds / rows
            : throw new InvalidOperationException($"{path}: taken {tally.Taken}, known {tally.Known}, refused {tally.Refused} of {rows} rows; {string.Join(' ', diagnostics)}");
    }

    /// <summary>Peak of the working set, in bytes, of a process that does nothing else.</summary>
    public static long PeakMemory(string path, long rows)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CarrierReading).Assembly.Location, Name, path, rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var reader = Process.Start(start) ?? throw new InvalidOperationException("no reader");
        var said = reader.StandardOutput.ReadToEnd();
        reader.WaitForExit();
        return reader.ExitCode == 0 ? long.Parse(said, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"{path}: the reader ended with {reader.ExitCode}");
    }

    /// <summary>Reads on all cores and says the peak of the working set.</summary>
    public static void RunApart(string path, long rows)
    {
        Run(path, rows, Environment.ProcessorCount);
        using var process = Process.GetCurrentProcess();
        Console.Out.WriteLine(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }
}
