using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Documents;

/// <summary>Turns a document's values into JSON values.</summary>
internal static class DocumentJson
{
    /// <summary>The JSON value of a node.</summary>
    public static JsonElement ToJson(this DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text } text => JsonValues.From(text.Value),
        ScalarNode { Kind: ScalarKind.Null } => JsonValues.Null,
        ScalarNode { Kind: ScalarKind.Boolean } flag => JsonValues.From(flag.Flag == true),
        _ => JsonElement.Parse(new StringBuilder().AppendNode(node).ToString(), JsonText.DocumentOptions),
    };

    private static StringBuilder AppendNode(this StringBuilder json, DocumentNode node) => node switch
    {
        MappingNode mapping => json.AppendMapping(mapping),
        SequenceNode sequence => json.AppendSequence(sequence),
        ScalarNode { Kind: ScalarKind.Null } => json.Append("null"),
        ScalarNode { Kind: ScalarKind.Boolean, Flag: var flag } => json.Append(flag == true ? "true" : "false"),
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number => json.Append(number.NumberText),
        ScalarNode scalar => json.AppendLiteral(scalar.Value),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no value."),
    };

    private static StringBuilder AppendMapping(this StringBuilder json, MappingNode mapping)
    {
        json.Append('{');
        var separator = "";
        foreach (var (key, value) in mapping.Entries)
        {
            json.Append(separator).AppendLiteral(key.Value).Append(':').AppendNode(value);
            separator = ",";
        }

        return json.Append('}');
    }

    private static StringBuilder AppendSequence(this StringBuilder json, SequenceNode sequence)
    {
        json.Append('[');
        var separator = "";
        foreach (var item in sequence.Items)
        {
            json.Append(separator).AppendNode(item);
            separator = ",";
        }

        return json.Append(']');
    }
}
