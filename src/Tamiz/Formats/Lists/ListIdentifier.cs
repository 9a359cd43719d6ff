namespace Tamiz.Formats.Lists;

/// <summary>A number that a list gives for an entry: passport, tax number, IMO ship number, registration …</summary>
/// <param name="Kind">As the publisher calls it.</param>
/// <param name="Value">The number as published.</param>
/// <param name="Country">Country that issued it, as published; null where not told.</param>
public sealed record ListIdentifier(string Kind, string Value, string? Country = null);
