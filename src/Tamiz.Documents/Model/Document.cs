namespace Tamiz.Documents.Model;

/// <summary>A document as data: the same content whatever it is written as.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">What stands under the title on the first page; empty for nothing.</param>
/// <param name="Language">Language of its words; also of hyphenation and of the words that writers add (contents, page, table, figure).</param>
/// <param name="Date">Date on the first page.</param>
/// <param name="Author">Who issues it: the administration.</param>
/// <param name="Status">Draft, approved by whom and when, hash of what it was made from; empty for nothing.</param>
/// <param name="Blocks">Its content, in order.</param>
public sealed record Document(string Title, string Subtitle, Language Language, DateOnly Date, string Author, string Status, IReadOnlyList<Block> Blocks);
