using System.Globalization;
using System.Text;

namespace Tamiz.Cli;

/// <summary>Keys of draws for files. A live administration draws with a secret of its ledger; files draw with a number that anyone can repeat.</summary>
internal static class Seeds
{
    public const long Default = 20260101;

    public static byte[] OfFiles => Of(Default);

    public static byte[] Of(long seed) => Encoding.UTF8.GetBytes("tamiz files " + seed.ToString(CultureInfo.InvariantCulture));
}
