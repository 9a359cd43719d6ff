using System.Text;
using System.Text.RegularExpressions;
using Tamiz.Formats.Lists;
using Xunit;

namespace Tamiz.Tests.Formats.Lists;

public sealed partial class PublishedListTests
{
    [Fact]
    public void Ofac_2019_gives_every_entry_alias_and_address_that_its_files_hold()
    {
        var sdn = Bytes("ofac_sdn_2019-01.csv");
        var alt = Bytes("ofac_alt_2019-01.csv");
        var add = Bytes("ofac_add_2019-01.csv");
        var diagnostics = new List<Diagnostic>();
        var entries = OfacCsv.Read(sdn, alt, add, "sdn.csv", diagnostics);

        Assert.Equal(Lines(sdn), entries.Count);
        Assert.Equal(Occurrences(sdn, ",\"individual\","), entries.Count(entry => entry.Schema == "Person"));
        Assert.Equal(Occurrences(sdn, ",\"vessel\","), entries.Count(entry => entry.Schema == "Vessel"));
        Assert.Equal(Occurrences(sdn, ",\"aircraft\","), entries.Count(entry => entry.Schema == "Aircraft"));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(Occurrences(sdn, "k.a. '"), Names(entries, ListNameKind.WeakAlias) + Names(entries, ListNameKind.Former) - Occurrences(alt, ",\"fka\","));
        Assert.Equal(Lines(alt) - Occurrences(alt, ",\"fka\","), Names(entries, ListNameKind.StrongAlias));
        Assert.Equal(entries.Count, Names(entries, ListNameKind.Primary));
        Assert.Equal(Lines(add) - Occurrences(add, ",-0- ,-0- ,-0- ,"), entries.Sum(entry => entry.Addresses.Count));
        Assert.Equal(3, diagnostics.Count(diagnostic => diagnostic.Rule == ListDiagnostics.CutOff));
        Assert.All(diagnostics, diagnostic => Assert.Contains(diagnostic.Rule, new[] { ListDiagnostics.CutOff, ListDiagnostics.RemarksCut }));
    }

    [Theory]
    [InlineData("ofac_sdn_2021-07.csv")]
    [InlineData("ofac_cons_prim_2025-12.csv")]
    public void Ofac_editions_are_read_whole(string file)
    {
        var content = Bytes(file);
        var diagnostics = new List<Diagnostic>();
        var entries = OfacCsv.Read(content, null, null, file, diagnostics);

        Assert.Equal(content.Count(b => b == '\n'), entries.Count);
        Assert.All(diagnostics, diagnostic => Assert.Equal(ListDiagnostics.RemarksCut, diagnostic.Rule));
        Assert.Equal(Occurrences(content, "IMO "), entries.Sum(entry => entry.Identifiers.Count(id => id.Kind == "IMO")));
        Assert.Equal(Occurrences(content, "DOB ") > 0, entries.Any(entry => entry.BirthDates.Count > 0));
        Assert.DoesNotContain(entries, entry => entry.Names.Any(name => name.Text.Contains("-0-", StringComparison.Ordinal)));
        Assert.DoesNotContain(entries, entry => entry.Identifiers.Any(id => id.Value.Contains(" issued", StringComparison.Ordinal)));
    }

    [Fact]
    public void Un_list_gives_every_entry_and_alias_that_its_file_holds()
    {
        var content = Bytes("un_consolidated_2026-02-27.xml");
        var text = Encoding.UTF8.GetString(content);
        var diagnostics = new List<Diagnostic>();
        var entries = UnConsolidatedXml.Read(content, "un.xml", diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(Occurrences(content, "<INDIVIDUAL>"), entries.Count(entry => entry.Schema == "Person"));
        Assert.Equal(Occurrences(content, "<ENTITY>"), entries.Count(entry => entry.Schema == "Organization"));
        Assert.Equal(entries.Count, Names(entries, ListNameKind.Primary));
        Assert.Equal(Occurrences(content, "<QUALITY>f.k.a.<"), Names(entries, ListNameKind.Former));
        Assert.Equal(Occurrences(content, "<NUMBER>"), entries.Sum(entry => entry.Identifiers.Count));
        Assert.All(entries, entry => Assert.NotNull(entry.ListedOn));
        Assert.Equal(
            ListedOn().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            entries.Select(entry => entry.ListedOn!.Value.ToString("yyyy-MM-dd", null)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Un_aliases_have_the_kind_that_their_quality_says()
    {
        var content = Bytes("un_consolidated_2026-02-27.xml");
        var read = UnConsolidatedXml.Read(content, "un.xml", []).SelectMany(entry => entry.Names.Skip(1))
            .CountBy(name => name).ToDictionary();
        var plain = Alias().Matches(Encoding.UTF8.GetString(content)).Where(match => !match.Groups[2].Value.Contains(';', StringComparison.Ordinal))
            .CountBy(match => new ListName(Spaces().Replace(match.Groups[2].Value.Trim(), " "), match.Groups[1].Value switch
            {
                "Low" => ListNameKind.WeakAlias,
                "f.k.a." => ListNameKind.Former,
                _ => ListNameKind.StrongAlias,
            })).ToDictionary();
        Assert.True(plain.Values.Sum() > 2600);
        Assert.All(plain, alias => Assert.True(read.GetValueOrDefault(alias.Key) >= alias.Value, alias.Key.ToString()));
    }

    [Fact]
    public void Un_entry_is_read_field_by_field()
    {
        var entry = UnConsolidatedXml.Read(Bytes("un_consolidated_2026-02-27.xml"), "un.xml", []).Single(entry => entry.Id == "CDi.002");
        Assert.Equal("FRANK KAKOLELE BWAMBALE", entry.Names[0].Text);
        Assert.Equal(["FRANK KAKORERE", "FRANK KAKORERE BWAMBALE", "AIGLE BLANC"], entry.Names.Skip(1).Select(name => name.Text));
        Assert.Equal(new DateOnly(2005, 11, 1), entry.ListedOn);
        Assert.Equal(["DRC"], entry.Programmes);
        Assert.Equal(["Democratic Republic of the Congo"], entry.Countries);
        Assert.Equal(["Kinshasa, Democratic Republic of the Congo, as of June 2016"], entry.Addresses);
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(DataFolder.Require(Path.Combine("sanctions", file)));

    /// <summary>Lines, the last one without a line end included.</summary>
    private static int Lines(byte[] content) => content.Count(b => b == '\n') + (content[^1] == '\n' ? 0 : 1);

    private static int Occurrences(byte[] content, string text)
    {
        var (count, sought) = (0, Encoding.UTF8.GetBytes(text));
        for (var at = content.AsSpan().IndexOf(sought); at >= 0; count++)
        {
            var next = content.AsSpan(at + sought.Length).IndexOf(sought);
            at = next < 0 ? -1 : at + sought.Length + next;
        }

        return count;
    }

    private static int Names(IReadOnlyList<ListEntry> entries, ListNameKind kind) => entries.Sum(entry => entry.Names.Count(name => name.Kind == kind));

    [GeneratedRegex("<QUALITY>([^<]+)</QUALITY>\\s*<ALIAS_NAME>([^<]+)</ALIAS_NAME>")]
    private static partial Regex Alias();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<LISTED_ON>(.{10})")]
    private static partial Regex ListedOn();
}
