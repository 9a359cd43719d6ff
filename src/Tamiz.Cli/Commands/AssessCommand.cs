using System.CommandLine;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz assess: lanes and reasons for the declarations of files. Writes nothing to the home.</summary>
internal static class AssessCommand
{
    public static Command Create(TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "files of declarations: CSV, JSON or Parquet", Arity = ArgumentArity.OneOrMore };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (YAML)" };
        var output = new Option<string?>("--out") { Description = "write lanes and reasons to this .csv or .parquet file" };
        var learn = new Option<string[]>("--learn") { Description = "files with findings to learn from first", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var seed = new Option<long>("--seed") { Description = "number from which the draws are made", DefaultValueFactory = _ => Seeds.Default };
        var threads = new Option<int>("--threads") { Description = "threads; the result is the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("assess", "Give the declarations of files a risk, a lane and reasons")
        {
            files, mapping, output, learn, seed, threads, CommonOptions.Format, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (parsed.GetValue(threads) is < 1 or > 256)
            {
                terminal.Complain("--threads is 1 to 256.");
                return Terminal.WrongUsage;
            }

            if (!CommonOptions.TryLanguage(parsed, terminal, out var language) || !CommonOptions.TryFormat(parsed, terminal, out var format)
                || Session.Open(terminal, CommonOptions.HomeOf(parsed), parsed.GetValue(mapping), clock) is not { } session)
            {
                return Terminal.WrongUsage;
            }

            var request = new AssessRequest(parsed.GetValue(files)!, parsed.GetValue(learn)!, parsed.GetValue(output), parsed.GetValue(seed), parsed.GetValue(threads));
            return AssessAction.Run(terminal, session.In(format), request, language);
        });
        return command;
    }
}
