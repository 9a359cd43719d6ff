namespace Tamiz.Intelligence;

/// <summary>What a condition says of an item.</summary>
internal enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It holds.</summary>
    True,

    /// <summary>The field is missing, or not precise enough.</summary>
    Unknown,
}
