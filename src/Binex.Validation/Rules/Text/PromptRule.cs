using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Text;

/// <summary>Prompts say something, to an agent that reads them; and files are named where they are read.</summary>
internal sealed class PromptRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            switch (node.Node.Agent.Scheme)
            {
                case "local" when node.Map.Text("agent")?.Value.StartsWith("local://", StringComparison.Ordinal) == true:
                    CheckUnread(node, "prompt", findings);
                    CheckUnread(node, "system_prompt", findings);
                    CheckFiles(node.Map!["inputs"], findings);
                    break;
                case "llm" or "human":
                    CheckEmpty(node, "prompt", node.Node.Prompt, findings);
                    CheckEmpty(node, "system_prompt", node.Node.SystemPrompt, findings);
                    CheckFiles(node.Map?["inputs"], findings);
                    break;
            }
        }

        foreach (var (_, value) in draft.Root.Map("vars")?.Entries ?? [])
        {
            CheckFiles(value is MappingNode variable ? variable["default"] : value, findings);
        }
    }

    private static void CheckUnread(NodeDraft node, string key, FindingList findings)
    {
        // What is merged into nodes of several kinds need not suit them all.
        if (node.Map!.Entry(key) is { Value: ScalarNode { IsText: true } } entry && entry.Key.Start >= node.Map.Start && entry.Key.Start < node.Map.End)
        {
            findings.Add(
                DiagnosticCatalog.UnreadPrompt,
                entry.Key.Location,
                $"{node.Node.Agent} does not read '{key}', so it has no effect",
                node.Node.Agent.Target == "template" ? "write the text as 'template' under 'inputs'" : "pass values on by 'inputs'");
        }
    }

    private static void CheckEmpty(NodeDraft node, string key, TextTemplate? prompt, FindingList findings)
    {
        // An empty system prompt in the workflow itself is one that was left out on purpose.
        if (prompt is not null && string.IsNullOrWhiteSpace(prompt.Source) && node.Map.Text(key) is { } written
            && (key == "prompt" || NamedFiles.IsName(written)))
        {
            findings.Add(
                DiagnosticCatalog.EmptyPrompt,
                written.Start == written.End ? node.Map!.Entry(key)!.Key.Location : written.Location,
                NamedFiles.IsName(written) ? "the file has nothing in it but blanks" : $"'{key}' has nothing in it but blanks",
                key == "prompt" ? "write what is asked; without 'prompt', the inputs and the upstream outputs are the message" : null);
        }
    }

    private static void CheckFiles(DocumentNode? value, FindingList findings)
    {
        if (value is null)
        {
            return;
        }

        foreach (var text in DocumentTexts.Below(value))
        {
            if (NamedFiles.IsName(text))
            {
                findings.Add(
                    DiagnosticCatalog.FileNotRead,
                    text.Location,
                    $"no file is read here; the text '{text.Value}' itself is passed on",
                    "files are read in 'prompt', 'system_prompt' and 'output_schema'");
            }
        }
    }
}
