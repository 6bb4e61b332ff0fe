using System.Runtime.CompilerServices;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Core.Requests;

/// <summary>The schema that a model's answer must satisfy.</summary>
public static class AnswerSchema
{
    private static readonly ConditionalWeakTable<Node, StrongBox<JsonElement?>> Known = [];

    /// <summary>The node's own schema; else, where it has several outputs, an object that has them all; else null.</summary>
    /// <param name="node">The node.</param>
    public static JsonElement? Of(Node node) => Known.GetValue(node, Make).Value;

    private static StrongBox<JsonElement?> Make(Node node)
    {
        if (node.OutputSchema is not null || node.Outputs.Count < 2 || node.Outputs.Any(output => output.Path is not null))
        {
            return new StrongBox<JsonElement?>(node.OutputSchema);
        }

        var names = node.Outputs.Select(output => output.Name).ToList();
        return new StrongBox<JsonElement?>(JsonValues.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (var output in node.Outputs)
            {
                writer.WriteStartObject(output.Name);
                if (output.Type == OutputType.Text)
                {
                    writer.WriteString("type", "string");
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("required");
            names.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }
}
