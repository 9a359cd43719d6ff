using Tamiz.Flow;
using Xunit;

namespace Tamiz.Tests.House;

public class RowOfPartsTests
{
    [Fact]
    public void A_part_uses_only_the_parts_before_it() =>
        Assert.Empty(RowOfParts.Offenders(typeof(Course).Assembly.Location, "Tamiz"));

    [Fact]
    public void A_planted_violation_is_named()
    {
        var offenders = RowOfParts.Offenders(typeof(RowOfPartsTests).Assembly.Location, "Tamiz.Tests.House.Planted");
        Assert.Equal(["Tamiz.Tests.House.Planted.Reference.Early → Tamiz.Tests.House.Planted.Evaluation.Late"], offenders);
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
        var references = typeof(Course).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));
        Assert.Equal(["AnyAscii", "YamlDotNet"], references.Order(StringComparer.Ordinal));
    }
}
