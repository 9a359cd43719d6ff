using System.Security.Cryptography;
using Tamiz.Formats.Mappings;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli;

/// <summary>Brings the declarations of files into a home, records that, and brings what is made from the ledger up to date.</summary>
internal static class ImportAction
{
    private const int MostSaid = 1000;

    /// <summary>Imports; what is wrong is said.</summary>
    /// <param name="session">The home, and who acts.</param>
    /// <param name="request">What to import.</param>
    /// <param name="acknowledged">Called with each declaration once it is acknowledged; null for nobody.</param>
    /// <returns>What came of it, with the files that could not be used; null where nothing could be imported, with the exit code.</returns>
    public static (ImportOutcome? Outcome, int Unusable, int Code) Run(LiveSession session, ImportRequest request, Action<Receipt>? acknowledged)
    {
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(request.Mapping), request.Mapping, diagnostics);
        if (session.Terminal.Report(diagnostics))
        {
            return (null, 0, Terminal.WrongUsage);
        }

        diagnostics.Clear();
        var settings = session.Home.State.Course!.Home;
        using var input = InputSet.Open(request.Files, mapping with { Format = request.Format ?? mapping.Format }, settings.Zones, withGoods: false, request.Threads, diagnostics);
        session.Terminal.Report(diagnostics);
        if (input.Files.Count == 0)
        {
            return (null, input.Unusable, Terminal.FoundProblems);
        }

        var quarantine = Path.Combine(session.Home.Folder, "quarantine", $"{session.Home.Log.Records}-{Path.GetFileNameWithoutExtension(input.Files[0].Path)}.csv");
        var import = new HomeImport(session.Home, session.Person, request.Threads) { Acknowledged = acknowledged };
        var said = new List<Diagnostic>();
        var outcome = request.Live ? import.Live(input, quarantine, Hear) : import.History(input, quarantine, Hear);
        session.Terminal.Report(said);
        var digest = Hash.Of(input.Files.SelectMany(file => DigestOf(file.Path)).ToArray());
        session.Home.Record(new FileImported(
            session.Home.Now, session.Person, string.Join(", ", input.Files.Select(file => Path.GetFileName(file.Path))), digest,
            Hash.Of(File.ReadAllBytes(request.Mapping)), outcome.Tally.Read, outcome.Tally.Taken, outcome.Tally.Known, outcome.Tally.Refused));
        session.CatchUp();
        return (outcome, input.Unusable, outcome.Tally.Refused > 0 || input.Unusable > 0 ? Terminal.FoundProblems : Terminal.Fine);

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
        return SHA256.HashData(stream);
    }
}
