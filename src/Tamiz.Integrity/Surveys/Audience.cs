namespace Tamiz.Integrity.Surveys;

/// <summary>Who is asked.</summary>
public enum Audience
{
    /// <summary>Customs officials.</summary>
    Officials,

    /// <summary>Those who deal with customs: importers, exporters, brokers, carriers.</summary>
    Private,
}

/// <summary>How audiences are written in files.</summary>
public static class AudienceWords
{
    /// <summary>officials or private.</summary>
    public static string Of(Audience audience) => audience == Audience.Officials ? "officials" : "private";
}
