using System.Diagnostics;
using System.Globalization;

namespace Tamiz.Trials;

/// <summary>The tool, run as a process of its own, or within this one.</summary>
public static class Tool
{
    /// <summary>Path of the tool.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Tamiz.Cli.dll");

    private static readonly string Runtime = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Starts the tool as a process.</summary>
    /// <param name="before">Words before its command line, as of a program that runs it; empty for none.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">What differs in its environment.</param>
    public static Process Start(IReadOnlyList<string> before, IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        string[] line = [.. before, Runtime, Program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("the tool does not start");
    }

    /// <summary>Runs the tool to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">What differs in its environment.</param>
    public static ToolResult Run(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        using var process = Start([], arguments, environment);
        return Finish(process, static _ => { });
    }

    /// <summary>Reads what a process says, does something meanwhile, and waits for its end.</summary>
    public static ToolResult Finish(Process process, Action<Process> meanwhile)
    {
        var watch = Stopwatch.StartNew();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        meanwhile(process);
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult(), watch.Elapsed);
    }

    /// <summary>Runs the tool within this process.</summary>
    public static ToolResult Within(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        var code = Cli.Program.Run(arguments, output, errors, TimeProvider.System);
        return new ToolResult(code, output.ToString(), errors.ToString(), watch.Elapsed);
    }
}
