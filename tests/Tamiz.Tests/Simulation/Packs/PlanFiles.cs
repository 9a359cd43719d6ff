namespace Tamiz.Tests.Simulation.Packs;

/// <summary>The pack, the table of goods and the scheme of Own/, each changed as a test wants, in a folder of their own.</summary>
internal sealed class PlanFiles : IDisposable
{
    private static readonly string Source = Path.Combine(Repository.Root, "tests/Tamiz.Tests/Simulation/Packs/Own");

    public PlanFiles()
    {
        Folder = Directory.CreateTempSubdirectory("tamiz-plans-").FullName;
        foreach (var name in Names)
        {
            File.WriteAllText(PathOf(name), TextOf(name));
        }
    }

    public static IReadOnlyList<string> Names { get; } = ["cove", "quiet-swap", "wares"];

    public string Folder { get; }

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Source, name + ".yaml"));

    public string PathOf(string name) => Path.Combine(Folder, name + ".yaml");

    public void Put(string name, string text) => File.WriteAllText(PathOf(name), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
