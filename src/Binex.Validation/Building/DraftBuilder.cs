using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Configuration;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Builds what can be built of a document. What has the wrong type or is missing was reported by the schema check and is passed over.</summary>
internal sealed class DraftBuilder(NamedFiles files, FindingList findings, ProjectConfiguration project, IReadOnlyDictionary<string, JsonElement>? values)
{
    /// <summary>Builds a workflow.</summary>
    public WorkflowDraft Build(MappingNode root)
    {
        var defaults = ReadDefaults(root.Map("defaults"));
        var variables = VariableBuilder.Build(root.Map("vars"), findings);
        var nodes = new NodeBuilder(files, findings, defaults, new AttachmentBuilder(files, findings, variables, values));
        var uses = new List<ReferenceUse>();
        var concurrency = root["concurrency"] is null ? root.Map("defaults")?["concurrency"] : root["concurrency"];
        return new WorkflowDraft(root, (NodeDraft[])[.. root.Map("nodes")?.Entries.Select(nodes.Build) ?? []])
        {
            Defaults = defaults,
            Budget = project.Budget.Over(BudgetBuilder.Workflow(root, findings)),
            Concurrency = ConcurrencyBuilder.Build(concurrency) ?? project.Concurrency ?? new ConcurrencyLimits(),
            Gates = new GateBuilder(findings).Build(root.Map("gates")).Or(project.Gates),
            Variables = variables,
            Outputs = OutputsOf(root.Map("outputs"), uses),
            OutputReferences = uses,
            Files = (SourceText[])[.. files.Texts.Values],
        };
    }

    private DefaultSettings ReadDefaults(MappingNode? map)
    {
        var uses = new List<ReferenceUse>();
        var allowOutside = map.Flag("allow_outside") == true;
        var prompt = map.Text("system_prompt") is { } scalar ? files.TextOf(scalar, allowOutside) : null;
        return new DefaultSettings
        {
            Model = map.Text("model"),
            SystemPrompt = prompt is null ? null : TemplateReader.Template(prompt, uses, findings),
            SystemPromptUses = uses,
            MaxTokens = map.Integer("max_tokens"),
            MinOutputTokens = map.Integer("min_output_tokens"),
            Temperature = (double?)map.Number("temperature"),
            RetryPolicy = map.Map("retry_policy"),
            Deadline = DeadlineBuilder.Build(map, findings),
            Cache = map.Flag("cache") == true,
            AllowOutside = allowOutside,
        };
    }

    private List<WorkflowOutput> OutputsOf(MappingNode? map, List<ReferenceUse> uses) =>
    [
        .. (map?.Entries ?? [])
            .Where(entry => entry.Value is ScalarNode { IsText: true })
            .Select(entry => new WorkflowOutput(entry.Key.Value, TemplateReader.Template(new LocatedText((ScalarNode)entry.Value), uses, findings))),
    ];
}
