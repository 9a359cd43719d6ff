using Tamiz.Formats;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Xunit;

namespace Tamiz.Tests.History;

public sealed class KeySetTests
{
    [Theory]
    [InlineData("[item.hs6, item.origin, importer.id]")]
    [InlineData("item.netMass")]
    [InlineData("[item.hs6, item.netMass]")]
    [InlineData("[item.hs6, item.grossMass]")]
    [InlineData("declaration.totalNetMass")]
    [InlineData("item.code.MASS")]
    public void A_key_with_three_fields_or_a_mass_is_rejected(string key)
    {
        var diagnostics = new List<Diagnostic>();
        var keys = KeyMapping.Read(YamlSection.Parse($"keys:\n  - {{key: {key}}}\n", "m.yaml", diagnostics), "keys", diagnostics);
        Assert.Empty(keys);
        Assert.Equal(MappingDiagnostics.KeyTooNarrow.Code, Assert.Single(diagnostics).Rule.Code);
    }

    [Fact]
    public void The_default_keys_have_at_most_two_fields_and_parents_stand_before_their_children()
    {
        var keys = KeySet.Create([], "", []).Keys;
        for (var i = 0; i < keys.Count; i++)
        {
            Assert.True(keys[i].Id.Split('+').Length <= 2);
            Assert.DoesNotContain("mass", keys[i].Id, StringComparison.OrdinalIgnoreCase);
            Assert.InRange(keys[i].Parent, -1, i - 1);
        }
    }

    [Theory]
    [InlineData("item.nothing", null)]
    [InlineData("item.netMass", null)]
    [InlineData("item.hs6", "item.hs4")]
    public void A_field_or_parent_that_does_not_exist_leaves_the_key_out_with_a_diagnostic(string field, string? parent)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Empty(KeySet.Create([new KeyMapping([field], parent)], "m.yaml", diagnostics).Keys);
        Assert.Single(diagnostics);
    }
}
