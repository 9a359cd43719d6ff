namespace Tamiz.Verifier.Records;

/// <summary>The kinds of fields of the page, under "Numbers and texts".</summary>
internal enum ShapeKind
{
    Byte,
    Unsigned,
    Signed32,
    Instant,
    Date,
    Text,
    Bytes,
    Fixed,
    Decimal,
    Number,
    Numbers,
    Optional,
    List,
    Group,
    Masked,
}
