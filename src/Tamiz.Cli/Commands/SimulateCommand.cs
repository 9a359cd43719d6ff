using System.CommandLine;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz simulate: an invented administration whose truth is known.</summary>
internal static class SimulateCommand
{
    public static Command Create() => new("simulate", "Make an invented administration whose truth is known")
    {
        SimulateWorldCommand.Create(), SimulateCheckCommand.Create(), SimulateReportCommand.Create(),
    };
}
