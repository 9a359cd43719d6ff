using PublicApiGenerator;
using Tamiz.Documents.Templates;
using Tamiz.Flow;
using Tamiz.Integrity;
using Tamiz.Simulation;
using Tamiz.Storage;
using Tamiz.Verifier;
using Xunit;

namespace Tamiz.Tests.House;

public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void The_library_has_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.txt", typeof(Course).Assembly.GeneratePublicApi(Options));

    [Fact]
    public void Storage_has_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.Storage.txt", typeof(InputSet).Assembly.GeneratePublicApi(Options));

    [Fact]
    public void Documents_have_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.Documents.txt", typeof(Template).Assembly.GeneratePublicApi(Options));

    [Fact]
    public void The_integrity_strategy_has_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.Integrity.txt", typeof(IntegrityWords).Assembly.GeneratePublicApi(Options));

    [Fact]
    public void The_simulation_has_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.Simulation.txt", typeof(SimulatedWorld).Assembly.GeneratePublicApi(Options));

    [Fact]
    public void The_verifier_has_the_public_surface_that_was_accepted() =>
        Golden.Check("tests/Tamiz.Tests/House/Golden/Tamiz.Verifier.txt", typeof(Verification).Assembly.GeneratePublicApi(Options));
}
