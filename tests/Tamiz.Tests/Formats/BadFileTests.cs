using Xunit;

namespace Tamiz.Tests.Formats;

/// <summary>Paths that cannot be read or written, and several files at once.</summary>
public sealed class BadFileTests
{
    private static readonly string Good = $"{BadInputTests.Heading}\n{BadInputTests.Row("A")}\n";

    [Theory]
    [InlineData("missing.csv")]
    [InlineData("folder")]
    [InlineData("good.csv/in.csv")]
    public void A_path_that_cannot_be_read_is_named_and_the_other_files_are_read(string name)
    {
        using var run = new Assessed();
        Directory.CreateDirectory(run.InFolder("folder"));
        var good = run.Write("good.csv", Good);
        run.Run(BadInputTests.Mapping, [run.InFolder(name), good]);
        Assert.Equal("taken A, exit 1, TZ0319 0:0", BadInputTests.Outcome(run));
        Assert.Equal(1, run.Count("unusableFiles"));
        Assert.Contains(name, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        using var run = new Assessed();
        var path = run.Write("in.csv", Good);
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal("not read, exit 1, TZ0319 0:0", BadInputTests.Outcome(run.Run(BadInputTests.Mapping, [path])));
    }

    [Fact]
    public void The_same_content_in_two_files_is_known_and_other_content_is_refused()
    {
        using var run = new Assessed();
        var other = Good.Replace(",10,", ",11,", StringComparison.Ordinal) + BadInputTests.Row("B") + "\n";
        run.Run(BadInputTests.Mapping, [run.Write("1.csv", Good), run.Write("2.csv", Good), run.Write("3.csv", other)]);
        Assert.Equal("taken A B, known 1, refused 1, exit 1, TZ0316 2:0", BadInputTests.Outcome(run));
    }

    [Fact]
    public void A_file_given_twice_is_read_once()
    {
        using var run = new Assessed();
        var file = run.Write("in.csv", Good);
        Assert.Equal("taken A, exit 0, TZ0318 0:0", BadInputTests.Outcome(run.Run(BadInputTests.Mapping, [file, file])));
    }

    [Theory]
    [InlineData("nowhere/out.csv")]
    [InlineData("in.csv/out.csv")]
    [InlineData("folder")]
    public void Where_the_output_cannot_be_written_nothing_is_left_behind(string name)
    {
        using var run = new Assessed();
        var folder = Directory.CreateDirectory(run.InFolder("folder")).FullName;
        var file = run.Write("in.csv", Good + "bad\n");
        var mapping = run.Write("mapping.yaml", BadInputTests.Mapping);
        run.RunRaw("assess", file, "--mapping", mapping, "--out", run.InFolder(name), "--json");
        Assert.Equal(1, run.Exit);
        Assert.Null(run.Json);
        Assert.Contains("Nothing was written.", run.Errors, StringComparison.Ordinal);
        Assert.Equal([folder, file, mapping], Directory.GetFileSystemEntries(run.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_earlier_output_stays_where_the_run_fails_and_its_quarantine_goes_where_nothing_is_refused()
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", Good + "bad\n")]);
        var (earlier, refused) = (run.Out, File.ReadAllText(run.QuarantinePath));
        run.Run(BadInputTests.Mapping, [run.Write("empty.csv", "")]);
        Assert.Equal(1, run.Exit);
        Directory.CreateDirectory(run.OutPath + ".part");
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", Good + "bad\nbad\n")]);
        Assert.Equal(1, run.Exit);
        Assert.Equal((earlier, refused), (run.Out, File.ReadAllText(run.QuarantinePath)));
        Assert.False(File.Exists(run.QuarantinePath + ".part"));

        Directory.Delete(run.OutPath + ".part");
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", Good)]);
        Assert.Equal(0, run.Exit);
        Assert.False(File.Exists(run.QuarantinePath));
    }

    [Fact]
    public void Text_that_a_spreadsheet_would_run_is_written_with_an_apostrophe()
    {
        using var run = new Assessed();
        var formula = BadInputTests.Row("A", ("office", ""), ("number", "=cmd|' /C calc'!A0"));
        var refused = "=1+1," + BadInputTests.Row("B", ("mass", "@x"))[4..];
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", $"{BadInputTests.Heading}\n{formula}\n{refused}\n")]);
        Assert.Equal("'=cmd|' /C calc'!A0", Assessed.Rows(run.OutPath)[1][0]);
        var row = Assessed.Rows(run.QuarantinePath)[1];
        Assert.Equal("'@x", row[6]);
        Assert.StartsWith("'=1+1,", row[8], StringComparison.Ordinal);
    }
}
