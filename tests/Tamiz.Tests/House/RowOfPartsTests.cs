using Tamiz.Flow;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.House;

public class RowOfPartsTests
{
    private const string Planted = "Tamiz.Tests.House.Planted";

    [Fact]
    public void A_part_uses_only_the_parts_before_it() =>
        Assert.Empty(RowOfParts.Offenders(typeof(Course).Assembly.Location, "Tamiz"));

    [Fact]
    public void Exactly_the_planted_violations_are_named()
    {
        string[] planted =
        [
            $"{Planted}.Nowhere.Stray → no part of the row",
            $"{Planted}.Reference.Early → {Planted}.Evaluation.Late",
            $"{Planted}.Reference.EarlyByArgument → {Planted}.Evaluation.Late",
            $"{Planted}.Reference.EarlyByAttribute → {Planted}.Evaluation.LateAttribute",
            $"{Planted}.Reference.EarlyByCatch → {Planted}.Evaluation.LateException",
            $"{Planted}.Reference.EarlyByLambda → {Planted}.Evaluation.Late",
            $"{Planted}.Reference.EarlyBySignature → {Planted}.Evaluation.Late",
        ];
        Assert.Equal(planted, RowOfParts.Offenders(typeof(RowOfPartsTests).Assembly.Location, Planted));
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_part()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Tamiz")).Select(folder => Path.GetFileName(folder)!)
            .Where(folder => folder is not ("Words" or "bin" or "obj"));
        Assert.All(folders, folder => Assert.True(RowOfParts.KnowsPart(folder), folder));
    }

    [Fact]
    public void The_library_references_no_project_and_only_small_pure_packages()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = typeof(Course).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !File.Exists(Path.Combine(framework, name + ".dll")));
        Assert.Equal(["AnyAscii", "YamlDotNet"], references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_verifier_references_no_project_and_no_package()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(typeof(Verification).Assembly.GetReferencedAssemblies(), name => Assert.True(File.Exists(Path.Combine(framework, name.Name + ".dll")), name.Name));
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src", "Tamiz.Verifier", "Tamiz.Verifier.csproj"));
        Assert.DoesNotContain("Reference", project, StringComparison.Ordinal);
    }
}
