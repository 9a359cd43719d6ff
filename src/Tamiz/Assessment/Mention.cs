namespace Tamiz.Assessment;

/// <summary>What the words of an indicator mention at one of their places, and where it is read.</summary>
/// <param name="Name">The place in the words.</param>
/// <param name="Read">The value, from an item and its facts; read only where the words have the place.</param>
public sealed record Mention(string Name, Func<GatheredItem, Argument> Read);
