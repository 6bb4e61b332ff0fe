using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules.Models;

namespace Binex.Validation.Rules.Money;

/// <summary>A cap on a model or a tag is a cap on something: a name that no node has holds nothing back.</summary>
/// <param name="prices">The price book, by which names of models are the same.</param>
internal sealed class GroupCapRule(IPriceBook prices) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var budget = draft.Root.Map("budget");
        var tags = draft.Nodes.SelectMany(node => node.Node.Tags).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Check(budget.Map("tags"), name => tags.Contains(name), tags, "no node has the tag", findings);

        // Which model a name stands for that is only known at run time, is only known at run time.
        if (budget.Map("models") is { } models && !draft.Nodes.Any(IsOfAnyModel))
        {
            var asked = ModelUse.Of(draft).Select(use => use.Model).ToList();
            var priced = asked.Select(Priced).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Check(models, name => priced.Contains(Priced(name)), asked, "no node asks the model", findings);
        }
    }

    private static void Check(MappingNode? caps, Func<string, bool> isUsed, IReadOnlyCollection<string> names, string complaint, FindingList findings)
    {
        foreach (var (key, _) in caps?.Entries ?? [])
        {
            if (!isUsed(key.Value))
            {
                findings.Add(
                    DiagnosticCatalog.CapOfNothing,
                    key.Location,
                    $"{complaint} '{key.Value}', so this cap holds nothing back",
                    Spelling.Hint(key.Value, names) ?? "remove it, or write the name that nodes have");
            }
        }
    }

    private static bool IsOfAnyModel(NodeDraft node) =>
        (node.Map.Text("agent") ?? node.ModelPlace)?.Value.Contains("${", StringComparison.Ordinal) == true;

    private string Priced(string model) => prices.Find(model)?.Model ?? model;
}
