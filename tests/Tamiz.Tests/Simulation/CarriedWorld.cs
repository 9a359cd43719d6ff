using System.Globalization;
using System.Text.Json;
using Tamiz.Storage.Homes;
using Tamiz.Tests.Homes;
using Xunit;
using Program = Tamiz.Cli.Program;

namespace Tamiz.Tests.Simulation;

/// <summary>Two months of a simulated country, all declarations in each carrier, and what an officer does with them.</summary>
public sealed class CarriedWorld : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-carried-");

    public CarriedWorld()
    {
        Assert.Equal(0, Run("simulate", "world", "--country", "islet", "--size", "12000", "--months", "2", "--json-share", "1", "--out", Beside("world")).Exit);
        Assert.Equal(0, Run("init", Beside("founded"), "--from", Settings, "--simulated", "2025-01-01").Exit);
    }

    /// <summary>The settings that the world brings for a home.</summary>
    public string Settings => Path.Combine(Beside("world"), "home");

    public void Dispose() => _folder.Delete(recursive: true);

    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    public string Month(int month, string carrier) => Path.Combine(Beside("world"), "declarations", string.Create(CultureInfo.InvariantCulture, $"2025-{month:00}.{carrier}"));

    /// <summary>A home with nothing in it; those made after a day was opened share its secret seed.</summary>
    public string NewHome(string name)
    {
        TestHome.Copy(Beside("founded"), Beside(name));
        return Beside(name);
    }

    /// <summary>Opens a day at every office that lasts all of the first month.</summary>
    public void OpenADay()
    {
        using var home = LiveHome.Open(Beside("founded"), TimeProvider.System, []);
        foreach (var office in File.ReadLines(Month(1, "csv")).Skip(1).Select(line => line.Split(',')[0]).Distinct())
        {
            new OfficeDays(home).Open(office, new DateOnly(2025, 1, 31), "");
        }
    }

    /// <summary>Runs a command in this process.</summary>
    public static (int Exit, JsonElement Json, string Errors) Run(params string[] command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var exit = Program.Run([.. command, "--json"], output, errors, TimeProvider.System);
        var json = output.ToString();
        return (exit, json.StartsWith('{') ? JsonDocument.Parse(json).RootElement : default, errors.ToString());
    }
}
