using Xunit;

namespace Tamiz.Tests.Verifier;

public class TamperingTests
{
    // Where another verifier's tests want them: a folder for each case, with ledger, escrow, public.pem and expected.txt.
    private static readonly string? WriteTo = Environment.GetEnvironmentVariable("TAMIZ_WRITE_TAMPERED");

    public static TheoryData<string, string> Cases => Tests.Cases.Read("Tampering.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tampering_is_named_by_its_rule(string how, string expected)
    {
        var name = how.Split(" · ")[0];
        using var verified = new Verified(TamperingWays.All[name].Make());
        if (WriteTo is not null)
        {
            Write(verified.Folder, Path.Combine(WriteTo, name), expected);
        }

        Assert.Equal(expected, $"{verified.Verdict(withEscrow: true)} · {verified.Verdict(withEscrow: false)}");
    }

    [Fact]
    public void Every_way_of_tampering_is_a_case() =>
        Assert.Equal(TamperingWays.All.Keys.Order(StringComparer.Ordinal), Cases.Select(row => row.Data.Item1.Split(" · ")[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_true_history_raises_no_alarm()
    {
        using var verified = new Verified(Maker.SampleHistory.Make(Tampering.True));
        Assert.Equal("not noticed · not noticed", $"{verified.Verdict(withEscrow: true)} · {verified.Verdict(withEscrow: false)}");
        if (WriteTo is not null)
        {
            Write(verified.Folder, Path.Combine(WriteTo, "true-history"), "not noticed · not noticed");
        }
    }

    private static void Write(string from, string to, string expected)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var rules = expected.Split(" · ");
        File.WriteAllText(Path.Combine(to, "expected.txt"), $"with escrow: {rules[0]}\nwithout escrow: {rules[1]}\n");
    }
}
