using System.Globalization;
using Tamiz.Ledger;

namespace Tamiz.Trials;

/// <summary>What happens to a home in a trial: a line of steps, the same for every home, and acts beside it.</summary>
public sealed class HomeLine
{
    private const int Days = 3;
    private const int Persons = 4;
    private static readonly string[] Offices = ["HNCHO", "HNLCE", "HNPCR", "HNSAP", "HNTGU"];
    private readonly string _folder;
    private readonly string _files;
    private readonly string _mapping;
    private readonly int _size;
    private readonly TrialDeclarations _declarations = new();
    private readonly HashSet<string> _limbo = new(StringComparer.Ordinal);
    private int _made;
    private int _backups;

    /// <summary>A line whose home is not founded yet.</summary>
    /// <param name="folder">Folder for the home and for the files of all lines.</param>
    /// <param name="name">Name of the home.</param>
    /// <param name="size">Declarations of a day.</param>
    public HomeLine(string folder, string name, int size)
    {
        _folder = Path.Combine(folder, name);
        _files = Directory.CreateDirectory(Path.Combine(_folder, "files")).FullName;
        _mapping = Path.Combine(_files, "mapping.yaml");
        _size = size;
    }

    /// <summary>The home's folder.</summary>
    public string Home => Path.Combine(_folder, "home");

    /// <summary>The escrow.</summary>
    public string Escrow => Path.Combine(_folder, "escrow");

    /// <summary>Where imports write receipts.</summary>
    public string Receipts => Path.Combine(_folder, "receipts");

    private string[] Administrator => ["--as", "ana", "--credential", Path.Combine(Home, "keys", "ana.credential"), "--home", Home, "--json"];

    /// <summary>Founds the home, with an analyst and an approver.</summary>
    public void Found()
    {
        Must(Tool.Within("init", Home, "--from", Path.Combine("samples", "demo"), "--administrator", "ana", "--simulated", "2026-01-01", "--json"));
        TrialDeclarations.WriteMapping(_mapping);
        foreach (var (person, role) in new[] { ("berta", "analyst"), ("carlos", "approver") })
        {
            Must(Tool.Within(["home", "person", person, "--roles", role, "--out", Credential(person), .. Administrator]));
        }
    }

    /// <summary>The step of a number, from 0; the files that it needs are written when it is first asked for.</summary>
    public HomeStep Next(int number)
    {
        var (round, at) = Math.DivRem(number, 7);
        return at switch
        {
            0 => History("history", round, found: false),
            1 or 2 or 4 or 6 => Live(number),
            3 => History("findings", round, found: true),
            _ => Change(round),
        };
    }

    /// <summary>An act that can come at any time.</summary>
    public HomeStep Beside(Xorshift chance)
    {
        var person = "p" + chance.Next(Persons).ToString(CultureInfo.InvariantCulture);
        return chance.Next(8) switch
        {
            0 => new HomeStep("day close", ["day", "close", .. Administrator]),
            1 => new HomeStep("day open", ["day", "open", Offices[chance.Next(Offices.Length)], .. Administrator], "TZ1806"),
            2 => new HomeStep("home checkpoint", ["home", "checkpoint", "--out", Escrow, "--home", Home, "--json"]),
            3 => new HomeStep("home rebuild", ["home", "rebuild", "--home", Home, "--json"]),
            4 => new HomeStep("home backup", ["home", "backup", Path.Combine(_folder, $"backup-{_backups++}"), "--with-keys", "--home", Home, "--json"]),
            5 => new HomeStep("home rotate", ["home", "rotate", "--reason", "trial", .. Administrator]),
            _ => new HomeStep("home person", ["home", "person", person, "--roles", "analyst", "--out", Credential($"{person}-{_made++}"), .. Administrator]),
        };
    }

    /// <summary>Takes note of how a step ended: a person whose admission was cut off has no credential until it is repeated.</summary>
    public void Note(HomeStep step, ToolResult result)
    {
        if (step.Kind == "home person")
        {
            _ = result.Code == 0 ? _limbo.Remove(step.Arguments[2]) : _limbo.Add(step.Arguments[2]);
        }

        if (step.Kind == "home backup" && result.Code == 0)
        {
            Restore(step.Arguments[2]);
        }
    }

    /// <summary>
    /// Repeats what was cut off beside the line, brings desk and archive up to the ledger, and compares: they are what the ledger gives, and what
    /// is beside the ledger is what it names.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something differs.</exception>
    public void Check()
    {
        foreach (var person in _limbo.ToList())
        {
            Must(Tool.Within(["home", "person", person, "--roles", "analyst", "--out", Credential($"{person}-{_made++}"), .. Administrator]));
            _limbo.Remove(person);
        }

        Must(Tool.Within(["day", "close", .. Administrator]));
        Must(Tool.Within("home", "check", "--home", Home, "--json"));
    }

    /// <summary>Replays every decision deep: given its draws, each lane is the one that selecting all of them in one go gives.</summary>
    /// <returns>How many decisions.</returns>
    /// <exception cref="InvalidOperationException">One differs.</exception>
    public long Replay()
    {
        var result = Tool.Within("replay", "--deep", "--home", Home, "--json");
        return result.Code == 0 && result.Json() is { } json ? json.GetProperty("decisions").GetInt64() : throw new InvalidOperationException("replay: " + result.Output + result.Errors);
    }

    /// <summary>Leaves the beginning of a batch at the ledger's end, as a power cut does while one is written that nobody is told of.</summary>
    public void Tear(Xorshift chance)
    {
        var segment = Directory.GetFiles(Path.Combine(Home, "ledger"), "*.tzl").Order(StringComparer.Ordinal).Last();
        using var file = new FileStream(segment, FileMode.Open, FileAccess.ReadWrite);
        var torn = new byte[1 + chance.Next(BatchHeader.Size - 1)];
        file.Position = SegmentHeader.Size;
        file.ReadExactly(torn);
        file.Position = file.Length;
        file.Write(torn);
    }

    /// <summary>Imports every file of some steps again.</summary>
    /// <exception cref="InvalidOperationException">Something was taken.</exception>
    public static void ImportAgain(IEnumerable<HomeStep> steps)
    {
        foreach (var step in steps.Where(step => step.IsImport))
        {
            var result = Tool.Within(step.Arguments);
            if (result.Json() is not { } json || json.GetProperty("taken").GetInt64() != 0)
            {
                throw new InvalidOperationException($"{step.Arguments[1]} again: {result.Output}{result.Errors}");
            }
        }
    }

    private HomeStep History(string kind, int round, bool found)
    {
        var path = Path.Combine(_files, $"{kind}-{round}.csv");
        if (!File.Exists(path))
        {
            _declarations.WriteHistory(path, round, _size, found);
        }

        return Import(kind, path);
    }

    private HomeStep Live(int number)
    {
        var path = Path.Combine(_files, $"live-{number}.csv");
        if (!File.Exists(path))
        {
            _declarations.WriteLive(path, Days, _size);
        }

        return Import("import --live", path, "--live");
    }

    private HomeStep Import(string kind, string path, params string[] more) =>
        new(kind, ["import", path, "--mapping", _mapping, "--receipts", Receipts, .. more, "--home", Home, "--json"]);

    // The list in the folder changes at once, and is proposed in one round and approved in the next.
    private HomeStep Change(int round)
    {
        if (round % 2 == 1)
        {
            return new HomeStep("home approve", ["home", "approve", "--as", "carlos", "--credential", Credential("carlos"), "--home", Home, "--json"], "TZ1805");
        }

        var list = Path.Combine(Home, "sources", "watch.csv");
        var entry = string.Create(CultureInfo.InvariantCulture, $"T-{round},Organization,Inversiones del Valle {round} S.A.,,2026-01-01,trial\n");
        if (!File.ReadAllText(list).EndsWith(entry, StringComparison.Ordinal))
        {
            File.AppendAllText(list, entry);
        }

        return new HomeStep("home propose", ["home", "propose", "--as", "berta", "--credential", Credential("berta"), "--home", Home, "--json"]);
    }

    private string Credential(string person) => Path.Combine(_files, person + ".credential");

    // A backup that was acknowledged is a home: it verifies.
    private static void Restore(string backup)
    {
        var home = backup + "-restored";
        Must(Tool.Within("home", "restore", backup, home, "--json"));
        Must(Tool.Within("verify", "--home", home, "--json"));
        Directory.Delete(home, recursive: true);
        Directory.Delete(backup, recursive: true);
    }

    private static void Must(ToolResult result)
    {
        if (result.Code != 0)
        {
            throw new InvalidOperationException(result.Output + result.Errors);
        }
    }
}
