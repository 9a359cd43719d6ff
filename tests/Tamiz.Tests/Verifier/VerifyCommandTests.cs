using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Tests.Verifier.Maker;
using Tamiz.Verifier;
using Xunit;
using Program = Tamiz.Cli.Program;

namespace Tamiz.Tests.Verifier;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Verified _verified = new(SampleHistory.Make(new SampleSize(4)));

    public void Dispose() => _verified.Dispose();

    [Theory]
    [InlineData("es", "Todas las reglas se cumplen.")]
    [InlineData("fr", "Toutes les règles sont respectées.")]
    [InlineData("en", "All rules hold.")]
    [InlineData("pt", "Todas as regras são cumpridas.")]
    public void A_clean_ledger_is_fine_in_every_language(string language, string words)
    {
        var (code, output) = Run("verify", _verified.Ledger, "--key", _verified.Key, "--escrow", _verified.Escrow, "--language", language);
        Assert.Equal(Terminal.Fine, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_escrow_it_says_what_it_cannot_show()
    {
        Assert.Contains("is not noticed", Run("verify", _verified.Ledger, "--key", _verified.Key).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--escrow", Run("verify", _verified.Ledger, "--key", _verified.Key, "--escrow", _verified.Escrow).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_named_with_code_and_words()
    {
        Directory.GetFiles(_verified.Escrow).ToList().ForEach(File.Delete);
        File.Delete(Directory.GetFiles(_verified.Ledger, "*.tzl").Order(StringComparer.Ordinal).Last());
        File.Delete(Directory.GetFiles(_verified.Ledger, "*.tzl").Order(StringComparer.Ordinal).First());
        var (code, output) = Run("verify", _verified.Ledger, "--key", _verified.Key, "--language", "es");
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Contains("[C1] debería cumplirse: los segmentos están sin huecos", output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Run("verify", _verified.Ledger, "--key", _verified.Key, "--json").Output).RootElement;
        Assert.Equal("C1", json.GetProperty("problems")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void A_home_has_its_ledger_and_its_key()
    {
        Directory.CreateDirectory(Path.Combine(_verified.Folder, "keys"));
        File.Copy(_verified.Key, Path.Combine(_verified.Folder, "keys", "key-1.public.pem"));
        Assert.Equal(Terminal.Fine, Run("verify", "--home", _verified.Folder).Code);
    }

    [Fact]
    public void A_proof_is_checked_without_a_ledger()
    {
        var checkpoint = Directory.GetFiles(_verified.Escrow).Order(StringComparer.Ordinal).First();
        var proof = Path.Combine(_verified.Folder, "proof.txt");
        File.WriteAllText(proof, Verification.Run(new VerificationRequest(_verified.Ledger, _verified.Key) { Record = 3, Checkpoint = checkpoint }).Proof);
        var (code, output) = Run("verify", "--check-proof", proof, "--checkpoint", checkpoint, "--key", _verified.Key, "--language", "pt");
        Assert.Equal(Terminal.Fine, code);
        Assert.Contains("O registo está no livro", output, StringComparison.Ordinal);
        Assert.Equal(Terminal.Fine, Run("verify", _verified.Ledger, "--check-proof", proof, "--checkpoint", checkpoint, "--key", _verified.Key).Code);
        (code, output) = Run("verify", "--check-proof", checkpoint, "--checkpoint", checkpoint, "--key", _verified.Key, "--json");
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Equal("R1", JsonDocument.Parse(output).RootElement.GetProperty("problems")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void Every_rule_of_the_page_has_words_in_every_language()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "ledger-format.md"));
        var rules = System.Text.RegularExpressions.Regex.Matches(page, @"\[([CPDSERN][0-9]+)\]").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.InRange(rules.Count, 35, 60);
        Assert.All(Enum.GetValues<Language>(), language => Assert.All(rules, rule => Assert.False(string.IsNullOrWhiteSpace(Phrasebook.Of(language).Find(rule, "rule")), rule)));
    }

    private static (int Code, string Output) Run(params string[] args)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = Program.Run(args, output, errors, TimeProvider.System);
        Assert.True(code != Terminal.WrongUsage, errors.ToString());
        return (code, output.ToString());
    }
}
