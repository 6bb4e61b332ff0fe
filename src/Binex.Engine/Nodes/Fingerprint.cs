using System.Security.Cryptography;
using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Json;
using Binex.Core.Workflows;
using Binex.Engine.Agents;

namespace Binex.Engine.Nodes;

/// <summary>
/// The hash of all that a node's result depends on: its agent, its messages and inputs with references resolved, what it reads,
/// and its model's parameters. Equal fingerprints mean that running it again asks the same thing.
/// </summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Of(AgentContext context)
    {
        var node = context.Node;
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartArray();
        writer.WriteStringValue(node.Agent.Scheme);
        writer.WriteStringValue(node.Agent.Target);
        writer.WriteStringValue(context.Resolved.SystemPrompt);
        writer.WriteStringValue(node.Agent.Scheme == "local" ? null : context.Message);
        foreach (var attached in node.Attachments)
        {
            writer.WriteStringValue(attached.File?.Sha256);
        }

        WriteRead(writer, context);
        WriteOutputs(writer, node);
        if (node.Agent.IsModel)
        {
            WriteSettings(writer, node.Model, context.Resolved.ApiBase);
            foreach (var fallback in node.Fallbacks)
            {
                writer.WriteStringValue(fallback);
            }
        }

        writer.WriteEndArray();
        return Convert.ToHexStringLower(SHA256.HashData(scratch.Written));
    }

    private static void WriteRead(Utf8JsonWriter writer, AgentContext context)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in context.Resolved.Inputs)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteStartObject();
        foreach (var dependency in context.Execution.Dependencies)
        {
            writer.WriteStartObject(dependency.Id);
            foreach (var (name, hash) in dependency.Outputs?.Hashes ?? NodeOutputs.None.Hashes)
            {
                writer.WriteString(name, hash);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStartArray();
        foreach (var output in node.Outputs)
        {
            writer.WriteStringValue(output.Name);
            writer.WriteNumberValue((int)output.Type);
            writer.WriteStringValue(output.Path);
        }

        writer.WriteEndArray();
        if (node.OutputSchema is { } schema)
        {
            schema.WriteTo(writer);
        }
    }

    private static void WriteSettings(Utf8JsonWriter writer, ModelSettings settings, string? apiBase)
    {
        writer.WriteStringValue(apiBase);
        writer.WriteStringValue(
            $"{settings.Temperature} {settings.TopP} {settings.MaxTokens} {settings.FallbackMaxTokens} {settings.Seed} "
            + $"{settings.ReasoningEffort} {settings.JsonMode}");
        foreach (var stop in settings.Stop)
        {
            writer.WriteStringValue(stop);
        }

        settings.Extra?.WriteTo(writer);
    }
}
