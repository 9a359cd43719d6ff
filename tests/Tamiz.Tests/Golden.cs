using Xunit;

namespace Tamiz.Tests;

/// <summary>Compares a text with a file of the repository; GOLDEN=accept rewrites the file.</summary>
internal static class Golden
{
    public static void Check(string path, string actual)
    {
        var full = Path.Combine(Repository.Root, path);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("GOLDEN") == "accept")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        Assert.True(File.Exists(full), $"{path} is missing; GOLDEN=accept writes it");
        Assert.Equal(File.ReadAllText(full), text);
    }
}
