using System.CommandLine;
using Tamiz.Formats;

namespace Tamiz.Cli;

/// <summary>Options that several commands have. Each command gets its own: an option remembers every command that it was ever added to.</summary>
internal static class CommonOptions
{
    private const string HomeName = "--home";
    private const string FormatName = "--format";
    private const string JsonName = "--json";
    private const string LanguageName = "--language";

    public static Option<string?> Home => new(HomeName) { Description = "the administration's home (default ./home where it exists)" };

    public static Option<string?> Format => new(FormatName) { Description = "how the files are written: csv, json or parquet (default as each begins)" };

    public static Option<bool> Json => new(JsonName) { Description = "print one JSON object" };

    public static Option<string?> Language => new(LanguageName) { Description = "language of what is said: es, fr, en or pt (default the home's first)" };

    /// <summary>The home asked for; null where none was.</summary>
    public static string? HomeOf(ParseResult parsed) => parsed.GetValue<string?>(HomeName);

    /// <summary>The language asked for; null where none was. False, said, where it is not one.</summary>
    public static bool TryLanguage(ParseResult parsed, Terminal terminal, out Language? language)
    {
        var code = parsed.GetValue<string?>(LanguageName);
        language = code is null ? null : Phrasebook.Find(code);
        if (code is not null && language is null)
        {
            terminal.Complain($"--language is es, fr, en or pt, not «{code}».");
            return false;
        }

        return true;
    }

    /// <summary>The format asked for; null where none was. False, said, where it is not one.</summary>
    public static bool TryFormat(ParseResult parsed, Terminal terminal, out FileFormat? format)
    {
        var name = parsed.GetValue<string?>(FormatName);
        format = name switch
        {
            "csv" => FileFormat.Csv,
            "json" => FileFormat.Json,
            "parquet" => FileFormat.Parquet,
            _ => null,
        };
        if (name is not null && format is null)
        {
            terminal.Complain($"--format is csv, json or parquet, not «{name}».");
            return false;
        }

        return true;
    }

    public static Terminal Terminal(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue<bool>(JsonName));
}
