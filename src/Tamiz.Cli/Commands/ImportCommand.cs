using System.CommandLine;
using System.Globalization;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz import: brings the declarations of files into a home.</summary>
internal static class ImportCommand
{
    public static Command Create(TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "files of declarations: CSV, JSON or Parquet", Arity = ArgumentArity.OneOrMore };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (default mapping.yaml in the home)" };
        var live = new Option<bool>("--live") { Description = "decide on each declaration as it comes; without it the files are history" };
        var receipts = new Option<string?>("--receipts") { Description = "append identity, version, record and lane of each declaration to this file once it is acknowledged" };
        var threads = new Option<int>("--threads") { Description = "threads; the lanes are the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = LiveSession.Acting(new Command("import", "Bring declarations into a home: history with its findings, or live ones that get a lane") { files, mapping, CommonOptions.Format, live, receipts, threads });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            var path = parsed.GetValue(mapping) ?? Path.Combine(session.Home.Folder, "mapping.yaml");
            if (!File.Exists(path))
            {
                session.Terminal.Complain($"No mapping: «{path}» does not exist; name one with --mapping.");
                return Terminal.WrongUsage;
            }

            if (!CommonOptions.TryFormat(parsed, session.Terminal, out var format))
            {
                return Terminal.WrongUsage;
            }

            using var receipt = parsed.GetValue(receipts) is { } file ? new StreamWriter(file, append: true) { AutoFlush = true } : null;
            var request = new ImportRequest(parsed.GetValue(files)!, path, parsed.GetValue(live), Math.Clamp(parsed.GetValue(threads), 1, 256)) { Format = format };
            var (outcome, unusable, code) = ImportAction.Run(session, request, receipt is null ? null : Write);
            if (outcome is not null)
            {
                ImportReport.Give(session, outcome, unusable);
            }

            return code;

            void Write(Receipt one) => receipt.Write(string.Create(CultureInfo.InvariantCulture, $"{one.Identity},{one.Version},{one.Sequence},{one.Lane}\n"));
        }));
        return command;
    }
}
