using System.CommandLine;
using System.Globalization;
using Tamiz.Formats.Mappings;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz import: brings the declarations of files into a home.</summary>
internal static class ImportCommand
{
    private const int MostSaid = 1000;

    public static Command Create(TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "CSV files of declarations", Arity = ArgumentArity.OneOrMore };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (default mapping.yaml in the home)" };
        var live = new Option<bool>("--live") { Description = "decide on each declaration as it comes; without it the files are history" };
        var receipts = new Option<string?>("--receipts") { Description = "append identity, version, record and lane of each declaration to this file once it is acknowledged" };
        var threads = new Option<int>("--threads") { Description = "threads; the lanes are the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = LiveSession.Acting(new Command("import", "Bring declarations into a home: history with its findings, or live ones that get a lane") { files, mapping, live, receipts, threads });
        command.SetAction(parsed => LiveSession.Run(parsed, clock, null, session =>
        {
            var path = parsed.GetValue(mapping) ?? Path.Combine(session.Home.Folder, "mapping.yaml");
            if (!File.Exists(path))
            {
                session.Terminal.Complain($"No mapping: «{path}» does not exist; name one with --mapping.");
                return Terminal.WrongUsage;
            }

            using var receipt = parsed.GetValue(receipts) is { } file ? new StreamWriter(file, append: true) { AutoFlush = true } : null;
            return Run(session, (parsed.GetValue(files)!, path, receipt), parsed.GetValue(live), Math.Clamp(parsed.GetValue(threads), 1, 256));
        }));
        return command;
    }

    private static int Run(LiveSession session, (string[] Files, string Mapping, StreamWriter? Receipts) paths, bool live, int threads)
    {
        var (files, mappingPath, receipts) = paths;
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(mappingPath), mappingPath, diagnostics);
        if (session.Terminal.Report(diagnostics))
        {
            return Terminal.WrongUsage;
        }

        diagnostics.Clear();
        var settings = session.Home.State.Course!.Home;
        using var input = InputSet.Open(files, mapping, settings.Zones, withGoods: false, threads, diagnostics);
        session.Terminal.Report(diagnostics);
        if (input.Files.Count == 0)
        {
            return Terminal.FoundProblems;
        }

        var quarantine = Path.Combine(session.Home.Folder, "quarantine", $"{session.Home.Log.Records}-{Path.GetFileNameWithoutExtension(input.Files[0].Path)}.csv");
        var import = new HomeImport(session.Home, session.Person, threads) { Acknowledged = receipts is null ? null : Write };
        var said = new List<Diagnostic>();
        var outcome = live ? import.Live(input, quarantine, Hear) : import.History(input, quarantine, Hear);
        session.Terminal.Report(said);
        var digest = Hash.Of(input.Files.SelectMany(file => DigestOf(file.Path)).ToArray());
        session.Home.Record(new FileImported(
            session.Home.Now, session.Person, string.Join(", ", input.Files.Select(file => Path.GetFileName(file.Path))), digest,
            Hash.Of(File.ReadAllBytes(mappingPath)), outcome.Tally.Read, outcome.Tally.Taken, outcome.Tally.Known, outcome.Tally.Refused));
        session.CatchUp();
        ImportReport.Give(session, outcome, input.Unusable);
        return outcome.Tally.Refused > 0 || input.Unusable > 0 ? Terminal.FoundProblems : Terminal.Fine;

        void Write(Receipt one) => receipts.Write(string.Create(CultureInfo.InvariantCulture, $"{one.Identity},{one.Version},{one.Sequence},{one.Lane}\n"));

        // A file can give occasion to say the same of each of its rows.
        void Hear(Diagnostic diagnostic)
        {
            if (said.Count < MostSaid)
            {
                said.Add(diagnostic);
            }
        }
    }

    private static byte[] DigestOf(string path)
    {
        using var stream = File.OpenRead(path);
        return System.Security.Cryptography.SHA256.HashData(stream);
    }
}
