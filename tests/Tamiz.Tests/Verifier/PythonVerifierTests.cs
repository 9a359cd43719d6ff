using Xunit;

namespace Tamiz.Tests.Verifier;

/// <summary>The second verifier, eng/verify_ledger.py, written from docs/reference/ledger-format.md alone.</summary>
public sealed class PythonVerifierTests : IDisposable
{
    // Cases that are kept, DIR/<name>/{ledger, escrow, public.pem, expected.txt}; tests/python/judge_cases.py says what they hold.
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "Tamiz.Tests", "Verifier", "Cases");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-verifier-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Its_own_tests_pass()
    {
        var (code, output) = await Python.Run("-m", "unittest", "discover", "-s", "tests/python");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Cases_in_folders_are_judged_as_they_expect()
    {
        var made = Path.Combine(_folder.FullName, "made");
        var (code, output) = await Python.Run("tests/python/ledgers.py", made);
        Assert.True(code == 0, output);
        await Judge(made);
        if (Directory.Exists(Kept))
        {
            await Judge(Kept);
        }
    }

    /// <summary>Has the Python verifier judge each case of a folder, and fails with those that it judges otherwise than they expect.</summary>
    /// <param name="folder">The folder of the cases.</param>
    internal static async Task Judge(string folder)
    {
        var (code, output) = await Python.Run("tests/python/judge_cases.py", folder);
        Assert.True(code == 0, output);
    }
}
