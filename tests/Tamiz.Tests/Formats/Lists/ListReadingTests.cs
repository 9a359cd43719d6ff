using System.Text;
using CsCheck;
using Tamiz.Formats.Lists;
using Xunit;

namespace Tamiz.Tests.Formats.Lists;

public sealed class ListReadingTests
{
    private const string Row = "7,\"DOE, Jane\",\"individual\",\"SDGT] [IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 01 Feb 1960; alt. DOB circa 1961; "
        + "nationality Iran; Passport A12 (Iran) issued 03 Mar 2001; a.k.a. ''ABD-AL-'IZ'; f.k.a. 'OLD NAME'.\"\r\n";

    [Fact]
    public void Ofac_columns_go_where_they_belong()
    {
        var entry = Assert.Single(Ofac(Row + "\u001A", "7,1,\"fka\",\"ROE, Jane\",-0- \r\n7,2,\"nka\",\"POE, Jane\",-0- \r\n", "7,1,\"1 Road\",\"Town\",\"Malta\",-0- \r\n", []));
        Assert.Equal("Person", entry.Schema);
        Assert.Equal(["SDGT", "IRAN"], entry.Programmes);
        Assert.Equal(
            [
                new("DOE, Jane", ListNameKind.Primary), new("'ABD-AL-'IZ", ListNameKind.WeakAlias), new("OLD NAME", ListNameKind.Former),
                new("ROE, Jane", ListNameKind.Former), new("POE, Jane", ListNameKind.StrongAlias),
            ],
            entry.Names);
        Assert.Equal(["1 Road, Town, Malta"], entry.Addresses);
        Assert.Equal(["Iran", "Malta"], entry.Countries);
        Assert.Equal([new ListIdentifier("Passport", "A12", "Iran")], entry.Identifiers);
        Assert.Equal(["1960-02-01", "1961~"], entry.BirthDates);
        Assert.Null(entry.ListedOn);
    }

    [Fact]
    public void Vessel_has_its_call_sign_flag_and_IMO_number()
    {
        var row = "9,\"SEA STAR\",\"vessel\",\"IRAN\",-0- ,\"T2EM4\",\"Tanker\",\"1\",\"2\",\"Malta\",\"NITC\",\"Vessel Registration Identification IMO 9187629; MMSI 572469210.\"\r\n";
        var entry = Assert.Single(Ofac(row, null, null, []));
        Assert.Equal("Vessel", entry.Schema);
        Assert.Equal(["Malta"], entry.Countries);
        Assert.Equal([new("Call sign", "T2EM4"), new("IMO", "9187629"), new("MMSI", "572469210")], entry.Identifiers);
    }

    [Theory]
    [InlineData("", "", "TZ0201:0:0")]
    [InlineData("<html>\r\n<body>\r\n", "", "TZ0206:1:0")]
    [InlineData("7,1,\"aka\",\"X\",-0- \r\n", "", "TZ0206:1:0")]
    [InlineData(Row + "8,\"CUT\",\"indiv", "", "TZ0202:2:1 TZ0208:2:0")]
    [InlineData(Row + "8,\"OPEN,\"vessel\",a,b,c,d,e,f,g,h,i\r\n", "", "TZ0202:2:2")]
    [InlineData(Row + "8,-0- ,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n", "", "TZ0202:2:2")]
    [InlineData(Row + "8,\"X\",\"rocket\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n", "", "TZ0210:2:3")]
    [InlineData(Row + Row, "", "TZ0209:2:1")]
    [InlineData(Row, "7,1,\"aka\",\"A\",-0- \r\n99,2,\"aka\",\"B\",-0- \r\n", "TZ0203:2:1")]
    [InlineData(Row, "7,1,\"xka\",\"A\",-0- \r\n", "TZ0207:1:3")]
    [InlineData(Row, "7,1,\"aka\",-0- ,-0- \r\n", "TZ0202:1:4")]
    [InlineData(Row, Row, "TZ0206:1:0")]
    public void Ofac_names_what_is_wrong_and_goes_on(string primary, string aliases, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        var entries = Ofac(primary, aliases.Length == 0 ? null : aliases, null, diagnostics);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(d => $"{d.Code}:{d.Where.Line}:{d.Where.Column}")));
        Assert.Equal(primary.StartsWith('7') && primary.Contains("DOE", StringComparison.Ordinal), entries.Any(entry => entry.Id == "7"));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named()
    {
        var diagnostics = new List<Diagnostic>();
        var content = Encoding.Latin1.GetBytes(Row.Replace("Jane", "Jané", StringComparison.Ordinal));
        Assert.Single(OfacCsv.Read(content, null, null, "f", diagnostics));
        Assert.Equal(ListDiagnostics.NotUtf8, Assert.Single(diagnostics).Rule);
    }

    [Fact]
    public void Un_names_with_semicolons_are_several()
    {
        var diagnostics = new List<Diagnostic>();
        var entry = Assert.Single(Un("<ENTITY><DATAID>1</DATAID><FIRST_NAME>ONE LINE (OL) ; TWO LINE</FIRST_NAME><REFERENCE_NUMBER> QDe.1 </REFERENCE_NUMBER>"
            + "<LISTED_ON>2015-04-07-04:00</LISTED_ON><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD\n   LINE</ALIAS_NAME></ENTITY_ALIAS>"
            + "<ENTITY_ALIAS><QUALITY>Medium</QUALITY><ALIAS_NAME>ODD</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS></ENTITY>", diagnostics));
        Assert.Equal("QDe.1", entry.Id);
        Assert.Equal(new DateOnly(2015, 4, 7), entry.ListedOn);
        Assert.Equal(
            [
                new("ONE LINE", ListNameKind.Primary), new("OL", ListNameKind.StrongAlias), new("TWO LINE", ListNameKind.StrongAlias),
                new("OLD LINE", ListNameKind.Former), new("ODD", ListNameKind.StrongAlias),
            ],
            entry.Names);
        Assert.Equal(ListDiagnostics.UnknownAliasType, Assert.Single(diagnostics).Rule);
    }

    [Theory]
    [InlineData("", "TZ0201")]
    [InlineData("7,\"X\"", "TZ0204")]
    [InlineData("<html/>", "TZ0204")]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS>", "TZ0204")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>", "TZ0204")]
    [InlineData("<CONSOLIDATED_LIST/>", "TZ0201")]
    [InlineData("<CONSOLIDATED_LIST><ENTITY><DATAID>1</DATAID><LISTED_ON>2015-04-07</LISTED_ON></ENTITY></CONSOLIDATED_LIST>", "TZ0214 TZ0201")]
    [InlineData("<CONSOLIDATED_LIST><ENTITY><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME></ENTITY></CONSOLIDATED_LIST>", "TZ0212")]
    public void Un_names_what_is_wrong(string text, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        UnConsolidatedXml.Read(Encoding.UTF8.GetBytes(text), "un.xml", diagnostics);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(d => d.Code)));
    }

    [Theory]
    [InlineData("1,company,Frutas del Sur,FDS; Sur Frutas ;,2020-05-01,Ley 7", "")]
    [InlineData("1,company,,,,", "TZ0202:2:3")]
    [InlineData(",company,X,,,", "TZ0202:2:1")]
    [InlineData("1,company,X,,1/5/2020,", "TZ0202:2:5")]
    [InlineData("1,company,X", "TZ0202:2:0")]
    [InlineData("1,\"comp\"any,X,,,", "TZ0202:2:2")]
    [InlineData("1,boat,X,,,", "TZ0210:2:2")]
    [InlineData("1,vessel,X,,,\n1,vessel,Y,,,", "TZ0209:3:1")]
    public void Plain_list_names_what_is_wrong_and_goes_on(string rows, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        var entries = PlainList.Read(Encoding.UTF8.GetBytes("\uFEFFid,schema,name,aliases,listed_on,programme\n" + rows + "\n2,person,Last,,,\n"), "own.csv", diagnostics);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(d => $"{d.Code}:{d.Where.Line}:{d.Where.Column}")));
        Assert.Equal("Last", entries[^1].Names[0].Text);
        if (expected.Length == 0)
        {
            Assert.Equal(["Frutas del Sur", "FDS", "Sur Frutas"], entries[0].Names.Select(name => name.Text));
            Assert.Equal(("Organization", new DateOnly(2020, 5, 1), "Ley 7"), (entries[0].Schema, entries[0].ListedOn!.Value, entries[0].Programmes[0]));
        }
    }

    [Fact]
    public void Readers_never_throw() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        OfacCsv.Read(bytes, bytes, bytes, "f", []);
        UnConsolidatedXml.Read(bytes, "f", []);
        PlainList.Read([.. "id,schema,name,aliases,listed_on,programme\n"u8, .. bytes], "f", []);
    });

    [Fact]
    public void Damaged_rows_never_throw() => Gen.Select(Gen.Int[0, Row.Length - 1], Gen.Char, (at, c) => Row[..at] + c + Row[(at + 1)..])
        .Sample(text => { Ofac(text + Row, null, null, []); });

    [Fact]
    public void An_entry_counts_from_its_listing_else_from_the_edition()
    {
        var listed = new ListEntry("1", "Person", []) { ListedOn = new DateOnly(2020, 1, 1) };
        var list = new ListSnapshot("l", "p", new DateOnly(2021, 1, 1), "", [listed]) { Area = "a", MaxAgeDays = 30 };
        Assert.True(list.KnownOn(listed, new DateOnly(2020, 1, 1)));
        Assert.False(list.KnownOn(listed, new DateOnly(2019, 12, 31)));
        Assert.False(list.KnownOn(listed with { ListedOn = null }, new DateOnly(2020, 12, 31)));
        Assert.False(list.IsStaleOn(new DateOnly(2021, 1, 31)));
        Assert.True(list.IsStaleOn(new DateOnly(2021, 2, 1)));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("ab"u8)), ListSnapshot.HashOf([.. "a"u8], [.. "b"u8]));
    }

    private static IReadOnlyList<ListEntry> Ofac(string primary, string? aliases, string? addresses, ICollection<Diagnostic> diagnostics) =>
        OfacCsv.Read(Encoding.UTF8.GetBytes(primary), Bytes(aliases), Bytes(addresses), "sdn.csv", diagnostics);

    private static IReadOnlyList<ListEntry> Un(string entries, ICollection<Diagnostic> diagnostics) =>
        UnConsolidatedXml.Read(Encoding.UTF8.GetBytes($"<CONSOLIDATED_LIST><ENTITIES>{entries}</ENTITIES></CONSOLIDATED_LIST>"), "un.xml", diagnostics);

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
