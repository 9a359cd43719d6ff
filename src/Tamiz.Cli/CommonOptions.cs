using System.CommandLine;

namespace Tamiz.Cli;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Home { get; } = new("--home") { Description = "the administration's home (default ./home where it exists)" };

    public static Option<bool> Json { get; } = new("--json") { Description = "print one JSON object" };

    public static Terminal Terminal(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(Json));
}
