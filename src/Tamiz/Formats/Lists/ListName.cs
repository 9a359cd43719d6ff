namespace Tamiz.Formats.Lists;

/// <summary>A name that a list gives for an entry.</summary>
/// <param name="Text">As published.</param>
/// <param name="Kind">How sure the publisher is of it.</param>
public sealed record ListName(string Text, ListNameKind Kind);
