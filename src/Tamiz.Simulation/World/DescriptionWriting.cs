using System.Globalization;
using System.Text;
using Tamiz.Simulation.Drawing;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Writes goods descriptions as people do: brands, numbers, abbreviations, slips.</summary>
public static class DescriptionWriting
{
    private static readonly string[] Spanish = ["NUEVO", "S/M", "marca {0}", "modelo {1}", "caja x {2}", "{2} und", "para la venta", "c/u", "ref. {1}", "surtido", "p/ uso propio"];
    private static readonly string[] English = ["NEW", "brand {0}", "model {1}", "{2} pcs", "ctn of {2}", "ref. {1}", "assorted", "for resale", "w/ accessories"];

    /// <summary>A description of goods in somebody's way of writing.</summary>
    public static string Write(Good good, WritingStyle style, ref Chance chance)
    {
        var text = chance.OneOf(style.Spanish ? good.Spanish : good.English);
        if (chance.Happens(style.Wordy))
        {
            var extra = chance.OneOf(style.Spanish ? Spanish : English);
            text = $"{text} {Fill(extra, ref chance)}";
        }

        if (!style.Accents)
        {
            text = WithoutAccents(text);
        }

        if (chance.Happens(style.Careless))
        {
            text = Slip(text, ref chance);
        }

        return style.Capitals ? text.ToUpperInvariant() : text;
    }

    private static string Fill(string extra, ref Chance chance) =>
        extra.Contains("{0}", StringComparison.Ordinal) ? extra.Replace("{0}", NameMaking.Word(ref chance), StringComparison.Ordinal)
        : extra.Contains("{1}", StringComparison.Ordinal) ? extra.Replace("{1}", string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + chance.Below(26))}{chance.Between(10, 9999)}"), StringComparison.Ordinal)
        : extra.Replace("{2}", chance.Between(2, 500).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string WithoutAccents(string text)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var plain = text[i] switch { 'á' => 'a', 'é' => 'e', 'í' => 'i', 'ó' => 'o', 'ú' => 'u', 'ñ' => 'n', 'ü' => 'u', var other => other };
            if (plain != text[i])
            {
                changed ??= new StringBuilder(text);
                changed[i] = plain;
            }
        }

        return changed?.ToString() ?? text;
    }

    // A letter lost, doubled or swapped, or the words cut short.
    private static string Slip(string text, ref Chance chance)
    {
        if (text.Length < 6)
        {
            return text;
        }

        var at = 1 + chance.Below(text.Length - 3);
        return chance.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => text[..Math.Max(5, text.Length / 2)].TrimEnd() + ".",
        };
    }
}
