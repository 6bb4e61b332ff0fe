using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.JsonSchema;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Fixing;
using Binex.Validation.Rules;

namespace Binex.Validation.Schema;

/// <summary>Holds a document against the published schema and tells what is wrong at the place where it is written.</summary>
internal static class SchemaCheck
{
    private const int MostNamesTold = 12;

    /// <summary>Reports everything in a document that the schema does not allow.</summary>
    /// <param name="root">The document.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="what">What the document is, such as "the workflow".</param>
    /// <param name="findings">Takes the findings.</param>
    public static void Run(MappingNode root, CompiledSchema schema, string what, FindingList findings)
    {
        foreach (var error in schema.Validate(root.ToJson()))
        {
            Report(root, error, what, findings);
        }
    }

    private static void Report(MappingNode root, SchemaError error, string what, FindingList findings)
    {
        var (node, entry) = DocumentPointers.Find(root, error.InstancePointer);
        var descriptor = DescriptorOf(error.Keyword);
        var location = descriptor == DiagnosticCatalog.UnknownKey && entry is not null ? entry.Key.Location : PlaceOf(
            node, entry, descriptor);
        findings.Add(
            descriptor,
            location,
            MessageOf(descriptor, error, entry, node == root ? what : null),
            HintOf(descriptor, error, node, entry),
            fix: FixOf(root, descriptor, error, node, entry));
    }

    private static DiagnosticDescriptor DescriptorOf(string keyword) => keyword switch
    {
        "additionalProperties" => DiagnosticCatalog.UnknownKey,
        "type" => DiagnosticCatalog.WrongType,
        "required" => DiagnosticCatalog.MissingKey,
        "enum" or "const" => DiagnosticCatalog.ValueNotAllowed,
        "minimum" or "maximum" or "minLength" or "minItems" or "minProperties" => DiagnosticCatalog.OutOfRange,
        _ => DiagnosticCatalog.SchemaViolation,
    };

    // A map or list as a whole is shown by its key; its own range may go over many lines.
    private static SourceLocation PlaceOf(DocumentNode node, MappingEntry? entry, DiagnosticDescriptor descriptor)
    {
        var isWhole = node is MappingNode or SequenceNode || node.Start == node.End;
        if (entry is not null)
        {
            return isWhole ? entry.Key.Location : node.Location;
        }

        return node is MappingNode map && descriptor == DiagnosticCatalog.MissingKey
            ? new SourceLocation(map.Source.Path, map.Source.Range(map.Start, map.Start))
            : FirstLine(node);
    }

    private static SourceLocation FirstLine(DocumentNode node)
    {
        var end = Math.Min(node.End, LineBreaks.Next(node.Source.Text, node.Start));
        return new SourceLocation(node.Source.Path, node.Source.Range(node.Start, end));
    }

    private static string MessageOf(DiagnosticDescriptor descriptor, SchemaError error, MappingEntry? entry, string? root)
    {
        var name = root ?? (entry is null ? "this item" : $"'{entry.Key.Value}'");
        if (descriptor == DiagnosticCatalog.UnknownKey)
        {
            return $"there is no key {name} here";
        }

        var message = error.Message.Replace("an object", "a map", StringComparison.Ordinal).Replace(
            "an array", "a list", StringComparison.Ordinal);
        return $"{name} {message}";
    }

    private static string? HintOf(DiagnosticDescriptor descriptor, SchemaError error, DocumentNode node, MappingEntry? entry)
    {
        if (descriptor == DiagnosticCatalog.UnknownKey)
        {
            return Spelling.Hint(entry?.Key.Value ?? "", error.Candidates) ?? NamesHint(error.Candidates);
        }

        if (descriptor == DiagnosticCatalog.ValueNotAllowed)
        {
            return Spelling.Hint((node as ScalarNode)?.Value ?? "", error.Candidates);
        }

        return descriptor == DiagnosticCatalog.WrongType ? TypeHint(error.Message, node, WantsText(descriptor, error)) : null;
    }

    private static string? TypeHint(string message, DocumentNode node, bool wantsText) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } nothing when node.Start == node.End => IsBeforeComment(nothing)
            ? "a '#' after a blank begins a comment; put a text that begins with it in quotes"
            : "nothing is written here; indent what belongs to the key deeper than it, or leave the key out",
        ScalarNode { Kind: not ScalarKind.Null } scalar when wantsText => $"put it in quotes: \"{scalar.Value}\"",
        MappingNode when wantsText => "a ': ' or braces make a map; put the whole text in quotes",
        ScalarNode { IsText: true } item when message.StartsWith("must be an array", StringComparison.Ordinal) => $"write a list: [{item.Value}]",
        ScalarNode { IsText: true, Value: var word } when message.StartsWith("must be a boolean", StringComparison.Ordinal) =>
            word.ToLowerInvariant() switch
            {
                "yes" or "on" or "y" => "write true",
                "no" or "off" or "n" => "write false",
                _ => null,
            },
        _ => null,
    };

    private static bool IsBeforeComment(ScalarNode nothing)
    {
        var text = nothing.Source.Text;
        var line = text.AsSpan(nothing.Start, LineBreaks.Next(text, nothing.Start) - nothing.Start);
        return line.TrimStart(" \t") is ['#', ..];
    }

    private static DiagnosticFix? FixOf(MappingNode root, DiagnosticDescriptor descriptor, SchemaError error, DocumentNode node, MappingEntry? entry)
    {
        if (descriptor == DiagnosticCatalog.UnknownKey && entry is not null)
        {
            var map = DocumentPointers.Find(root, error.InstancePointer[..error.InstancePointer.LastIndexOf('/')]).Node as MappingNode;
            return Fixes.Rename(map, entry.Key, Spelling.OnlyNear(entry.Key.Value, error.Candidates));
        }

        return WantsText(descriptor, error) && node is ScalarNode scalar ? Fixes.Quote(scalar) : null;
    }

    private static bool WantsText(DiagnosticDescriptor descriptor, SchemaError error) =>
        descriptor == DiagnosticCatalog.WrongType && error.Message.StartsWith("must be a string,", StringComparison.Ordinal);

    private static string? NamesHint(IReadOnlyList<string> names) => names.Count is > 0 and <= MostNamesTold
        ? $"the keys here are {string.Join(", ", names.Order(StringComparer.Ordinal))}"
        : null;
}
