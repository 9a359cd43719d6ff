using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tamiz.Cli;
using Tamiz.Verifier;
using Xunit;
using Program = Tamiz.Cli.Program;

namespace Tamiz.Tests.Homes;

/// <summary>
/// An insider with the signing key, the databases and every file bends a home at work. What each command then says stands in
/// HomeTampering.cases; the threat model says the same in words.
/// </summary>
public sealed partial class HomeTamperingTests(TamperedHome truth) : IClassFixture<TamperedHome>
{
    public static TheoryData<string, string> Cases => Tests.Cases.Read("HomeTampering.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tampering_with_a_home_is_named(string how, string expected)
    {
        using var home = TestHome.CopyOf(truth.Home);
        var escrow = home.Beside("escrow");
        TestHome.Copy(truth.Escrow, escrow);
        HomeTamperingWays.All[how.Split(" · ")[0]](new Tampered(home, truth, escrow));
        var verdict = Verdict(home, escrow);
        Assert.True(expected.Split(" · ").Zip(verdict.Split(" · ")).All(pair => pair.First.Split('/').Contains(pair.Second)), $"{verdict}, where {expected} is expected");
    }

    [Fact]
    public void A_home_that_nobody_touched_raises_no_alarm()
    {
        using var home = TestHome.CopyOf(truth.Home);
        Assert.Equal("- · - · - · -", Verdict(home, truth.Escrow));
    }

    [Fact]
    public void Every_way_of_tampering_with_a_home_is_a_case()
    {
        Assert.Equal(HomeTamperingWays.All.Keys.Order(StringComparer.Ordinal), Cases.Select(row => row.Data.Item1.Split(" · ")[0]).Order(StringComparer.Ordinal));
        Assert.True(HomeTamperingWays.All.Count >= 30);
    }

    // The auditor has the public key and the escrow from outside.
    private string Verdict(TestHome home, string escrow) =>
        $"{Verify(home, escrow)} · {Verify(home, null)} · {Said(home, "home", "check")} · {Said(home, "replay", "--deep")}";

    private string Verify(TestHome home, string? escrow)
    {
        var report = Verification.Run(new VerificationRequest(Path.Combine(home.Folder, "ledger"), truth.PublicKey) { Escrow = escrow });
        return report.Problems.Count == 0 ? "-" : report.Problems[0].Rule;
    }

    // What it names first; a warning, of which it does not fail, with a question mark.
    private static string Said(TestHome home, params string[] command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = Program.Run([.. command, "--home", home.Folder, "--json"], output, errors, TimeProvider.System);
        if (code == Terminal.Fine)
        {
            return Rule().Match(errors.ToString()) is { Success: true } warned ? warned.Value + "?" : "-";
        }

        var json = output.GetStringBuilder().Length == 0 ? default : JsonDocument.Parse(output.ToString()).RootElement;
        var said = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("problems", out var problems) ? problems[0].GetString()! : errors.ToString();
        return Rule().Match(said) is { Success: true } named ? named.Value : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {code}: {said}");
    }

    [GeneratedRegex("TZ[0-9]{4}")]
    private static partial Regex Rule();
}
