namespace Tamiz.Verifier.Records;

/// <summary>How a field is laid out.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">Of Fixed: bytes. Of Byte: the greatest value. Of Unsigned: bits. Of List: the fewest entries.</param>
/// <param name="Parts">Of Optional and List: the one thing; of Group and Masked: the fields, in order.</param>
internal sealed record Shape(ShapeKind Kind, int Size, params Shape[] Parts)
{
    public static readonly Shape Flag = new(ShapeKind.Byte, 1);
    public static readonly Shape Count = new(ShapeKind.Unsigned, 63);
    public static readonly Shape Count32 = new(ShapeKind.Unsigned, 31);
    public static readonly Shape Signed32 = new(ShapeKind.Signed32, 0);
    public static readonly Shape Instant = new(ShapeKind.Instant, 0);
    public static readonly Shape Date = new(ShapeKind.Date, 0);
    public static readonly Shape Text = new(ShapeKind.Text, 0);
    public static readonly Shape Bytes = new(ShapeKind.Bytes, 0);
    public static readonly Shape Hash = Fixed(32);
    public static readonly Shape Decimal = new(ShapeKind.Decimal, 0);
    public static readonly Shape Number = new(ShapeKind.Number, 0);
    public static readonly Shape Numbers = new(ShapeKind.Numbers, 0);

    public static Shape Fixed(int size) => new(ShapeKind.Fixed, size);

    /// <summary>A byte of 0 to <paramref name="greatest"/>.</summary>
    public static Shape Byte(int greatest) => new(ShapeKind.Byte, greatest);

    public static Shape Optional(Shape thing) => new(ShapeKind.Optional, 0, thing);

    public static Shape Group(params Shape[] parts) => new(ShapeKind.Group, 0, parts);

    public static Shape List(params Shape[] parts) => new(ShapeKind.List, 0, parts is [var one] ? one : Group(parts));

    /// <summary>A list whose bit in a mask says that it is not empty.</summary>
    public static Shape Filled(params Shape[] parts) => List(parts) with { Size = 1 };

    /// <summary>A mask, and the fields whose bit is set.</summary>
    public static Shape Masked(params Shape[] parts) => new(ShapeKind.Masked, 0, parts);
}
