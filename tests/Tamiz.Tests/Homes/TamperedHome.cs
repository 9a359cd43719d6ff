using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;
using Program = Tamiz.Cli.Program;

namespace Tamiz.Tests.Homes;

/// <summary>
/// A home of some days at several offices with history, findings, a list that was changed by two persons, an override, a closed month and
/// an open one; its days are closed and in escrow but for the last ones. Beside it lies the home as it was before March.
/// </summary>
public sealed class TamperedHome : IDisposable
{
    public TamperedHome()
    {
        var feb = History().Where(line => string.CompareOrdinal(line.Split(',')[4], "2026-02-27") >= 0).Take(25).ToArray();
        var march = TestHome.Sample("march.csv", 55);
        Import("history", live: false, [.. History().Take(60)]);
        using (var home = Home.Open())
        {
            var acts = new HomeActs(home);
            acts.Admit("ana", "berta", [Roles.Analyst]);
            acts.Admit("ana", "carlos", [Roles.Approver]);
        }

        Import("february", live: true, Blank(feb));
        TestHome.Copy(Home.Folder, Before);
        File.AppendAllText(Path.Combine(Home.Folder, "sources", "watch.csv"), "W-99,Organization,Nobody and Sons,,2026-01-01,test\n");
        using (var home = Home.Open())
        {
            var acts = new HomeActs(home);
            acts.Propose("berta", []);
            acts.Decide("carlos", [], true, "");
        }

        Import("march", live: true, march[1..36]);
        using (var home = Home.Open())
        {
            var lane = home.Log.Read().Select(entry => entry.Read()).OfType<LaneGiven>().Last(lane => lane.Lane == "verde");
            home.Record(new LaneOverridden(home.Now, "carlos", lane.Identity, "verde", "rojo", "document", "seal broken", ""));
            new OfficeDays(home).Close([.. home.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "ana");
        }

        EscrowFolder.Copy(Home.Folder, Escrow);
        PublicKey = Home.Beside("public.pem");
        File.Copy(Home.Founded.PublicKey, PublicKey);
        Import("rest", live: true, march[36..]);
    }

    internal TestHome Home { get; } = new();

    /// <summary>The escrow.</summary>
    public string Escrow => Home.Beside("escrow");

    /// <summary>The public key that the auditor has.</summary>
    public string PublicKey { get; }

    /// <summary>The home as it was before March.</summary>
    public string Before => Home.Beside("before");

    public void Dispose() => Home.Dispose();

    /// <summary>Imports lines with the command, which brings desk and archive up to the ledger.</summary>
    internal static void Import(TestHome home, string name, bool live, string[] lines)
    {
        var path = home.Beside(name + ".csv");
        File.WriteAllLines(path, [TestHome.Sample("march.csv", 0)[0], .. lines]);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        string[] command = ["import", path, "--home", home.Folder, "--json"];
        Xunit.Assert.True(Program.Run(live ? [.. command, "--live"] : command, TextWriter.Null, errors, TimeProvider.System) == 0, errors.ToString());
    }

    /// <summary>Runs the command, whatever comes of it.</summary>
    internal static void Run(params string[] command) => Program.Run(command, TextWriter.Null, TextWriter.Null, TimeProvider.System);

    internal static IEnumerable<string> History() => TestHome.Sample("history.csv", int.MaxValue - 1).Skip(1);

    private static string[] Blank(string[] lines) => [.. lines.Select(line => string.Join(',', line.Split(',')[..^4]) + ",,,,1")];

    private void Import(string name, bool live, string[] lines) => Import(Home, name, live, lines);
}
