using System.CommandLine;
using System.CommandLine.Help;
using Tamiz.Cli.Commands;

namespace Tamiz.Cli;

/// <summary>The command tamiz.</summary>
public static class Program
{
    /// <summary>Runs a command line.</summary>
    /// <returns>0 fine; 1 the work found problems that it names; 2 wrong usage.</returns>
    public static int Main(string[] args) => Run(args, Console.Out, Console.Error, TimeProvider.System);

    /// <summary>Runs a command line with the given writers and clock.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        var root = new RootCommand("Tamiz weighs declarations, chooses the control within the capacity there is, and says why.")
        {
            DemoCommand.Create(clock),
            InitCommand.Create(clock),
            ImportCommand.Create(clock),
            AssessCommand.Create(clock),
            ExplainCommand.Create(clock),
            EvaluateCommand.Create(clock),
            ModelCommand.Create(clock),
            DayCommand.Create(clock),
            ReplayCommand.Create(clock),
            HomeCommand.Create(clock),
            VerifyCommand.Create(clock),
            IntegrityCommand.Create(clock),
            SimulateCommand.Create(),
        };
        if (!ReferenceEquals(output, Console.Out))
        {
            // Help is wrapped at the width of the console only where it is written there.
            root.Options.Select(option => option.Action).OfType<HelpAction>().Single().MaxWidth = int.MaxValue;
        }

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = output, Error = errors };
        var code = parsed.Invoke(configuration);
        return parsed.Errors.Count > 0 ? Terminal.WrongUsage : code;
    }
}
