namespace Tamiz.History;

/// <summary>What has been declared under a key, as of an instant.</summary>
/// <param name="Items">Items before; 0 for a key never seen.</param>
/// <param name="FirstDay">Days since 1970-01-01 of the first.</param>
/// <param name="LastDay">Days since 1970-01-01 of the last.</param>
public readonly record struct KeyTrace(int Items, int FirstDay, int LastDay);
