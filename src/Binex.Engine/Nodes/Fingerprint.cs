using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
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
        var settings = node.Model;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(node.Agent.ToString());
            writer.WriteStringValue(context.Resolved.SystemPrompt);
            writer.WriteStringValue(UserMessage.Of(context));
            foreach (var (name, value) in context.Resolved.Inputs)
            {
                writer.WriteStringValue(name);
                value.WriteTo(writer);
            }

            foreach (var dependency in context.Execution.Dependencies)
            {
                writer.WriteStringValue(dependency.Id);
                foreach (var (name, output) in dependency.Outputs?.ByName ?? new Dictionary<string, Core.Execution.OutputValue>())
                {
                    writer.WriteStringValue(name);
                    writer.WriteStringValue(output.Hash);
                }
            }

            foreach (var output in node.Outputs)
            {
                writer.WriteStringValue($"{output.Name} {output.Type} {output.Path}");
            }

            node.OutputSchema?.WriteTo(writer);
            if (node.Agent.IsModel)
            {
                WriteSettings(writer, settings, context.Resolved.ApiBase);
            }

            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void WriteSettings(Utf8JsonWriter writer, ModelSettings settings, string? apiBase)
    {
        writer.WriteStringValue(apiBase);
        writer.WriteStringValue(
            $"{settings.Temperature} {settings.TopP} {settings.MaxTokens} {settings.FallbackMaxTokens} {settings.Seed} {settings.ReasoningEffort} {settings.JsonMode}");
        foreach (var stop in settings.Stop)
        {
            writer.WriteStringValue(stop);
        }

        settings.Extra?.WriteTo(writer);
    }
}
