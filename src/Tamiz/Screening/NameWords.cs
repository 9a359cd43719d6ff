using System.Collections.Frozen;

namespace Tamiz.Screening;

/// <summary>Words of names that do not tell one bearer from another.</summary>
internal static class NameWords
{
    /// <summary>Legal forms of companies, titles, particles and the marks before ships' names.</summary>
    public static FrozenSet<string> Dropped { get; } = new[]
    {
        "SA", "SAS", "SL", "SLU", "SRL", "SARL", "SACV", "CV", "RL", "EIRL", "LTDA", "LDA", "CIA", "COMPANIA", "CIE", "COMPAGNIE", "EURL",
        "LTD", "LIMITED", "LIMITADA", "LLC", "LLP", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "PLC", "PTE", "PTY", "PVT",
        "GMBH", "AG", "KG", "BV", "NV", "AB", "AS", "OY", "SPA", "SPZOO", "KFT", "OOO", "ZAO", "OAO", "PAO", "PJSC", "OJSC", "JSC",
        "FZE", "FZCO", "FZC", "BHD", "SDN",
        "DE", "DEL", "LA", "LAS", "LOS", "DA", "DO", "DOS", "DU", "DES", "THE", "AND", "Y", "E", "OF", "MR", "MRS", "MS", "DR", "MV",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Legal forms of several words, longest first. Each holds a dropped word or is out of order, so no normal form repeats one.</summary>
    public static string[][] Phrases { get; } =
    [
        ["SOCIEDAD", "DE", "RESPONSABILIDAD", "LIMITADA"], ["SOCIEDAD", "POR", "ACCIONES", "SIMPLIFICADA"],
        ["LIMITED", "LIABILITY", "COMPANY"], ["JOINT", "STOCK", "COMPANY"], ["S", "DE", "RL"],
        ["SOCIEDAD", "ANONIMA"], ["SOCIETE", "ANONYME"],
    ];

    /// <summary>Words that alone make no name: trades, places and first names that thousands bear.</summary>
    public static FrozenSet<string> Common { get; } = new[]
    {
        "AGENCY", "AHMAD", "AHMED", "ALEJANDRO", "AMERICA", "ANDRES", "ANTONIO", "BANK", "BANCO", "BRASIL", "CARGO", "CARLOS", "CHINA", "COLOMBIA",
        "COMERCIAL", "COMERCIALIZADORA", "COMMERCIAL", "CONSULTING", "CUBA", "CUSTOMS", "DAVID", "DISTRIBUIDORA", "ENTERPRISE", "ENTERPRISES",
        "EXPORT", "EXPORTADORA", "EXPORTS", "FERNANDO", "FOODS", "FRANCISCO", "GENERAL", "GLOBAL", "GROUP", "GRUPO", "HASSAN", "HOLDING",
        "HOLDINGS", "HUSSEIN", "IBRAHIM", "IMPORT", "IMPORTADORA", "IMPORTS", "INDUSTRIAL", "INDUSTRIAS", "INDUSTRIES", "INTERNACIONAL",
        "INTERNATIONAL", "INVERSIONES", "INVESTMENT", "INVESTMENTS", "IRAN", "JAMES", "JOHN", "JORGE", "JOSE", "JUAN", "KOREA", "LOGISTICA",
        "LOGISTICS", "LUIS", "MANUEL", "MARIA", "MARITIME", "MARKETING", "MEXICO", "MICHAEL", "MIGUEL", "MOHAMED", "MOHAMMAD", "MOHAMMED",
        "MOTORS", "MUHAMMAD", "NONE", "OMAR", "PEDRO", "PERSON", "PRODUCTS", "PRODUCTOS", "ROBERT", "RUSSIA", "SERVICES", "SERVICIOS",
        "SHIPPING", "SUPPLY", "SYRIA", "TECHNOLOGY", "TEST", "TRADE", "TRADERS", "TRADING", "TRANSPORT", "TRANSPORTES", "UNKNOWN", "VARIOS",
        "VARIOUS", "YUSUF",
    }.ToFrozenSet(StringComparer.Ordinal);
}
