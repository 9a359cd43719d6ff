using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>LibreOffice, as the reader that opens what we wrote, and poppler, which reads its pages.</summary>
internal static class Office
{
    /// <summary>The text of each page of each document, in order of the names, converted to PDF; skips the test where the tools are missing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> PagesOf(DirectoryInfo folder)
    {
        var documents = folder.GetFiles("*.docx").Order(Comparer<FileInfo>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))).ToList();
        Run("soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "office")), "--convert-to", "pdf", "--outdir", folder.FullName, .. documents.Select(file => file.FullName)]);
        return documents.ToDictionary(file => file.Name, file => (IReadOnlyList<string>)Run("pdftotext", ["-layout", Path.ChangeExtension(file.FullName, ".pdf"), "-"])
            .TrimEnd('\f').Split('\f'), StringComparer.Ordinal);
    }

    private static string Run(string tool, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{tool}: {complaints.GetAwaiter().GetResult()}");
            return said;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not on this machine: apt-get install libreoffice-writer-nogui poppler-utils");
            throw;
        }
    }
}
