using Tamiz.Formats.Lists;

namespace Tamiz.Screening;

/// <summary>A name that stands on a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Name">The name of the entry that was met.</param>
public sealed record NameHit(ListSnapshot List, ListEntry Entry, ListName Name);
