using static Tamiz.Verifier.Records.Shape;

namespace Tamiz.Verifier.Records;

/// <summary>The fields of each type of record in version 1, in the order of the page.</summary>
internal static class RecordShapes
{
    private static readonly Shape Money = Group(Shape.Decimal, Text);
    private static readonly Shape Codes = Filled(Text, Text);
    private static readonly Shape Party = Group(Optional(Fixed(16)), Optional(Fixed(16)));

    private static readonly Shape Item = Group(
        Signed32,
        Masked(Text, Codes, Text, Text, Text, Text, Shape.Decimal, Shape.Decimal, Shape.Decimal, Text, Money, Money, Shape.Decimal, Money, Codes));

    private static readonly Shape DeclarationFields = Masked(
        Text, Text, Party, Party, Party, Party, Text, Text, Text, Text, Text, Filled(Text), Signed32, Shape.Decimal, Shape.Decimal, Money, Text, Signed32, Codes);

    private static readonly Shape Attached = Group(
        Text, Text, Byte(2), Text, Number, Text, Text, Flag, List(Text, Byte(4), Number, Optional(Text)));

    private static readonly Shape[][] ByType =
    [
        [],
        /* ledger */ [Bytes, Text, Flag, Bytes],
        /* key */ [Bytes, Text],
        /* person */ [Text, Flag, List(Text), Hash],
        /* signIn */ [Text, Flag, Text],
        /* content */ [Text, Text, Hash, Count],
        /* approval */ [Text, Text, Hash, Flag, Text],
        /* knowledge */ [List(Text, Text, Hash)],
        /* read */ [Text, Text, Text],
        /* import */ [Text, Hash, Hash, Count, Count, Count, Count],
        /* declaration */ [Flag, Text, Count32, Text, Count32, Instant, Date, DeclarationFields, List(Item)],
        /* assessment */ [Text, Count32, List(Numbers), List(Attached), List(Text, Text, Text), List(Text, Number, Number, Number)],
        /* draw */ [Text, Text, Date, Fixed(16)],
        /* lane */ [Text, Count32, Text, Byte(4), Text, Number, Number, Number, Number, Number, Text, Flag, Number],
        /* finding */ [Text, Signed32, Flag, Text, Byte(5), Byte(2), Instant, Optional(Shape.Decimal)],
        /* amendment */ [Text, Count32, Count32, Flag],
        /* cancellation */ [Text, Count32, Text],
        /* assignment */ [Text, Text, Number, Fixed(16), Text, Text],
        /* override */ [Text, Text, Text, Text, Text, Text],
        /* dayOpened */ [Text, Date, List(Text, Number), Text, Hash, Hash, Text, Text, Hash],
        /* dayClosed */ [Text, Date, Fixed(32), Count, List(Text, Count), List(Text)],
        /* commitment */ [Text, Hash],
        /* checkpoint */ [Count, Hash, Hash],
        /* erasure */ [List(Fixed(16)), Text],
        /* repair */ [Count, Count, Count, Hash],
        /* clock */ [Instant],
    ];

    /// <summary>The most fields that a type has.</summary>
    public static readonly int MostFields = ByType.Max(fields => fields.Length);

    /// <summary>The fields of a type; null where the page has no such type in that version.</summary>
    public static Shape[]? Of(ulong type, ulong version) => version == 1 && type > 0 && type < (ulong)ByType.Length ? ByType[type] : null;
}
