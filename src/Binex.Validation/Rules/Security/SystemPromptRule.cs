using Binex.Core.Diagnostics;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Security;

/// <summary>System prompts hold what the author wrote and nothing else.</summary>
internal sealed class SystemPromptRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var untrusted = new Untrusted(draft);
        foreach (var node in draft.Nodes)
        {
            if (node.Node is { Agent.IsModel: true, SystemPrompt: { IsConstant: false } prompt })
            {
                foreach (var use in node.References.Where(use => prompt.References.Any(reference => ReferenceEquals(reference, use.Reference))))
                {
                    Check(use, untrusted, findings);
                }
            }
        }
    }

    private static void Check(ReferenceUse use, Untrusted untrusted, FindingList findings)
    {
        if (untrusted.OriginOf(use.Reference) is { } origin)
        {
            findings.Add(
                DiagnosticCatalog.UntrustedSystemPrompt,
                use.Location,
                $"{origin} becomes part of a system prompt, which a model follows before anything else",
                "put it into the prompt, or narrow it with 'enum' or an output_schema");
        }
    }
}
