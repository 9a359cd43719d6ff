using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>The fields of a declaration, in the order of the page of the format.</summary>
internal static class DeclarationFields
{
    private const int Fields = 19;

    public static void Write(RecordWriter writer, Declaration declaration, DeclarationParties parties)
    {
        writer.Text(declaration.Identity.Office);
        writer.Count(declaration.Identity.Year);
        writer.Text(declaration.Identity.Number);
        writer.Count(declaration.Identity.Version);
        writer.At(declaration.LodgedAt);
        writer.Date(declaration.LodgedOn);
        writer.Unsigned(MaskOf(declaration, parties).Bits);
        writer.WriteText(declaration.Regime);
        writer.WriteText(declaration.Procedure);
        writer.WriteParty(parties.Declarant);
        writer.WriteParty(parties.Importer);
        writer.WriteParty(parties.Exporter);
        writer.WriteParty(parties.Carrier);
        writer.WriteText(declaration.CountryOfExport);
        writer.WriteText(declaration.CountryOfDestination);
        writer.WriteText(declaration.TransportMode);
        writer.WriteText(declaration.TransportMeans);
        writer.WriteText(declaration.TransportName);
        if (declaration.Containers.Count > 0)
        {
            writer.List(declaration.Containers, static (one, container) => one.Text(container));
        }

        writer.WriteWhole(declaration.Packages);
        writer.WriteDecimal(declaration.TotalGrossMass?.Kilograms);
        writer.WriteDecimal(declaration.TotalNetMass?.Kilograms);
        writer.WriteAmount(declaration.Invoice);
        writer.WriteText(declaration.Incoterm);
        writer.WriteWhole(declaration.ItemCount);
        writer.WriteCodes(declaration.Codes);
        writer.List(declaration.Items, ItemFields.Write);
    }

    public static Declaration Read(ref RecordReader reader, out DeclarationParties parties)
    {
        var identity = new Identity(reader.Text(), reader.Count32(), reader.Text(), reader.Count32());
        var (lodgedAt, lodgedOn) = (reader.At(), reader.Date());
        var mask = FieldMask.Read(ref reader, Fields);
        var (regime, procedure) = (mask.Text(0, ref reader), mask.Text(1, ref reader));
        var (declarant, importer) = (mask.Party(2, ref reader), mask.Party(3, ref reader));
        parties = new(declarant, importer, mask.Party(4, ref reader), mask.Party(5, ref reader));
        return new()
        {
            Identity = identity,
            LodgedAt = lodgedAt,
            LodgedOn = lodgedOn,
            Regime = regime,
            Procedure = procedure,
            CountryOfExport = mask.Text(6, ref reader),
            CountryOfDestination = mask.Text(7, ref reader),
            TransportMode = mask.Text(8, ref reader),
            TransportMeans = mask.Text(9, ref reader),
            TransportName = mask.Text(10, ref reader),
            Containers = mask.Entries(11, ref reader, static (ref one) => one.Text()),
            Packages = mask.Whole(12, ref reader),
            TotalGrossMass = mask.Mass(13, ref reader),
            TotalNetMass = mask.Mass(14, ref reader),
            Invoice = mask.Amount(15, ref reader),
            Incoterm = mask.Text(16, ref reader),
            ItemCount = mask.Whole(17, ref reader),
            Codes = mask.Codes(18, ref reader),
            Items = reader.List(ItemFields.Read),
        };
    }

    private static FieldMask MaskOf(Declaration declaration, DeclarationParties parties) => default(FieldMask)
        .With(0, declaration.Regime is not null)
        .With(1, declaration.Procedure is not null)
        .With(2, parties.Declarant is not null)
        .With(3, parties.Importer is not null)
        .With(4, parties.Exporter is not null)
        .With(5, parties.Carrier is not null)
        .With(6, declaration.CountryOfExport is not null)
        .With(7, declaration.CountryOfDestination is not null)
        .With(8, declaration.TransportMode is not null)
        .With(9, declaration.TransportMeans is not null)
        .With(10, declaration.TransportName is not null)
        .With(11, declaration.Containers.Count > 0)
        .With(12, declaration.Packages is not null)
        .With(13, declaration.TotalGrossMass is not null)
        .With(14, declaration.TotalNetMass is not null)
        .With(15, declaration.Invoice is not null)
        .With(16, declaration.Incoterm is not null)
        .With(17, declaration.ItemCount is not null)
        .With(18, declaration.Codes.Count > 0);
}
