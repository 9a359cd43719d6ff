using System.Runtime.CompilerServices;
using CsCheck;
using Tamiz.Declarations;
using Tamiz.Declarations.Checks;
using Tamiz.Reference;
using Xunit;

namespace Tamiz.Tests.Declarations.Checks;

public class DeclarationChecksTests
{
    private static readonly ReferenceData Data = ReferenceData.Embedded();

    public static TheoryData<string, string> ContainerNumbers => Cases.Read("container-number.cases");

    public static TheoryData<string, string> ShipNumbers => Cases.Read("ship-number.cases");

    public static TheoryData<string, string> HsCodes => Cases.Read("hs.cases");

    public static TheoryData<string, string> Totals => Cases.Read("totals.cases");

    public static TheoryData<string, string> Quantities => Cases.Read("quantities.cases");

    public static TheoryData<string, string> CodesAndDates => Cases.Read("codes-and-dates.cases");

    [Theory]
    [MemberData(nameof(ContainerNumbers))]
    [MemberData(nameof(ShipNumbers))]
    [MemberData(nameof(HsCodes))]
    [MemberData(nameof(Totals))]
    [MemberData(nameof(Quantities))]
    [MemberData(nameof(CodesAndDates))]
    public void A_declaration_gets_the_diagnostics_that_it_deserves(string line, string expected)
    {
        var found = Run(DeclarationLine.Parse(line));
        Assert.Equal(expected, found.Count == 0 ? "ok" : string.Join(", ", found.Select(one => $"{one.Code} {one.Where.Field}")));
        Assert.All(found, one => Assert.Equal(("cases.csv", 7L), (one.Where.File, one.Where.Line)));
    }

    [Fact]
    public void Rules_are_numbered_once_in_the_range_of_the_checks()
    {
        var codes = DeclarationChecks.Rules.Select(rule => rule.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^TZ12[0-9]{2}$", code));
        Assert.All(DeclarationChecks.Rules, rule => Assert.NotEqual(Severity.Error, rule.Severity));
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        var cases = string.Concat(Directory.EnumerateFiles(Here(), "*.cases").Select(File.ReadAllText));
        Assert.All(DeclarationChecks.Rules, rule => Assert.Contains(rule.Code, cases, StringComparison.Ordinal));
    }

    [Fact]
    public void A_diagnostic_says_what_would_have_been_right()
    {
        Assert.Equal(
            "TZ1202 cases.csv:7 (container.number): the container number's check digit is wrong; found «CSQU3054384», "
            + "expected check digit 3. Compare with the transport document: a character was mistyped or the number invented.",
            Run(DeclarationLine.Parse("container=CSQU3054384"))[0].ToString());
        Assert.Equal("about 90 kg", Run(DeclarationLine.Parse("gross=100 | gross=60 | gross=30"))[0].Expected);
        Assert.Equal("a code of HS 2022", Run(DeclarationLine.Parse("| hs=851712"))[0].Expected);
        Assert.Equal("a currency in use (DEM was until 2002-03-31)", Run(DeclarationLine.Parse("invoice=5 DEM"))[0].Expected);
        Assert.Equal("not after 2024-05-02T12:00:00Z", Run(DeclarationLine.Parse("lodged=2024-05-03T00:00:00Z"))[0].Expected);
    }

    [Fact]
    public void A_clean_declaration_costs_no_memory()
    {
        var declaration = DeclarationLine.Parse(
            "container=CSQU3054383, mode=1, means=IMO 9074729, gross=10, net=9, invoice=5 USD, items=1, packages=1, export=KR, "
            + "destination=HN, importer=HN, exporter=KR, declarant=HN | hs=8703230000, origin=KR, gross=10, net=9, price=5 USD, "
            + "value=6 HNL, taxes=0 HNL, quantity=1, duty=15");
        var found = new List<Diagnostic>();
        DeclarationChecks.Run(declaration, Data, DeclarationLine.ReceivedAt, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            DeclarationChecks.Run(declaration, Data, DeclarationLine.ReceivedAt, found);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(found);
    }

    [Fact]
    public void No_declaration_makes_a_check_throw()
    {
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789"], 0, 14], Gen.String[Gen.Char["IMOU 07-"], 0, 14]);
        var number = Gen.OneOf(
            Gen.Decimal, Gen.Const(0m), Gen.Const(-1m), Gen.Const(decimal.MaxValue), Gen.Const(decimal.MinValue));
        var money = Gen.Select(
            number, Gen.OneOf(text, Gen.Const("USD"), Gen.Const("DEM")), (amount, currency) => new Money(amount, currency));
        var item = Gen.Select(Gen.Int, text, number, number, money, number, (sequence, code, net, gross, price, other) => new Item
        {
            Sequence = sequence, Hs = code, Origin = code, NetMass = new Mass(net), GrossMass = new Mass(gross), Price = price,
            CustomsValue = price, Taxes = price, SupplementaryQuantity = other, DutyRatePercent = other,
        });
        var declaration = Gen.Select(item.Array[0, 4], text, money, number, Gen.Int, text.Array[0, 3],
            (items, code, invoice, mass, count, containers) => DeclarationLine.Parse("") with
            {
                Items = items, Containers = containers, TransportMeans = code, CountryOfExport = code, ItemCount = count,
                Packages = count, Invoice = invoice, TotalGrossMass = new Mass(mass), TotalNetMass = new Mass(mass),
                Importer = new Party(null, Country: code),
            });
        declaration.Sample(one => Run(one).All(diagnostic => diagnostic.ToString().Length > 0));
    }

    private static List<Diagnostic> Run(Declaration declaration)
    {
        var found = new List<Diagnostic>();
        DeclarationChecks.Run(declaration, Data, DeclarationLine.ReceivedAt, found);
        return found;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
