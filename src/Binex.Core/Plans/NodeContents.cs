using System.Security.Cryptography;
using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Requests;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>Hashes what nodes are made of.</summary>
internal static class NodeContents
{
    /// <summary>The content of a node.</summary>
    public static NodeContent Of(Workflow workflow, int index, long executions, long promptTokens)
    {
        var node = workflow.Nodes[index];
        var prompt = Hash(writer => WritePrompt(writer, node));
        return new NodeContent(Hash(writer => WriteRest(writer, node, prompt)), prompt)
        {
            PromptTokens = promptTokens,
            Attempts = node.Retry.MaxAttempts,
            Executions = executions,
            IsConditional = node.When is not null || node.SkipPropagation,
            HasSchema = AnswerSchema.Of(node) is not null,
            Needs = Needs(workflow, index),
        };
    }

    private static string[] Needs(Workflow workflow, int index)
    {
        var dependencies = workflow.Graph.Edges.Predecessors(index);
        var ids = new string[dependencies.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = workflow.Nodes[dependencies[i]].Id;
        }

        return ids;
    }

    private static string Hash(Action<Utf8JsonWriter> write)
    {
        using var scratch = JsonScratch.Rent();
        scratch.Writer.WriteStartArray();
        write(scratch.Writer);
        scratch.Writer.WriteEndArray();
        return Convert.ToHexStringLower(SHA256.HashData(scratch.Written));
    }

    private static void WritePrompt(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStringValue(Nameless(node.SystemPrompt));
        writer.WriteStringValue(Nameless(node.Prompt));
        foreach (var attached in node.Attachments)
        {
            writer.WriteStringValue(attached.File?.Sha256 ?? attached.Template.Source);
        }

        foreach (var input in node.Inputs)
        {
            writer.WriteStringValue(input.Name);
            writer.WriteStringValue(Nameless(TextTemplate.Parse(input.Value.Source.GetRawText())));
        }
    }

    private static void WriteRest(Utf8JsonWriter writer, Node node, string prompt)
    {
        writer.WriteStringValue(prompt);
        writer.WriteStringValue(node.Agent.ToString());
        writer.WriteStringValue(node.When is { } when ? Nameless(TextTemplate.Parse(when.Source)) : null);
        writer.WriteNumberValue(node.Retry.MaxAttempts);
        writer.WriteNumberValue(node.BackEdge?.MaxIterations ?? 1);
        writer.WriteStringValue(node.CostEstimate?.ToExactString());
        foreach (var output in node.Outputs)
        {
            writer.WriteStringValue($"{output.Name} {output.Type} {output.Path}");
        }

        node.OutputSchema?.WriteTo(writer);
        if (node.Agent.IsModel)
        {
            var settings = node.Model;
            writer.WriteStringValue(
                $"{settings.MaxTokens ?? settings.FallbackMaxTokens} {settings.Temperature} {settings.TopP} {settings.Seed} "
                + $"{settings.ReasoningEffort} {settings.JsonMode} {settings.CachePrompt}");
            settings.Extra?.WriteTo(writer);
            foreach (var fallback in node.Fallbacks)
            {
                writer.WriteStringValue(fallback);
            }
        }
    }

    // Text in which a node that is read is only a node that is read, whatever it is called.
    private static string? Nameless(TextTemplate? template) => template is null ? null : string.Concat(template.Segments.Select(
        segment => segment.Reference is not { } reference ? segment.Literal
            : reference.IsNode ? (reference with { Name = "" }).ToString()
            : reference.ToString()));
}
