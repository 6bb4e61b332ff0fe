using System.Globalization;
using Binex.Cli.Running;
using Binex.Core.Workflows;
using Binex.Validation.Configuration;

namespace Binex.Cli.Projects;

/// <summary>
/// Every value that holds for runs, by order of precedence: environment, workflow, <c>binex.yaml</c>, built-in default. Options of the command line
/// go before all of them.
/// </summary>
internal static class EffectiveSettings
{
    private const string Budget = "budget.run";
    private const string Concurrency = "concurrency";

    /// <summary>The values, those of the file first and in its order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="workflow">What a workflow writes; empty for none.</param>
    public static IReadOnlyList<Setting> Of(Project project, Func<string, string?> environment, IReadOnlyList<WrittenValue> workflow)
    {
        var settings = (project.Read?.Values ?? []).Select(Of).ToList();
        if (workflow.FirstOrDefault(value => value.Key is "budget" or "budget.max_cost") is { } own)
        {
            var cap = project.Configuration.Budget.Run;
            if (cap is null || (Amount(own.Value) is { } amount && amount < cap.Value.Usd))
            {
                Replace(settings, Budget, [Of(own) with { Key = Budget }]);
            }
        }

        var concurrency = workflow.Where(value => IsAt(value.Key, Concurrency)).Select(Of).ToList();
        if (concurrency.Count > 0)
        {
            Replace(settings, Concurrency, concurrency);
        }

        FromEnvironment(settings, "store", "BINEX_STORE", environment);
        FromEnvironment(settings, Budget, RunFlags.BudgetVariable, environment);
        FromEnvironment(settings, Concurrency, RunFlags.ConcurrencyVariable, environment);
        AddDefault(settings, "store", "store", Project.DefaultStore);
        AddDefault(settings, Budget, Budget, WorkflowBudget.DefaultMaxCost.ToExactString());
        AddDefault(settings, Concurrency, "concurrency.default", ConcurrencyLimits.DefaultModelNodes.ToString(CultureInfo.InvariantCulture));
        return settings;
    }

    private static Setting Of(WrittenValue value) => new(value.Key, value.Value) { Location = value.Location };

    private static void FromEnvironment(List<Setting> settings, string key, string variable, Func<string, string?> environment)
    {
        if (environment(variable) is { Length: > 0 } value)
        {
            Replace(settings, key, [new Setting(key, value) { Variable = variable }]);
        }
    }

    private static void AddDefault(List<Setting> settings, string area, string key, string value)
    {
        if (!settings.Exists(setting => IsAt(setting.Key, area)))
        {
            settings.Add(new Setting(key, value));
        }
    }

    private static void Replace(List<Setting> settings, string area, IReadOnlyList<Setting> by)
    {
        var at = settings.FindIndex(setting => IsAt(setting.Key, area));
        settings.RemoveAll(setting => IsAt(setting.Key, area));
        settings.InsertRange(at < 0 ? settings.Count : at, by);
    }

    private static bool IsAt(string key, string area) =>
        key.StartsWith(area, StringComparison.Ordinal) && (key.Length == area.Length || key[area.Length] == '.');

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
