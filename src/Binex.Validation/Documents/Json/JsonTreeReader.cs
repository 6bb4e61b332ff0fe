using System.Text;
using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Documents.Json;

/// <summary>Builds the tree of a JSON document: strict JSON (RFC 8259), without comments or trailing commas.</summary>
internal sealed class JsonTreeReader(SourceText source, FindingList findings)
{
    // Deeper than what is allowed, so that depth is told by us, with its place.
    private const int ParserDepth = DocumentLimits.MaxDepth + 10;

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(source.Text);
    private readonly ByteOffsets _offsets = new(source.Text);

    /// <summary>Reads the document.</summary>
    /// <returns>Its value, or null where there is none that can be worked with.</returns>
    public DocumentNode? Read()
    {
        if (source.Text.AsSpan().Trim().IsEmpty)
        {
            findings.Add(
                DiagnosticCatalog.EmptyDocument,
                new SourceLocation(source.Path, TextRange.FileStart),
                "the file has nothing in it but blanks");
            return null;
        }

        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = ParserDepth });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, 0);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            Report(exception);
            return null;
        }
    }

    private DocumentNode? ReadValue(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return ReadScalar(ref reader);
        }

        if (depth >= DocumentLimits.MaxDepth)
        {
            var place = source.Range(Offset(reader.TokenStartIndex), Offset(reader.TokenStartIndex) + 1);
            findings.Add(
                DiagnosticCatalog.TooDeep,
                new SourceLocation(source.Path, place),
                $"the document is nested deeper than {DocumentLimits.MaxDepth} levels");
            return null;
        }

        return reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader, depth) : ReadArray(ref reader, depth);
    }

    private SequenceNode? ReadArray(ref Utf8JsonReader reader, int depth)
    {
        var start = Offset(reader.TokenStartIndex);
        var items = new List<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new SequenceNode(source, start, Offset(reader.BytesConsumed), items);
    }

    private MappingNode? ReadObject(ref Utf8JsonReader reader, int depth)
    {
        var start = Offset(reader.TokenStartIndex);
        var entries = new List<MappingEntry>();
        var byKey = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = ReadScalar(ref reader);
            reader.Read();
            if (ReadValue(ref reader, depth + 1) is not { } value)
            {
                return null;
            }

            var entry = new MappingEntry(key, value);
            if (byKey.TryAdd(key.Value, entry))
            {
                entries.Add(entry);
            }
            else
            {
                DuplicateKeys.Report(key, byKey[key.Value].Key, findings);
            }
        }

        return new MappingNode(source, start, Offset(reader.BytesConsumed), entries, byKey);
    }

    private ScalarNode ReadScalar(ref Utf8JsonReader reader)
    {
        var quotes = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var start = Offset(reader.TokenStartIndex);
        var end = Offset(reader.TokenStartIndex + reader.ValueSpan.Length + quotes);
        if (quotes > 0)
        {
            return new ScalarNode(source, start, end, TextOf(ref reader, start, end), ScalarForm.DoubleQuoted, ScalarType.Text);
        }

        var raw = source.Text[start..end];
        var type = reader.TokenType switch
        {
            JsonTokenType.Null => new ScalarType(ScalarKind.Null),
            JsonTokenType.True or JsonTokenType.False => new ScalarType(ScalarKind.Boolean),
            _ => new ScalarType(raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ScalarKind.Integer : ScalarKind.Number, raw),
        };
        return new ScalarNode(source, start, end, raw, ScalarForm.Plain, type);
    }

    private string TextOf(ref Utf8JsonReader reader, int start, int end)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The one thing the reader accepts and cannot give back: an escape that is half of a surrogate pair.
            return Surrogates.Check("\uD800", new SourceLocation(source.Path, source.Range(start, end)), findings);
        }
    }

    private void Report(JsonException exception)
    {
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            lineStart += _bytes.AsSpan(lineStart).IndexOf((byte)'\n') + 1;
        }

        var offset = Math.Min(
            new ByteOffsets(source.Text).ToCharacters(lineStart + (exception.BytePositionInLine ?? 0)), source.Text.Length);
        var detail = exception.Message;
        detail = detail[..(detail.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var cut ? cut : detail.Length)]
            .Replace(" which is not supported in this mode. Change the reader options", "", StringComparison.Ordinal);
        findings.Add(
            DiagnosticCatalog.JsonSyntax,
            new SourceLocation(source.Path, source.Range(offset, Math.Min(offset + 1, source.Text.Length))),
            $"the text is not JSON here: {char.ToLowerInvariant(detail[0])}{detail[1..].TrimEnd('.')}",
            "JSON has no comments and no trailing commas; for these, name the file .yaml");
    }

    private int Offset(long bytes) => _offsets.ToCharacters(bytes);
}
