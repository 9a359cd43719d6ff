using Xunit;

namespace Tamiz.Tests;

/// <summary>The folder of data that is no part of the repository: TAMIZ_DATA, or ../shared/data from the repository's root.</summary>
public static class DataFolder
{
    /// <summary>Path of a file or folder in it. Where it is absent the test is skipped, or fails where TAMIZ_TESTS is all.</summary>
    /// <param name="relative">Path below the folder.</param>
    public static string Require(string relative)
    {
        var path = Path.Combine(Root(), relative);
        if (!Path.Exists(path))
        {
            var words = $"{relative} is not in the data folder; name the folder in TAMIZ_DATA";
            if (Environment.GetEnvironmentVariable("TAMIZ_TESTS") == "all")
            {
                Assert.Fail(words);
            }

            Assert.Skip(words);
        }

        return path;
    }

    // A relative path counts from the repository's root, wherever the tests are run.
    private static string Root() =>
        Path.GetFullPath(Path.Combine(Repository.Root, Environment.GetEnvironmentVariable("TAMIZ_DATA") is { Length: > 0 } folder ? folder : Path.Combine("..", "shared", "data")));
}
