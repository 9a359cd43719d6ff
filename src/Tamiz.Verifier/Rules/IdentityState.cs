namespace Tamiz.Verifier.Rules;

/// <summary>What happened to one identity so far, in 32 bytes.</summary>
internal struct IdentityState
{
    private const int FlagBits = 8;

    /// <summary>Its hash (IdentityHash).</summary>
    public UInt128 Identity;

    /// <summary>Number of the day on which it was drawn, from 1; 0 while it is not.</summary>
    public int Day;

    /// <summary>The lane in force, by its place among its day's from 1; 0 while there is none.</summary>
    public byte Lane;

    /// <summary>The least controlling lane that its draw allows, likewise; 0 where it allows any.</summary>
    public byte Drawn;

    /// <summary>Versions 0 to 7 that are declared, a bit each.</summary>
    public byte Declared;

    /// <summary>Versions 0 to 7 that are assessed, a bit each.</summary>
    public byte Assessed;

    private ulong _liveAndFlags;

    /// <summary>What was met.</summary>
    public IdentityMarks Marks
    {
        readonly get => (IdentityMarks)(_liveAndFlags & ((1 << FlagBits) - 1));
        set => _liveAndFlags = (_liveAndFlags >> FlagBits << FlagBits) | (byte)value;
    }

    /// <summary>Sequence of the live declaration of version 1.</summary>
    public ulong Live
    {
        readonly get => _liveAndFlags >> FlagBits;
        set => _liveAndFlags = (value << FlagBits) | (byte)Marks;
    }

    /// <summary>Whether it has such a declaration.</summary>
    public readonly bool IsLive => Marks.HasFlag(IdentityMarks.Live);
}
