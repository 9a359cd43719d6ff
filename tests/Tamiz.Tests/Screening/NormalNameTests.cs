using System.Runtime.CompilerServices;
using CsCheck;
using Tamiz.Screening;
using Xunit;

namespace Tamiz.Tests.Screening;

public sealed class NormalNameTests
{
    private static readonly string[] Parts =
    [
        "S", "A", "S.A.", "de", "C.V.", "R.L.", "Ltd", "CO", "y", "E", "Sociedad", "Anónima", "Smith", "J", "O", "ÓÓÓ", ",", "'", "&", "7", "٣", "é", "e\u0301",
        "Ｆ", "北京", "\uD800", "\uFFFE", "\uFFFD", "L", "D", "Joint", "Stock", "Company", "Limited", "Liability", "Responsabilidad", "¼", "ﷺ", "😀", "/", ".",
    ];

    private static readonly string[] Bearer = ["Maria", "Lopez", "Frutas", "Núñez", "Ltda", "del"];

    private static readonly Gen<string> Names = Gen.Frequency(
        (3, Gen.Select(Gen.OneOf(Parts), Gen.OneOf(" ", "", ".", ", ")).Array[0, 90].Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)))),
        (1, Gen.String));

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "NormalName.cases")))
        {
            if (!line.StartsWith('#') && line.Split(" ⇶ ") is [var name, var normal])
            {
                cases.Add(name, normal);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_name_has_its_normal_form(string name, string normal) => Assert.Equal(normal, NormalName.Of(name));

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() => Names.Sample(name =>
    {
        var normal = NormalName.Of(name);
        Assert.Equal(normal, NormalName.Of(normal));
        Assert.All(normal, c => Assert.True(c == ' ' || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
    }, iter: 20_000);

    [Fact]
    public void The_order_of_words_does_not_matter() => Gen.Shuffle(Bearer).Sample(words =>
        Assert.Equal("FRUTAS LOPEZ MARIA NUNEZ", NormalName.Of(string.Join(' ', words))));

    [Fact]
    public void Every_character_can_stand_in_a_name()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var normal = NormalName.Of($"Frutas{(char)c}Lopez Grande");
            Assert.Contains("GRANDE", normal, StringComparison.Ordinal);
            Assert.Equal(normal, NormalName.Of(normal));
        }
    }

    [Fact]
    public void Composed_and_decomposed_accents_are_the_same()
    {
        const string Accents = "ÁÉÍÓÚÜÑÇÃÕÂÊÔÀ ŁŐŠŽĆ";
        Assert.Equal(NormalName.Of(Accents), NormalName.Of(Accents.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void A_long_name_is_read_to_its_sixty_fourth_word()
    {
        Assert.Equal(64, NormalName.Of(string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"WORD{i}"))).Split(' ').Length);
        Assert.Equal(5_000, NormalName.Of(new string('Ñ', 5_000)).Length);
    }

    [Fact]
    public void Same_means_equal_and_telling()
    {
        Assert.True(NormalName.Same("Frutas del Sur S.A.", "SUR, Frutas"));
        Assert.False(NormalName.Same("BNC", "BNC"));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
