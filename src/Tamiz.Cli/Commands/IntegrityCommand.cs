using System.CommandLine;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity: the integrity strategy, from self-assessment to results.</summary>
internal static class IntegrityCommand
{
    public static Command Create(TimeProvider clock) => new("integrity", "The integrity strategy on the ten factors of the Revised Arusha Declaration")
    {
        IntegrityAssessCommand.Create(clock),
        IntegritySurveyCommand.Create(clock),
        IntegrityRisksCommand.Create(clock),
        IntegrityStrategyCommand.Create(clock),
        IntegrityReportCommand.Create(clock),
        IntegritySummaryCommand.Create(clock),
        IntegrityProgrammeCommand.Create(clock),
    };
}
