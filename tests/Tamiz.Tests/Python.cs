using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Tamiz.Tests;

/// <summary>Python 3.9 or later, as <c>python3</c> on the path; no part of what Tamiz needs to build and run.</summary>
public static class Python
{
    /// <summary>Runs it in the repository's root. Where it is missing the test is skipped, or fails where TAMIZ_TESTS is all.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, and what it wrote to standard output and to standard error.</returns>
    public static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        if (await Start("-c", "import sys; sys.exit(sys.version_info < (3, 9))") is not { Code: 0 })
        {
            const string Words = "python3 of version 3.9 or later is not on the path";
            if (Environment.GetEnvironmentVariable("TAMIZ_TESTS") == "all")
            {
                Assert.Fail(Words);
            }

            Assert.Skip(Words);
        }

        return (await Start(arguments))!.Value;
    }

    // Null where there is no such program. -B: nothing is left beside the sources.
    private static async Task<(int Code, string Output)?> Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", ["-B", .. arguments]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output + await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
