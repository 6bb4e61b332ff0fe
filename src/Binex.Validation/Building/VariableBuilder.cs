using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads the variables of a workflow.</summary>
internal static class VariableBuilder
{
    /// <summary>All variables, in document order.</summary>
    public static IReadOnlyList<Variable> Build(MappingNode? vars, FindingList findings) =>
        (Variable[])[.. (vars?.Entries ?? []).Select(entry => Build(entry, findings))];

    private static Variable Build(MappingEntry entry, FindingList findings)
    {
        if (entry.Value is not MappingNode map)
        {
            return new Variable(entry.Key.Value) { Type = TypeOf(entry.Value), Default = Written(entry.Value) };
        }

        var written = map["default"];
        var type = map.Text("type")?.Value switch
        {
            "string" => VariableType.String,
            "number" => VariableType.Number,
            "integer" => VariableType.Integer,
            "boolean" => VariableType.Boolean,
            "json" => VariableType.Json,
            _ => written is null ? VariableType.String : TypeOf(written),
        };
        var allowed = (map["enum"] as SequenceNode)?.Items ?? [];
        var name = entry.Key.Value;
        var odd = allowed.FirstOrDefault(item => !Fits(item, type));
        if (odd is not null)
        {
            findings.Add(
                DiagnosticCatalog.BadVariable, odd.Location, $"this value of the variable '{name}' is not of its type {NameOf(type)}");
        }

        CheckDefault(name, type, written, odd is null ? allowed : [], findings);
        if (map.Flag("required") == true && written is not (null or ScalarNode { Kind: ScalarKind.Null }))
        {
            findings.Add(
                DiagnosticCatalog.KeyWithoutEffect,
                map.Entry("required")!.Key.Location,
                "'required' has no effect beside 'default', which stands in where no value is given",
                "keep one of the two");
        }

        return new Variable(name)
        {
            Type = type,
            Default = written is null ? null : Written(written),
            Required = map.Flag("required") == true,
            Description = map.Text("description")?.Value,
            Allowed = allowed.Count == 0 ? [] : (JsonElement[])[.. allowed.Select(item => item.ToJson())],
            Secret = map.Flag("secret") == true,
        };
    }

    private static void CheckDefault(
        string name, VariableType type, DocumentNode? written, IReadOnlyList<DocumentNode> allowed, FindingList findings)
    {
        if (written is null or ScalarNode { Kind: ScalarKind.Null })
        {
            return;
        }

        if (!Fits(written, type))
        {
            findings.Add(
                DiagnosticCatalog.BadVariable,
                written.Location,
                $"the default of the variable '{name}' is not of its type {NameOf(type)}",
                "change the default or the type");
        }
        else if (allowed.Count > 0 && !allowed.Any(item => JsonElement.DeepEquals(item.ToJson(), written.ToJson())))
        {
            var names = allowed.OfType<ScalarNode>().Select(item => item.Value).ToList();
            findings.Add(
                DiagnosticCatalog.BadVariable,
                written.Location,
                $"the default of the variable '{name}' is none of its values",
                (written is ScalarNode text ? Spelling.Hint(text.Value, names) : null) ?? $"its values are {string.Join(", ", names.Take(10))}");
        }
    }

    private static bool Fits(DocumentNode node, VariableType type) => type switch
    {
        VariableType.Json => true,
        VariableType.String => node is ScalarNode { IsText: true },
        VariableType.Boolean => node is ScalarNode { Kind: ScalarKind.Boolean },
        VariableType.Number => node is ScalarNode { NumberText: not null },
        _ => node is ScalarNode { Kind: ScalarKind.Integer } || (node is ScalarNode { Number: { } number } && number == decimal.Truncate(number)),
    };

    private static VariableType TypeOf(DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text or ScalarKind.Null } => VariableType.String,
        ScalarNode { Kind: ScalarKind.Boolean } => VariableType.Boolean,
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } => VariableType.Number,
        _ => VariableType.Json,
    };

    private static JsonElement? Written(DocumentNode node) => node is ScalarNode { Kind: ScalarKind.Null } ? null : node.ToJson();

    private static string NameOf(VariableType type) => type.ToString().ToLowerInvariant();
}
