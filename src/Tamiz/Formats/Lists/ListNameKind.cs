namespace Tamiz.Formats.Lists;

/// <summary>How a list gives a name.</summary>
public enum ListNameKind
{
    /// <summary>The entry's own name.</summary>
    Primary,

    /// <summary>Also known as.</summary>
    StrongAlias,

    /// <summary>An alias that the publisher calls weak or of low quality.</summary>
    WeakAlias,

    /// <summary>Formerly known as.</summary>
    Former,
}
