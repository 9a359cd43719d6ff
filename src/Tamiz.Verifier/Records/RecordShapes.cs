using static Tamiz.Verifier.Records.Shape;

namespace Tamiz.Verifier.Records;

/// <summary>The fields of each type of record in version 1, in the order of the page.</summary>
internal static class RecordShapes
{
    private static readonly Shape Money = Group(Shape.Decimal, Text);
    private static readonly Shape Codes = List(Text, Text);
    private static readonly Shape Party = Group(Optional(Fixed(16)), Optional(Fixed(16)));

    private static readonly Shape Item = Group(
        Signed,
        Masked(Text, Codes, Text, Text, Text, Text, Shape.Decimal, Shape.Decimal, Shape.Decimal, Text, Money, Money, Shape.Decimal, Money, Codes));

    private static readonly Shape DeclarationFields = Masked(
        Text, Text, Party, Party, Party, Party, Text, Text, Text, Text, Text, List(Text), Signed, Shape.Decimal, Shape.Decimal, Money, Text, Signed, Codes);

    private static readonly Shape Attached = Group(
        Text, Text, Byte(2), Text, Number, Text, Text, Flag, List(Text, Byte(255), Number, Optional(Text)));

    private static readonly Shape[][] ByType =
    [
        [],
        /* ledger */ [Bytes, Text, Flag, Bytes],
        /* key */ [Bytes, Text],
        /* person */ [Text, Flag, List(Text), Hash],
        /* signIn */ [Text, Flag, Text],
        /* content */ [Text, Text, Hash, Unsigned],
        /* approval */ [Text, Text, Hash, Flag, Text],
        /* knowledge */ [List(Text, Text, Hash)],
        /* read */ [Text, Text, Text],
        /* import */ [Text, Hash, Hash, Unsigned, Unsigned, Unsigned, Unsigned],
        /* declaration */ [Flag, Text, Unsigned, Text, Unsigned, Signed, Signed, DeclarationFields, List(Item)],
        /* assessment */ [Text, Unsigned, List(Numbers), List(Attached), List(Text, Text, Text), List(Text, Number, Number, Number)],
        /* draw */ [Text, Text, Signed, Fixed(16)],
        /* lane */ [Text, Unsigned, Text, Byte(4), Text, Number, Number, Number, Number, Number, Text, Flag, Number],
        /* finding */ [Text, Signed, Flag, Text, Byte(5), Byte(2), Signed, Optional(Shape.Decimal)],
        /* amendment */ [Text, Unsigned, Unsigned, Flag],
        /* cancellation */ [Text, Unsigned, Text],
        /* assignment */ [Text, Text, Number, Fixed(16), Text, Text],
        /* override */ [Text, Text, Text, Text, Text, Text],
        /* dayOpened */ [Text, Signed, List(Text, Number), Text, Hash, Hash, Text, Text, Hash],
        /* dayClosed */ [Text, Signed, Fixed(32), Unsigned, List(Text, Unsigned), List(Text)],
        /* commitment */ [Text, Hash],
        /* checkpoint */ [Unsigned, Hash, Hash],
        /* erasure */ [List(Fixed(16)), Text],
        /* repair */ [Unsigned, Unsigned, Unsigned, Hash],
        /* clock */ [Signed],
    ];

    /// <summary>The most fields that a type has.</summary>
    public static readonly int MostFields = ByType.Max(fields => fields.Length);

    /// <summary>The fields of a type; null where the page has no such type in that version.</summary>
    public static Shape[]? Of(ulong type, ulong version) => version == 1 && type > 0 && type < (ulong)ByType.Length ? ByType[type] : null;
}
