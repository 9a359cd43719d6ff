using CsCheck;
using Tamiz.Formats.Lists;
using Tamiz.Screening;
using Xunit;

namespace Tamiz.Tests.Screening;

[Collection(nameof(Alone))]
public sealed class NameIndexTests
{
    private static readonly string[] Words = ["Alfa", "Beta", "Gama", "S.A.", "Delta", "Ltd", "B", "Trading"];

    private static readonly Gen<string> Name = Gen.OneOf(Words).Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<ListEntry> Entry = Gen.Select(Gen.Int[1, 999], Name, Gen.Enum<ListNameKind>().Select(Name, (kind, name) => new ListName(name, kind)).Array[0, 3],
        (id, primary, aliases) => new ListEntry($"{id}", "Organization", [new(primary, ListNameKind.Primary), .. aliases]));

    [Fact]
    public void The_index_finds_what_a_scan_finds() => Gen.Select(Entry.Array[0, 12], Name).Sample((entries, name) =>
    {
        var lists = new[] { List("a", entries[..(entries.Length / 2)]), List("b", entries[(entries.Length / 2)..]) };
        var expected = lists.SelectMany(list => list.Entries.Where(entry => entry.Names.Any(listed => Counts(listed) && NormalName.Same(listed.Text, name)))
            .Select(entry => (list.Id, entry)));
        var found = new NameIndex(lists).Find(name);
        Assert.Equal(expected, found.Select(hit => (hit.List.Id, hit.Entry)));
        Assert.All(found, hit => Assert.True(NormalName.Same(hit.Name.Text, name) && hit.Entry.Names.Contains(hit.Name)));
    });

    [Fact]
    public void A_weak_alias_of_one_word_meets_nothing_and_a_strong_one_wins()
    {
        var entry = new ListEntry("1", "Person", [new("Uno Primero", ListNameKind.Primary), new("Chepito", ListNameKind.WeakAlias),
            new("Don Chepito", ListNameKind.WeakAlias), new("CHEPITO, Don", ListNameKind.StrongAlias)]);
        var index = new NameIndex([List("a", entry)]);
        Assert.Empty(index.Find("Chepito"));
        Assert.Equal(ListNameKind.StrongAlias, Assert.Single(index.Find("don chepito")).Name.Kind);
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void Words_in_brackets_may_be_left_out()
    {
        var index = new NameIndex([List("a", new ListEntry("1", "Organization", [new("BUTEMBO AIRLINES (BAL)", ListNameKind.Primary)]))]);
        Assert.Single(index.Find("Butembo Airlines"));
        Assert.Single(index.Find("Butembo Airlines BAL"));
    }

    [Fact]
    public void A_miss_allocates_nothing()
    {
        var index = new NameIndex([List("a", new ListEntry("1", "Organization", [new("BUTEMBO AIRLINES", ListNameKind.Primary)]))]);
        Assert.Empty(index.Find("Frutas Núñez del Sur, S.A. de C.V."));
        Assert.Equal(0, Allocation.Steady(() =>
        {
            index.Find("Frutas Núñez del Sur, S.A. de C.V.");
            index.Lookup("FRUTAS SUR");
        }));
    }

    [Fact]
    public void Every_telling_primary_name_of_the_published_lists_finds_its_entry()
    {
        var entries = UnConsolidatedXml.Read(File.ReadAllBytes(DataFolder.Require("sanctions/un_consolidated_2026-02-27.xml")), "un.xml", []);
        var index = new NameIndex([List("un", [.. entries])]);
        var silent = entries.Where(entry => !index.Find(entry.Names[0].Text).Any(hit => hit.Entry == entry)).Select(entry => entry.Names[0].Text).ToList();
        Assert.All(silent, name => Assert.Equal("", NormalName.Of(name)));
        Assert.True(silent.Count < 15, string.Join(" | ", silent));
    }

    private static bool Counts(ListName name) => name.Kind != ListNameKind.WeakAlias || NormalName.Of(name.Text).Contains(' ', StringComparison.Ordinal);

    private static ListSnapshot List(string id, params ListEntry[] entries) => new(id, "publisher", new DateOnly(2020, 1, 1), "", entries) { Area = "security" };
}
