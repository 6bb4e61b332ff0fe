using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Costs;
using Binex.Core.Expressions;
using Binex.Core.Text;

namespace Binex.Core.Workflows;

/// <summary>One step of a workflow, with the workflow's defaults already in it.</summary>
public sealed record Node
{
    /// <summary>Its id, unique in the workflow without regard to case.</summary>
    public required string Id { get; init; }

    /// <summary>What does its work.</summary>
    public required AgentUri Agent { get; init; }

    /// <summary>Where its id is written.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The system message; prompt files are already read.</summary>
    public TextTemplate? SystemPrompt { get; init; }

    /// <summary>The user message; prompt files are already read. Null when it is made of inputs and upstream outputs.</summary>
    public TextTemplate? Prompt { get; init; }

    /// <summary>Files that go to its model along with the prompt, in document order.</summary>
    public IReadOnlyList<AttachmentPath> Attachments { get; init; } = [];

    /// <summary>Inputs, in document order.</summary>
    public IReadOnlyList<NodeInput> Inputs { get; init; } = [];

    /// <summary>Outputs, in document order; at least one.</summary>
    public IReadOnlyList<OutputDeclaration> Outputs { get; init; } = (OutputDeclaration[])[new(OutputDeclaration.DefaultName)];

    /// <summary>Ids written in <c>depends_on</c>.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The condition under which it runs; null for always.</summary>
    public Expression? When { get; init; }

    /// <summary>Parameters of its chat calls.</summary>
    public ModelSettings Model { get; init; } = new();

    /// <summary>Models to ask, in this order, when its own cannot be reached.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>When it is tried again.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>How long one attempt may take; null for as long as it likes.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Its own caps; null when it has none.</summary>
    public BudgetCaps? Budget { get; init; }

    /// <summary>What it costs by its author's word, for agents whose cost cannot be known.</summary>
    public Money? CostEstimate { get; init; }

    /// <summary>JSON Schema that the parsed answer must satisfy; null for none.</summary>
    public JsonElement? OutputSchema { get; init; }

    /// <summary>Whether an answer that breaks the schema may be mended, and its provider asked to keep to it (<c>repair: off</c> says no).</summary>
    public bool Repair { get; init; } = true;

    /// <summary>The loop it closes; null for none.</summary>
    public BackEdge? BackEdge { get; init; }

    /// <summary>Whether its dependants run, with its outputs null, when it fails.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Whether it is skipped when all its dependencies were.</summary>
    public bool SkipPropagation { get; init; }

    /// <summary>Whether it changes the world, so that it is never repeated without being named.</summary>
    public bool SideEffects { get; init; }

    /// <summary>Whether its result may be taken over from other runs by fingerprint.</summary>
    public bool Cache { get; init; }

    /// <summary>All references that it must have before it can run, in document order; not those of its back edge.</summary>
    public IEnumerable<Reference> References =>
        (When?.References ?? [])
            .Concat(SystemPrompt?.References ?? [])
            .Concat(Prompt?.References ?? [])
            .Concat(Attachments.SelectMany(attached => attached.Template.References))
            .Concat(Inputs.SelectMany(input => input.Value.References))
            .Concat(Model.ApiBase?.References ?? [])
            .Concat(Model.ApiKey?.References ?? []);
}
