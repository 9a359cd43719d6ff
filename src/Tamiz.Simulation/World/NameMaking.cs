using System.Globalization;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.World;

/// <summary>Invents names of firms, people and places.</summary>
public static class NameMaking
{
    private const double OwnScript = 1.0 / 12;

    private static readonly string[] Trades =
        ["Comercial", "Distribuidora", "Importadora", "Inversiones", "Suministros", "Agroindustrias", "Ferretería", "Corporación", "Grupo", "Industrias", "Almacenes", "Repuestos", "Farmacéutica", "Textiles", "Alimentos", "Servicios", "Tecnología", "Representaciones", "Autolote", "Bodegas"];

    private static readonly string[] Stems =
        ["Alba", "Bri", "Cora", "Dal", "Esta", "Fer", "Gua", "Hori", "Isle", "Jara", "Kala", "Lumi", "Mira", "Nor", "Ola", "Pal", "Quin", "Rio", "Sol", "Tera", "Uri", "Val", "Yara", "Zafi", "Monte", "Cumbre", "Vera", "Luna", "Costa", "Sierra"];

    private static readonly string[] Ends =
        ["mar", "tex", "plast", "nova", "sur", "norte", "verde", "lindo", "real", "centro", "port", "vista", "grande", "pan", "bel", "dor", "lia", "nia", "rosa", "mex", "tica", "co", "ria", "ven", "sol"];

    private static readonly string[] Forms = ["S.A.", "S.A. de C.V.", "S. de R.L.", "S. de R.L. de C.V.", "y Cía.", "Hnos."];

    private static readonly string[] Given =
        ["Ana", "Luis", "Carmen", "José", "María", "Carlos", "Sofía", "Óscar", "Elena", "Mario", "Rosa", "Víctor", "Julia", "Raúl", "Irma", "Hugo", "Nora", "Iván", "Delia", "Félix", "Gloria", "Edgar", "Lidia", "Noé"];

    private static readonly string[] Family =
        ["Alvarado", "Bonilla", "Cáceres", "Discua", "Euceda", "Funes", "Gálvez", "Henríquez", "Izaguirre", "Juárez", "Lagos", "Matute", "Núñez", "Ordóñez", "Pineda", "Quiroz", "Rápalo", "Sabillón", "Turcios", "Urbina", "Valladares", "Yanes", "Zelaya", "Mejía", "Rivera", "Castro"];

    private static readonly string[] Streets =
        ["Avenida Central", "Calle Real", "Boulevard del Norte", "Barrio El Centro", "Colonia Las Lomas", "Zona Industrial", "Calle del Puerto", "Barrio Abajo", "Colonia San José", "Avenida del Mercado", "Carretera al Sur", "Residencial El Valle"];

    private static readonly Dictionary<string, (string[] Stems, string[] Ends)> Abroad = new(StringComparer.Ordinal)
    {
        ["english"] = (["North", "Bright", "Harbor", "Summit", "Cedar", "Iron", "Silver", "Great Lake", "Blue Ridge", "Union", "Delta", "Prime"], ["Trading Inc.", "Supply LLC", "Exports Ltd.", "Industries Inc.", "Distribution LLC", "Foods Inc."]),
        ["spanish"] = (["Sol del Valle", "Montaña", "Del Pacífico", "Del Istmo", "San Telmo", "Los Andes", "La Ceiba", "El Roble", "Tres Ríos", "Nuevo Sur"], ["Exportadora S.A.", "Comercial S.A. de C.V.", "Industrias S.A.", "Alimentos S.A.S.", "Internacional S.A."]),
        ["portuguese"] = (["Bom Vale", "Serra Azul", "Rio Claro", "Nova Aurora", "Campo Belo"], ["Exportações Ltda.", "Indústria S.A.", "Comércio Ltda."]),
        ["french"] = (["Belle Rive", "Hautmont", "Clairval", "Montjoie"], ["Export SARL", "Industries SAS", "Négoce SA"]),
        ["italian"] = (["Valverde", "Montalto", "Bellariva", "Serracapri"], ["Export S.r.l.", "Industrie S.p.A.", "Meccanica S.r.l."]),
        ["german"] = (["Nordheim", "Waldau", "Steinbrück", "Lindental", "Oberfeld"], ["Handels GmbH", "Maschinenbau GmbH", "Export AG"]),
        ["turkish"] = (["Yıldıztepe", "Akçay", "Bozdağ", "Gülova"], ["Dış Ticaret A.Ş.", "Tekstil Ltd. Şti."]),
        ["arabic"] = (["Al Noor", "Al Waha", "Al Safa", "Bahr Al Zain", "Al Rimal"], ["General Trading FZE", "Trading LLC", "Import Export Co."]),
        ["russian"] = (["Severny Put", "Zolotaya Gora", "Vostok Les", "Polyarnaya"], ["OOO", "Trade OOO", "Export AO"]),
        ["chinese"] = (["Xinhe", "Guanghua", "Taiyuan Bright", "Jinlong", "Haitong", "Wanli", "Fuda", "Shunda", "Yongsheng", "Dongfang Star"], ["Trading Co., Ltd.", "Industrial Co., Ltd.", "Import & Export Co., Ltd.", "Technology Co., Ltd."]),
        ["korean"] = (["Haneul", "Saebit", "Dongbaek", "Mirae"], ["Trading Co., Ltd.", "Industry Co., Ltd."]),
        ["japanese"] = (["Aoyama", "Hoshikawa", "Minamizaki", "Kitano"], ["Shoji K.K.", "Kogyo Co., Ltd."]),
        ["vietnamese"] = (["Hoa Binh", "Thanh Cong", "Minh Phat", "Dai Duong"], ["Co., Ltd.", "Export JSC"]),
    };

    /// <summary>Name of a firm of the country.</summary>
    public static string Firm(ref Chance chance) => $"{chance.OneOf(Trades)} {Word(ref chance)} {chance.OneOf(Forms)}";

    /// <summary>A name that looks like another: of a firm that comes back under a new one.</summary>
    public static string Alike(string name, ref Chance chance)
    {
        var words = name.Split(' ');
        var core = words.Length > 1 ? words[1] : words[0];
        return chance.Below(17) switch
        {
            < 4 => $"{chance.OneOf(Trades)} {core} {chance.OneOf(Forms)}",
            < 8 => $"{words[0]} {Swapped(core, ref chance)} {chance.OneOf(Forms)}",
            < 12 => $"{words[0]} Nueva {core} {chance.OneOf(Forms)}",
            12 => Transliteration.ToCyrillic(name),
            _ => $"{core} {words[0]} {chance.OneOf(Forms)}",
        };
    }

    /// <summary>Name of a person.</summary>
    public static string Person(ref Chance chance) => $"{chance.OneOf(Given)} {chance.OneOf(Family)} {chance.OneOf(Family)}";

    /// <summary>An address in the country.</summary>
    public static string Address(ref Chance chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{chance.OneOf(Streets)}, {chance.Between(1, 40)} No. {chance.Between(1, 999)}");

    /// <summary>A telephone number.</summary>
    public static string Phone(ref Chance chance) => string.Create(CultureInfo.InvariantCulture, $"{chance.Between(2200, 9999)}-{chance.Between(0, 9999):0000}");

    /// <summary>Name of a firm abroad.</summary>
    /// <param name="style">Language of its names, as tables of goods give it.</param>
    /// <param name="chance">The row.</param>
    public static string Foreign(string style, ref Chance chance)
    {
        var (stems, ends) = Abroad[style];
        return $"{chance.OneOf(stems)} {Word(ref chance)} {chance.OneOf(ends)}";
    }

    /// <summary>Name of an exporter; one in twelve from where another script is used writes it in that.</summary>
    /// <param name="style">Language of its names, as tables of goods give it.</param>
    /// <param name="chance">The row.</param>
    public static string Exporter(string style, ref Chance chance)
    {
        var name = Foreign(style, ref chance);
        return style is not ("arabic" or "russian") || !chance.Happens(OwnScript) ? name
            : style == "arabic" ? Transliteration.ToArabic(name) : Transliteration.ToCyrillic(name);
    }

    /// <summary>An invented word.</summary>
    public static string Word(ref Chance chance)
    {
        var word = chance.OneOf(Stems) + chance.OneOf(Ends);
        return chance.Happens(0.35) ? word + chance.OneOf(Ends) : word;
    }

    private static string Swapped(string word, ref Chance chance)
    {
        if (word.Length < 4)
        {
            return word + "x";
        }

        var letters = word.ToCharArray();
        var at = 1 + chance.Below(word.Length - 2);
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }
}
