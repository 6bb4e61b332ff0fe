using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Binex.Validation.Documents.Yaml;

/// <summary>Builds the tree of a YAML document from the parser's events. Memory and time grow with the text, whatever its aliases say.</summary>
internal sealed class YamlTreeReader(SourceText source, FindingList findings)
{
    private readonly Stack<OpenCollection> _open = new();
    private readonly YamlAnchors _anchors = new(source, findings);
    private readonly YamlScalars _scalars = new(source, findings);
    private DocumentNode? _root;
    private bool _hasDocument;
    private bool _stopped;
    private int _lastOffset;

    /// <summary>Reads the document.</summary>
    /// <returns>Its value, or null where there is none that can be worked with.</returns>
    public DocumentNode? Read()
    {
        try
        {
            var parser = new Parser(new StringReader(source.Text));
            while (!_stopped && parser.MoveNext())
            {
                _lastOffset = (int)parser.Current!.End.Index;
                Take(parser.Current);
            }
        }
        catch (YamlException exception)
        {
            return Fail(YamlMistakes.Explain(source, exception, InnermostFlow()));
        }
#pragma warning disable CA1031 // The parser meets some broken texts, such as an unclosed bracket, with exceptions of other kinds; the text is wrong all the same.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return Fail(YamlMistakes.Unreadable(source, _lastOffset, InnermostFlow()));
        }

        if (!_hasDocument || _root is ScalarNode { Start: var start, End: var end } && start == end)
        {
            findings.Add(
                DiagnosticCatalog.EmptyDocument,
                new SourceLocation(source.Path, TextRange.FileStart),
                "the file has nothing in it but blanks and comments");
            return null;
        }

        return _stopped ? null : _root;
    }

    private void Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when _hasDocument:
                Stop(
                    DiagnosticCatalog.SeveralDocuments,
                    Range(parsed),
                    "a second document begins here, but a file holds one workflow",
                    "put it into a file of its own");
                break;
            case DocumentStart:
                _hasDocument = true;
                break;
            case MappingStart mapping:
                _scalars.CheckTag(mapping, "map");
                Open(new OpenCollection(true, mapping.Style == MappingStyle.Flow, _scalars.SkipProperties(mapping), mapping.Anchor));
                break;
            case SequenceStart sequence:
                _scalars.CheckTag(sequence, "seq");
                Open(new OpenCollection(false, sequence.Style == SequenceStyle.Flow, _scalars.SkipProperties(sequence), sequence.Anchor));
                break;
            case MappingEnd or SequenceEnd:
                Close((int)parsed.End.Index);
                break;
            case Scalar scalar:
                var node = _scalars.Read(scalar);
                _anchors.Define(scalar.Anchor, node);
                Place(node, node.End);
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
        }
    }

    private void TakeAlias(AnchorAlias alias)
    {
        var range = Range(alias);
        if (_anchors.Resolve(alias.Value, range) is not { } target)
        {
            _stopped = true;
            return;
        }

        if (_open.Count + target.Height > DocumentLimits.MaxDepth)
        {
            Stop(DiagnosticCatalog.TooDeep, range, $"with this alias the document is nested deeper than {DocumentLimits.MaxDepth} levels");
            return;
        }

        Place(target, (int)alias.End.Index);
    }

    private void Open(OpenCollection collection)
    {
        if (_open.Count >= DocumentLimits.MaxDepth)
        {
            Stop(
                DiagnosticCatalog.TooDeep,
                source.Range(collection.Start, Math.Min(collection.Start + 1, source.Text.Length)),
                $"the document is nested deeper than {DocumentLimits.MaxDepth} levels");
            return;
        }

        _anchors.Announce(collection.Anchor);
        _open.Push(collection);
    }

    private void Close(int end)
    {
        var collection = _open.Pop();
        if (collection.IsFlow && end < source.Text.Length && source.Text[end] is ']' or '}')
        {
            end++;
        }

        end = collection.IsFlow ? end : collection.End;
        MergeKeys.Apply(collection, findings);
        var hasProperties = !collection.Anchor.IsEmpty;
        DocumentNode node = collection.IsMapping
            ? new MappingNode(source, collection.Start, end, collection.Entries, collection.ByKey) { HasProperties = hasProperties }
            : new SequenceNode(source, collection.Start, end, collection.Items) { HasProperties = hasProperties };
        _anchors.Define(collection.Anchor, node);
        Place(node, end);
    }

    private void Place(DocumentNode node, int end)
    {
        if (!_open.TryPeek(out var parent))
        {
            _root = node;
            return;
        }

        parent.End = Math.Max(parent.End, end);
        if (!parent.IsMapping)
        {
            parent.Items.Add(node);
            return;
        }

        parent.AwaitsKey = !parent.AwaitsKey;
        if (!parent.AwaitsKey)
        {
            TakeKey(parent, node);
        }
        else if (parent.Key is { } key)
        {
            AddEntry(parent, new MappingEntry(key, node));
        }
    }

    private void TakeKey(OpenCollection parent, DocumentNode node)
    {
        parent.Key = node as ScalarNode;
        if (parent.Key is null or { Value: "", Form: Scalars.ScalarForm.Plain })
        {
            findings.Add(DiagnosticCatalog.BadKey, node.Location, "a key must be a text, and this one is not");
            parent.Key = null;
        }
    }

    private void AddEntry(OpenCollection parent, MappingEntry entry)
    {
        if (entry.Key is { Value: "<<", Form: Scalars.ScalarForm.Plain })
        {
            parent.Merges.Add(entry);
        }
        else if (parent.ByKey.TryAdd(entry.Key.Value, entry))
        {
            parent.Entries.Add(entry);
        }
        else
        {
            DuplicateKeys.Report(entry.Key, parent.ByKey[entry.Key.Value].Key, findings);
        }
    }

    private OpenCollection? InnermostFlow() => _open.FirstOrDefault(collection => collection.IsFlow);

    private TextRange Range(ParsingEvent parsed) => source.Range((int)parsed.Start.Index, (int)parsed.End.Index);

    private DocumentNode? Fail(SyntaxMistake mistake)
    {
        findings.Add(DiagnosticCatalog.YamlSyntax, new SourceLocation(source.Path, mistake.Range), mistake.Message, mistake.Hint);
        return null;
    }

    private void Stop(DiagnosticDescriptor descriptor, TextRange range, string message, string? hint = null)
    {
        findings.Add(descriptor, new SourceLocation(source.Path, range), message, hint);
        _stopped = true;
    }
}
