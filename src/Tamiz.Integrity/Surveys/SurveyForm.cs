using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Surveys;

/// <summary>What one audience is asked.</summary>
/// <param name="Audience">Who is asked.</param>
/// <param name="Backgrounds">What respondents say of themselves.</param>
/// <param name="Statements">What they agree or disagree with.</param>
public sealed record SurveyForm(Audience Audience, IReadOnlyList<Background> Backgrounds, IReadOnlyList<Statement> Statements)
{
    /// <summary>The background question of an id; null where there is none.</summary>
    public Background? FindBackground(string id) => Backgrounds.FirstOrDefault(background => background.Id == id);

    /// <summary>The statement of an id; null where there is none.</summary>
    public Statement? FindStatement(string id) => Statements.FirstOrDefault(statement => statement.Id == id);

    /// <summary>The same with the categories that a round gives to background questions that leave them open.</summary>
    public SurveyForm With(IReadOnlyDictionary<string, IReadOnlyList<Category>> categories) => this with
    {
        Backgrounds = [.. Backgrounds.Select(background => background.Categories.Count == 0 && categories.TryGetValue(background.Id, out var own) ? background with { Categories = own } : background)],
    };
}

/// <summary>A background question; its answers are the strata of the survey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The question.</param>
/// <param name="Categories">The answers to choose from; none where each round gives its own (regions, offices).</param>
public sealed record Background(string Id, LocalText Text, IReadOnlyList<Category> Categories);

/// <summary>An answer to a background question.</summary>
/// <param name="Id">As it stands in files of answers.</param>
/// <param name="Text">As respondents read it.</param>
public sealed record Category(string Id, LocalText Text);

/// <summary>A statement to agree or disagree with, from 1 (not at all) to 5 (fully).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Factor">The factor it belongs to.</param>
/// <param name="Text">As respondents read it.</param>
/// <param name="IsReversed">Whether agreeing is unfavourable.</param>
public sealed record Statement(string Id, Factor Factor, LocalText Text, bool IsReversed);
