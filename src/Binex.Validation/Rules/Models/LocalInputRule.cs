using System.Globalization;
using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>The agents of <c>local://</c> have the inputs without which they fail.</summary>
internal sealed class LocalInputRule : IRule
{
    private const string Milliseconds = "ms";

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Map.Text("agent") is { } agent && Needed(agent.Value) is { } name && node.Map?["inputs"] is null or MappingNode)
            {
                Check(agent, name, node.Map.Map("inputs"), findings);
            }
        }
    }

    private static string? Needed(string agent) => agent switch
    {
        "local://template" => "template",
        "local://select" => "value",
        "local://sleep" => Milliseconds,
        _ => null,
    };

    private static void Check(ScalarNode agent, string name, MappingNode? inputs, FindingList findings)
    {
        if (inputs?[name] is not { } written)
        {
            var near = Spelling.Nearest(name, inputs?.Entries.Select(entry => entry.Key.Value) ?? []);
            findings.Add(
                DiagnosticCatalog.MissingLocalInput,
                agent.Location,
                $"'{agent.Value}' needs the input '{name}' and fails without it",
                near is null ? $"write 'inputs: {{ {name}: … }}'" : $"is '{near}' in its inputs meant to be '{name}'?");
        }
        else if (name == Milliseconds && !CanWait(written))
        {
            findings.Add(
                DiagnosticCatalog.MissingLocalInput,
                written.Location,
                $"'{agent.Value}' needs a number of milliseconds in '{name}' and fails without it",
                "write a number from 0, such as 500");
        }
    }

    // A text may be a number as well, and one with references is known only when it runs.
    private static bool CanWait(DocumentNode written) => written switch
    {
        ScalarNode { IsText: true } text => text.Value.Contains("${", StringComparison.Ordinal)
            || (decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && IsWait(number)),
        ScalarNode scalar => scalar.Number is { } number && IsWait(number),
        _ => false,
    };

    private static bool IsWait(decimal milliseconds) => milliseconds is >= 0 and <= int.MaxValue;
}
