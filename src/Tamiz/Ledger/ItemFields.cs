using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>The fields of a goods item, in the order of the page of the format.</summary>
internal static class ItemFields
{
    private const int Fields = 15;

    public static void Write(RecordWriter writer, Item item)
    {
        writer.Signed(item.Sequence);
        writer.Unsigned(MaskOf(item).Bits);
        writer.WriteText(item.Hs);
        writer.WriteCodes(item.Classifications);
        writer.WriteText(item.Description);
        writer.WriteText(item.Origin);
        writer.WriteText(item.Preference);
        writer.WriteText(item.Procedure);
        writer.WriteDecimal(item.NetMass?.Kilograms);
        writer.WriteDecimal(item.GrossMass?.Kilograms);
        writer.WriteDecimal(item.SupplementaryQuantity);
        writer.WriteText(item.SupplementaryUnit);
        writer.WriteAmount(item.Price);
        writer.WriteAmount(item.CustomsValue);
        writer.WriteDecimal(item.DutyRatePercent);
        writer.WriteAmount(item.Taxes);
        writer.WriteCodes(item.Codes);
    }

    public static Item Read(ref RecordReader reader)
    {
        var sequence = reader.Signed32();
        var mask = FieldMask.Read(ref reader, Fields);
        return new()
        {
            Sequence = sequence,
            Hs = mask.Text(0, ref reader),
            Classifications = mask.Codes(1, ref reader),
            Description = mask.Text(2, ref reader),
            Origin = mask.Text(3, ref reader),
            Preference = mask.Text(4, ref reader),
            Procedure = mask.Text(5, ref reader),
            NetMass = mask.Mass(6, ref reader),
            GrossMass = mask.Mass(7, ref reader),
            SupplementaryQuantity = mask.Decimal(8, ref reader),
            SupplementaryUnit = mask.Text(9, ref reader),
            Price = mask.Amount(10, ref reader),
            CustomsValue = mask.Amount(11, ref reader),
            DutyRatePercent = mask.Decimal(12, ref reader),
            Taxes = mask.Amount(13, ref reader),
            Codes = mask.Codes(14, ref reader),
        };
    }

    private static FieldMask MaskOf(Item item) => default(FieldMask)
        .With(0, item.Hs is not null)
        .With(1, item.Classifications.Count > 0)
        .With(2, item.Description is not null)
        .With(3, item.Origin is not null)
        .With(4, item.Preference is not null)
        .With(5, item.Procedure is not null)
        .With(6, item.NetMass is not null)
        .With(7, item.GrossMass is not null)
        .With(8, item.SupplementaryQuantity is not null)
        .With(9, item.SupplementaryUnit is not null)
        .With(10, item.Price is not null)
        .With(11, item.CustomsValue is not null)
        .With(12, item.DutyRatePercent is not null)
        .With(13, item.Taxes is not null)
        .With(14, item.Codes.Count > 0);
}
