using Tamiz.Documents.Lettering;

namespace Tamiz.Documents.Templates;

/// <summary>How documents look.</summary>
/// <param name="TextFont">Family of the running text; Inter is carried along, any other must be on the reader's machine.</param>
/// <param name="HeadingFont">Family of headings and the title.</param>
/// <param name="Colours">The colours.</param>
/// <param name="Page">Size of the paper.</param>
public sealed record Template(string TextFont, string HeadingFont, Palette Colours, PageSize Page)
{
    /// <summary>The look where no template is given.</summary>
    public static Template Default { get; } = new(FontFile.Name, FontFile.Name, Palette.Default, PageSize.ByLanguage);

    /// <summary>A logo for the title page as PNG; empty for none.</summary>
    public ReadOnlyMemory<byte> Logo { get; init; }

    /// <summary>Words at the foot of the title page, by language; the first stands in where one is missing.</summary>
    public IReadOnlyList<(Language Language, string Text)> CoverText { get; init; } = [];

    /// <summary>A DOCX whose styles are taken before ours; empty for none.</summary>
    public ReadOnlyMemory<byte> Base { get; init; }

    /// <summary>The words at the foot of the title page in a language; empty for none.</summary>
    internal string CoverIn(Language language) =>
        CoverText.Where(text => text.Language == language).Concat(CoverText).Select(text => text.Text).FirstOrDefault() ?? "";

    /// <summary>Whether the paper is US Letter.</summary>
    internal bool IsLetter(Language language) => Page == PageSize.Letter || (Page == PageSize.ByLanguage && language == Language.Es);
}
