using Tamiz.Formats;
using static Tamiz.Simulation.Packs.PackReader;

namespace Tamiz.Simulation.Packs;

/// <summary>Reads a pack's sections on control, fraud, corruption and knowledge.</summary>
internal static class ControlReader
{
    public static ControlPlan Read(YamlSection section)
    {
        var plan = new ControlPlan
        {
            Red = Share(section, "red", 0.04),
            Yellow = Share(section, "yellow", 0.02),
            Random = Share(section, "random", 0.005),
            DelayDays = Number(section, "delayDays", 5, 0.1, 365),
            DelaySigma = Number(section, "delaySigma", 0.8, 0, 2),
            Minutes = Number(section, "minutes", 90, 1, 10_000),
            Skill = Number(section, "skill", 1, 0, 2),
            SkillSigma = Number(section, "skillSigma", 0.25, 0, 2),
            Absence = Share(section, "absence", 0.06),
            Appeals = Share(section, "appeals", 0.05),
            Overturned = Share(section, "overturned", 0.3),
            Reassigned = Share(section, "reassigned", 0.02),
            Overridden = Share(section, "overridden", 0.01),
            LegacyValue = Number(section, "legacyValue", 3, 0.1, 1000),
        };
        section.RejectUnknownKeys();
        if (plan.Red + plan.Yellow > 1)
        {
            section.Report("red", $"{plan.Red + plan.Yellow:P0} with yellow", "at most 100 % together");
        }

        return plan;
    }

    public static FraudPlan ReadFraud(YamlSection section)
    {
        var plan = new FraudPlan
        {
            Rate = Number(section, "rate", 0.02, 0, 0.5),
            Drift = Number(section, "drift", 0, -0.5, 0.5),
            NewTrader = Number(section, "newTrader", 1.5, 0.01, 100),
            RareGoods = Number(section, "rareGoods", 2, 0.01, 100),
            ValueExponent = Number(section, "valueExponent", 0.4, -2, 2),
            SizeExponent = Number(section, "sizeExponent", 0, -2, 2),
            ReadinessSigma = Number(section, "readinessSigma", 0.5, 0, 3),
            OtherItems = Share(section, "otherItems", 0.8),
            Schemes = ReadWeights(section.Section("schemes", required: true), 1_000_000),
        };
        section.RejectUnknownKeys();
        if (plan.Rate > 0 && plan.Schemes.Values.All(weight => weight <= 0))
        {
            section.Report("schemes", "", "a scheme with a weight above 0, or a rate of 0");
        }

        return plan;
    }

    public static CorruptionPlan ReadCorruption(YamlSection section)
    {
        var plan = new CorruptionPlan
        {
            Pairs = section.Has("pairs") ? Numbers(section, "pairs", 0, 1) : [],
            Leniency = Share(section, "leniency", 0.2),
            Overrides = Share(section, "overrides", 0.2),
            Edits = Share(section, "edits", 0.2),
            Lookups = Number(section, "lookups", 5, 0, 1000),
            FlashEdits = Number(section, "flashEdits", 0.5, 0, 100),
            Presence = Share(section, "presence", 0.1),
            OddHours = Share(section, "oddHours", 0.05),
        };
        section.RejectUnknownKeys();
        return plan;
    }

    public static KnowledgePlan ReadKnowledge(YamlSection section)
    {
        var plan = new KnowledgePlan
        {
            Reports = Number(section, "reports", 5, 0, 1000),
            True = Share(section, "true", 0.45),
            Stale = Share(section, "stale", 0.2),
            Strangers = section.Whole("strangers", 400, 0, 100_000),
            Listed = Share(section, "listed", 0.5),
            Innocent = Share(section, "innocent", 0.002),
            Prices = Share(section, "prices", 0.8),
            Mirror = Share(section, "mirror", 1),
        };
        section.RejectUnknownKeys();
        if (plan.True + plan.Stale > 1)
        {
            section.Report("true", $"{plan.True + plan.Stale:P0} with stale", "at most 100 % together");
        }

        return plan;
    }
}
