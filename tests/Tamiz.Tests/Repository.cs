using System.Runtime.CompilerServices;

namespace Tamiz.Tests;

/// <summary>Where the project's files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        return Path.GetFullPath(Path.Combine(folder, "..", ".."));
    }
}
