using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Binex.Validation.Documents.Yaml;

/// <summary>Makes scalars of the parser's events: exact places, types and tags.</summary>
internal sealed class YamlScalars(SourceText source, FindingList findings)
{
    private const string CorePrefix = "tag:yaml.org,2002:";

    /// <summary>Makes a scalar.</summary>
    public ScalarNode Read(Scalar scalar)
    {
        var start = SkipProperties(scalar);
        var end = Math.Max(start, (int)scalar.End.Index);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            end = start + source.Text.AsSpan(start, end - start).TrimEnd().Length;
        }

        var location = new SourceLocation(source.Path, source.Range(start, end));
        var value = Surrogates.Check(scalar.Value, location, findings);
        return new ScalarNode(source, start, end, value, FormOf(scalar.Style), TypeOf(scalar, location))
        {
            HasProperties = !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty,
        };
    }

    /// <summary>Offset of a value, after its anchor and its tag.</summary>
    public int SkipProperties(NodeEvent node)
    {
        var text = source.Text;
        var start = (int)node.Start.Index;
        while (!(node.Anchor.IsEmpty && node.Tag.IsEmpty) && start < text.Length && text[start] is '&' or '!')
        {
            while (start < text.Length && !char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (start < text.Length && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        return Math.Min(start, text.Length);
    }

    /// <summary>Reports the tag of a collection, unless it says what the collection is anyway.</summary>
    public void CheckTag(NodeEvent node, string expected)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && node.Tag.Value != CorePrefix + expected)
        {
            ReportTag(node);
        }
    }

    private ScalarType TypeOf(Scalar scalar, SourceLocation location)
    {
        if (scalar.Tag.IsEmpty)
        {
            return scalar.Style == ScalarStyle.Plain ? Finite(CoreSchema.TypeOf(scalar.Value), location) : ScalarType.Text;
        }

        var wanted = scalar.Tag.IsNonSpecific ? CorePrefix + "str" : scalar.Tag.Value;
        wanted = wanted.StartsWith(CorePrefix, StringComparison.Ordinal) ? wanted[CorePrefix.Length..] : "";
        var type = CoreSchema.TypeOf(scalar.Value);
        switch (wanted, type.Kind)
        {
            case ("str", _):
                return ScalarType.Text;
            case ("int" or "float", ScalarKind.Integer) or ("float", ScalarKind.Number) or ("bool", ScalarKind.Boolean) or ("null", ScalarKind.Null):
                return Finite(type, location);
            case ("int" or "float" or "bool" or "null", _):
                findings.Add(DiagnosticCatalog.BadTag, location, $"'{scalar.Value}' is not what its tag '!!{wanted}' says");
                return ScalarType.Text;
            default:
                ReportTag(scalar);
                return ScalarType.Text;
        }
    }

    // What follows works with the number zero, so that one mistake stays one finding.
    private ScalarType Finite(ScalarType type, SourceLocation location)
    {
        if (type is not { Kind: ScalarKind.Number, NumberText: null })
        {
            return type;
        }

        findings.Add(
            DiagnosticCatalog.NotFinite,
            location,
            "infinity and not-a-number cannot be used in a workflow",
            "write a number, or leave the key out");
        return type with { NumberText = "0" };
    }

    private void ReportTag(NodeEvent node)
    {
        var start = (int)node.Start.Index;
        var tag = source.Text.IndexOf('!', start);
        start = tag < 0 ? start : tag;
        var length = source.Text.AsSpan(start).IndexOfAny(" \t\r\n");
        var end = length < 0 ? source.Text.Length : start + length;
        findings.Add(
            DiagnosticCatalog.BadTag,
            new SourceLocation(source.Path, source.Range(start, end)),
            $"the tag '{source.Text[start..end]}' is not known; a workflow uses !!str, !!int, !!float, !!bool, !!null, !!map and !!seq",
            "leave the tag out");
    }

    private static ScalarForm FormOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => ScalarForm.SingleQuoted,
        ScalarStyle.DoubleQuoted => ScalarForm.DoubleQuoted,
        ScalarStyle.Literal => ScalarForm.Literal,
        ScalarStyle.Folded => ScalarForm.Folded,
        _ => ScalarForm.Plain,
    };
}
