using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Configuration;

/// <summary>Lists every value of a document with the keys that lead to it.</summary>
public static class WrittenValues
{
    private const string Mask = "***";
    private const int Most = 10_000;

    /// <summary>The values of a text that was read before, in its order; empty for one that is no map.</summary>
    /// <param name="source">The text.</param>
    public static IReadOnlyList<WrittenValue> Of(SourceText source) =>
        DocumentReader.Read(source, new FindingList()) is MappingNode root ? Of(root) : [];

    /// <summary>The values, in the order of the file; keys that begin with <c>x-</c> are the user's own and left out.</summary>
    internal static IReadOnlyList<WrittenValue> Of(MappingNode root)
    {
        var values = new List<WrittenValue>();
        Add(root, "", values);
        return values;
    }

    // Aliases may make a small file stand for a great many values; no project has so many.
    private static void Add(MappingNode map, string prefix, List<WrittenValue> values)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (values.Count >= Most || (prefix.Length == 0 && key.Value.StartsWith("x-", StringComparison.Ordinal)))
            {
                continue;
            }

            if (value is MappingNode child)
            {
                Add(child, $"{prefix}{key.Value}.", values);
            }
            else
            {
                values.Add(new WrittenValue(prefix + key.Value, TextOf(key.Value, value), (value.Start == value.End ? key : value).Location));
            }
        }
    }

    private static string TextOf(string key, DocumentNode value) => value switch
    {
        ScalarNode { Kind: ScalarKind.Null } => "none",
        ScalarNode scalar when key == "api_key" => IsReference(scalar.Value) ? scalar.Value : Mask,
        ScalarNode scalar when key == "base_url" => WithoutPassword(scalar.Value),
        ScalarNode scalar => scalar.Value,
        SequenceNode list => $"[{string.Join(", ", list.Items.OfType<ScalarNode>().Select(item => item.Value))}]",
        _ => "",
    };

    private static bool IsReference(string text) => TextTemplate.Parse(text) is { Segments: [{ Reference.Default: null or "" }] } template && !template.IsConstant;

    private static string WithoutPassword(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var host = start < 3 ? -1 : address.IndexOf('@', start);
        return host < 0 ? address : $"{address[..start]}{Mask}{address[host..]}";
    }
}
