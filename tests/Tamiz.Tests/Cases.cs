using System.Runtime.CompilerServices;
using Xunit;

namespace Tamiz.Tests;

/// <summary>Case tables: files of lines <c>input ⇶ expected</c>; # begins a comment, blank lines do not count.</summary>
public static class Cases
{
    private const string Arrow = "⇶";

    /// <summary>The cases of a file beside the test that asks, trimmed.</summary>
    /// <param name="relativePath">Path from the folder of the calling source file.</param>
    /// <param name="caller">Left to the compiler.</param>
    /// <exception cref="FormatException">A line has no arrow.</exception>
    public static TheoryData<string, string> Read(string relativePath, [CallerFilePath] string caller = "")
    {
        var cases = new TheoryData<string, string>();
        var file = Path.Combine(Path.GetDirectoryName(caller)!, relativePath);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#') || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parts = line.Split(Arrow);
            if (parts.Length != 2)
            {
                throw new FormatException($"{file}:{number}: one {Arrow} expected");
            }

            cases.Add(parts[0].Trim(), parts[1].Trim());
        }

        return cases;
    }
}
