using System.Globalization;
using Tamiz.Formats;
using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Packs;

/// <summary>Reads a pack.</summary>
public static class PackReader
{
    private const int MostOffices = 500;
    private const double MostOfficers = 5_000;
    private const int MostHolidays = 100;

    /// <summary>Reads a pack; what is wrong goes to <paramref name="diagnostics"/>, and an error there means that it must not be used.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">Its name for diagnostics.</param>
    /// <param name="goods">Receives the name of the table of goods.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Pack Read(string yaml, string file, out string goods, ICollection<Diagnostic> diagnostics)
    {
        var top = PlanText.Parse(yaml, file, diagnostics);
        goods = PlanWords.Name(top, "goods");
        var pack = new Pack
        {
            Name = PlanWords.Name(top, "name"),
            Code = PlanWords.Country(top, "code"),
            Administration = PlanWords.Line(top, "administration"),
            Spanish = Share(top, "spanish", 0.9),
            TimeZone = PlanWords.Zone(top, "timeZone"),
            Vat = Share(top, "vat", 0.15),
            DeMinimis = Number(top, "deMinimis", 0, 0, 1_000_000),
            Currency = ReadCurrency(top.Section("currency", required: true)),
            Calendar = ReadCalendar(top.Section("calendar", required: true)),
            Offices = ReadOffices(top, diagnostics),
            Bound = Share(top, "bound", 0.9),
            Trade = TradeReader.Read(top.Section("trade", required: true)),
            Preferences = ReadWeights(top.Section("preferences"), 1),
            Control = ControlReader.Read(top.Section("control", required: true)),
            Fraud = ControlReader.ReadFraud(top.Section("fraud", required: true)),
            Honest = ReadWeights(top.Section("honest"), 0.5),
            Drift = ReadDrift(top.Section("drift")),
            Corruption = ControlReader.ReadCorruption(top.Section("corruption", required: true)),
            Knowledge = ControlReader.ReadKnowledge(top.Section("knowledge", required: true)),
        };
        _ = TargetTable.Of(top, diagnostics);
        ParameterSources.Check(top, diagnostics);
        top.RejectUnknownKeys();
        return pack;
    }

    internal static double Number(YamlSection section, string key, double otherwise, double min, double max) =>
        (double)section.Number(key, (decimal)otherwise, (decimal)min, (decimal)max);

    internal static double Share(YamlSection section, string key, double otherwise) => Number(section, key, otherwise, 0, 1);

    internal static Dictionary<string, double> ReadWeights(YamlSection section, double most)
    {
        var weights = section.Keys.ToArray().ToDictionary(key => key, key => Number(section, key, 0, 0, most), StringComparer.Ordinal);
        section.RejectUnknownKeys();
        return weights;
    }

    internal static List<double> Numbers(YamlSection section, string key, int count, double most)
    {
        var texts = section.Texts(key);
        var numbers = new List<double>();
        foreach (var text in texts)
        {
            var percent = text.EndsWith('%');
            if (decimal.TryParse(percent ? text[..^1].TrimEnd() : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
                && (double)(percent ? read / 100 : read) is >= 0 and var number && number <= most)
            {
                numbers.Add(number);
            }
        }

        if (numbers.Count != texts.Count || (count > 0 && numbers.Count != count) || numbers.Count > 1000)
        {
            section.Report(key, string.Join(", ", texts), $"{(count > 0 ? count : "at most 1000")} numbers from 0 to {most}");
            return [.. Enumerable.Repeat(1.0, Math.Max(count, 1))];
        }

        return numbers;
    }

    /// <summary>The elements of a list, no more than may be; TZ0104 where there are more.</summary>
    internal static IEnumerable<YamlSection> Bounded(YamlSection section, string key, int most)
    {
        var elements = section.Sections(key, required: true);
        if (elements.Count > most)
        {
            section.Report(key, $"{elements.Count}", $"at most {most}");
        }

        return elements.Take(most);
    }

    private static CurrencyPlan ReadCurrency(YamlSection section)
    {
        var plan = new CurrencyPlan(PlanWords.Currency(section, "code"), Number(section, "perDollar", 1, 0.0001, 1_000_000),
            Number(section, "drift", 0, -0.5, 0.5), Share(section, "noise", 0));
        section.RejectUnknownKeys();
        return plan;
    }

    private static CalendarPlan ReadCalendar(YamlSection section)
    {
        var plan = new CalendarPlan(Numbers(section, "week", 7, 100), Numbers(section, "months", 12, 100), PlanWords.List(section, "holidays", WordForm.Day),
            section.Whole("opens", 7, 0, 12), section.Whole("closes", 18, 13, 23));
        section.RejectUnknownKeys();
        if (plan.Week.Sum() <= 0 || plan.Months.Any(weight => weight <= 0))
        {
            section.Report("week", "", "a day of the week, and every month, with a weight above 0");
        }

        if (plan.Holidays.Count > MostHolidays)
        {
            section.Report("holidays", $"{plan.Holidays.Count}", $"at most {MostHolidays}");
        }

        return plan;
    }

    private static List<OfficePlan> ReadOffices(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var offices = new List<OfficePlan>();
        foreach (var section in Bounded(top, "offices", MostOffices))
        {
            var office = new OfficePlan(PlanWords.Code(section, "code"), PlanWords.Line(section, "name"),
                section.Choice("mode", "sea", "sea", "land", "air"), Number(section, "declarations", 1, 0.0001, 1_000_000),
                Number(section, "value", 1, 0.01, 100), Number(section, "officers", 2, 0.1, 10_000), section.Flag("scanner", false));
            section.RejectUnknownKeys();
            if (offices.Exists(other => other.Code == office.Code))
            {
                diagnostics.Add(PackDiagnostics.Twice.At(section.PlaceOf("code"), office.Code));
            }

            offices.Add(office);
        }

        var officers = offices.Sum(office => office.Officers);
        if (offices.Count == 0 || officers > MostOfficers)
        {
            top.Report("offices", $"{offices.Count} offices, {officers:0} officers", $"at least one office, and at most {MostOfficers} officers in all");
        }

        return offices;
    }

    private static DriftPlan ReadDrift(YamlSection section)
    {
        var plan = new DriftPlan(Share(section, "goods", 0), Share(section, "prices", 0), Share(section, "origins", 0),
            Share(section, "suppliers", 0), Share(section, "lines", 0));
        section.RejectUnknownKeys();
        return plan;
    }
}
