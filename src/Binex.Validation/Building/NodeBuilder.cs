using Binex.Core.Costs;
using Binex.Core.Expressions;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Builds nodes, with the workflow's defaults in them.</summary>
internal sealed class NodeBuilder(NamedFiles files, FindingList findings, DefaultSettings defaults, AttachmentBuilder attachments)
{
    // Stands in where the agent is missing or wrong; such a draft never becomes a workflow.
    private static readonly AgentUri NoAgent = new("local", "noop");

    private readonly OutputSchemaBuilder _schemas = new(files, findings);

    /// <summary>Builds a node.</summary>
    /// <param name="entry">Its id and what is written under it.</param>
    public NodeDraft Build(MappingEntry entry)
    {
        var map = entry.Value as MappingNode;
        var uses = new List<ReferenceUse>();
        var (agent, modelPlace) = AgentOf(map);
        var isModel = agent.IsModel || map.Text("pattern") is not null;
        var allowOutside = map.Flag("allow_outside") ?? defaults.AllowOutside;
        var schema = _schemas.Build(map, allowOutside);
        var deadline = DeadlineBuilder.Build(map, findings) ?? defaults.Deadline;
        var node = new Node
        {
            Id = entry.Key.Value,
            Agent = agent,
            Location = entry.Key.Location,
            Description = map.Text("description")?.Value,
            Tags = (string[])[.. map.Texts("tags").Select(tag => tag.Value)],
            SystemPrompt = PromptOf(map, "system_prompt", allowOutside, uses) ?? (isModel && map?["system_prompt"] is null ? DefaultPrompt(uses) : null),
            Prompt = PromptOf(map, "prompt", allowOutside, uses),
            Attachments = attachments.Build(map, agent, allowOutside, uses),
            Inputs = InputsOf(map.Map("inputs"), uses),
            Outputs = OutputsBuilder.Build(map, findings),
            DependsOn = (string[])[.. map.Texts("depends_on").Select(id => id.Value)],
            When = map.Text("when") is { } when ? TemplateReader.Condition(new LocatedText(when), uses, findings) : null,
            Model = ModelSettingsBuilder.Build(map.Map("config"), defaults, uses, findings),
            Fallbacks = (string[])[.. map.Texts("fallbacks").Select(model => AgentUri.Parse(model.Value) is { IsModel: true } named ? named.Target : model.Value)],
            Retry = RetryBuilder.Build(map.Map("retry_policy") ?? defaults.RetryPolicy, isModel, findings),
            Deadline = deadline > TimeSpan.Zero ? deadline : null,
            Budget = BudgetBuilder.Node(map, findings),
            CostEstimate = map.Map("cost").Number("estimate") is >= 0 and var estimate ? new Money(estimate) : null,
            OutputSchema = schema?.Schema,
            Repair = map?["repair"] is not ScalarNode { Value: "off" or "false" or "False" or "FALSE" },
            BackEdge = BackEdgeOf(map.Map("back_edge"), uses),
            ContinueOnError = map.Flag("continue_on_error") == true,
            SkipPropagation = map.Flag("skip_propagation") == true,
            SideEffects = map.Flag("side_effects") == true,
            Cache = map.Flag("cache") ?? defaults.Cache,
        };
        return new NodeDraft
        {
            Key = entry.Key,
            Map = map,
            Node = node,
            References = uses,
            ModelPlace = modelPlace,
            ItemName = map?["foreach"] is { } each ? (each as MappingNode).Text("as")?.Value ?? "item" : null,
            OutputSchema = schema?.Place,
            IsExpanded = map.Text("pattern") is not null || map.Text("type") is not null,
        };
    }

    private (AgentUri Agent, ScalarNode? ModelPlace) AgentOf(MappingNode? map)
    {
        if (map.Text("agent") is not { } written)
        {
            var kind = map.Text("pattern") ?? map.Text("type");
            return (kind is null ? NoAgent : new AgentUri(map.Text("pattern") is null ? "loop" : "pattern", kind.Value), null);
        }

        var agent = AgentUri.Parse(written.Value) ?? NoAgent;
        if (!agent.IsModel || agent.Target.Length > 0)
        {
            return (agent, agent.IsModel && !agent.Target.Contains("${", StringComparison.Ordinal) ? written : null);
        }

        return defaults.Model is { } model ? (agent with { Target = model.Value }, model) : (agent, null);
    }

    private TextTemplate? PromptOf(MappingNode? map, string key, bool allowOutside, List<ReferenceUse> uses) =>
        map.Text(key) is { } scalar && files.TextOf(scalar, allowOutside) is { } text ? TemplateReader.Template(text, uses, findings) : null;

    private TextTemplate? DefaultPrompt(List<ReferenceUse> uses)
    {
        uses.AddRange(defaults.SystemPromptUses);
        return defaults.SystemPrompt;
    }

    private List<NodeInput> InputsOf(MappingNode? inputs, List<ReferenceUse> uses)
    {
        if (inputs is null)
        {
            return [];
        }

        ReadTexts(inputs, uses);
        return [.. inputs.Entries.Select(entry => new NodeInput(entry.Key.Value, ValueTemplate.Parse(entry.Value.ToJson())))];
    }

    private void ReadTexts(DocumentNode node, List<ReferenceUse> uses)
    {
        switch (node)
        {
            case MappingNode map:
                foreach (var (_, value) in map.Entries)
                {
                    ReadTexts(value, uses);
                }

                break;
            case SequenceNode list:
                foreach (var item in list.Items)
                {
                    ReadTexts(item, uses);
                }

                break;
            case ScalarNode { IsText: true } scalar when scalar.Value.Contains("${", StringComparison.Ordinal):
                TemplateReader.Template(new LocatedText(scalar), uses, findings);
                break;
        }
    }

    private BackEdge? BackEdgeOf(MappingNode? map, List<ReferenceUse> uses)
    {
        const int DefaultIterations = 5;
        if (map.Text("target") is not { } target || map.Text("when") is not { } when)
        {
            return null;
        }

        var condition = TemplateReader.Condition(new LocatedText(when), uses, findings, isInBackEdge: true);
        return new BackEdge(
            target.Value,
            condition,
            Math.Max(1, map.Integer("max_iterations") ?? DefaultIterations),
            map.Text("on_limit")?.Value == "accept");
    }
}
