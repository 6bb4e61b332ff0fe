using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rules;
using YamlDotNet.Core;

namespace Binex.Validation.Documents.Yaml;

/// <summary>Knows the anchors of a document, and how much its aliases stand for.</summary>
internal sealed class YamlAnchors(SourceText source, FindingList findings)
{
    // An anchor without a node is that of a collection whose end has not been read yet.
    private readonly Dictionary<string, DocumentNode?> _nodes = new(StringComparer.Ordinal);
    private long _expansion;

    /// <summary>Notes that the anchor's value has begun.</summary>
    public void Announce(AnchorName anchor) => Define(anchor, null);

    /// <summary>Notes the anchor's value.</summary>
    public void Define(AnchorName anchor, DocumentNode? node)
    {
        if (!anchor.IsEmpty)
        {
            _nodes[anchor.Value] = node;
        }
    }

    /// <summary>The value an alias stands for; null, with a finding, where it stands for none or for too much.</summary>
    public DocumentNode? Resolve(AnchorName anchor, TextRange range)
    {
        var location = new SourceLocation(source.Path, range);
        if (!_nodes.TryGetValue(anchor.Value, out var node))
        {
            findings.Add(
                DiagnosticCatalog.BadAlias,
                location,
                $"there is no anchor '&{anchor.Value}' before this alias",
                Spelling.Hint(anchor.Value, _nodes.Keys) ?? "put the value in quotes if it is meant as text");
            return null;
        }

        if (node is null)
        {
            findings.Add(
                DiagnosticCatalog.BadAlias,
                location,
                $"the alias '*{anchor.Value}' stands inside its own anchor, so it would contain itself");
            return null;
        }

        _expansion += node.Weight;
        if (_expansion > DocumentLimits.MaxExpansion)
        {
            findings.Add(
                DiagnosticCatalog.TooMuchExpansion,
                location,
                $"the aliases of this document stand for more than {DocumentLimits.MaxExpansion:N0} values and characters");
            return null;
        }

        return node;
    }
}
