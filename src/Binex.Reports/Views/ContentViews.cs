using System.Buffers;
using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Reports;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows contents. Each is shown once, where it is first asked for; after that a link leads to it.</summary>
internal sealed class ContentViews(RunReport report)
{
    private const int ShortLength = 900;
    private const int ShortLines = 16;
    private const int PreviewLength = 110;
    private const int MostPrettyDepth = 64;

    private readonly Dictionary<string, ReportArtifact> _artifacts = report.Artifacts
        .GroupBy(artifact => artifact.Hash, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, (string Anchor, string Place)> _shown = new(StringComparer.Ordinal);

    /// <summary>The artifact with a hash; null when the report has none.</summary>
    public ReportArtifact? Find(string hash) => _artifacts.GetValueOrDefault(hash);

    /// <summary>What the template needs to show a content; null for none.</summary>
    /// <param name="hash">Its hash; null for none.</param>
    /// <param name="place">What it is called when another place refers to it.</param>
    public ScriptObject? Show(string? hash, string place)
    {
        if (hash is null)
        {
            return null;
        }

        if (_shown.TryGetValue(hash, out var shown))
        {
            return new ScriptObject { ["kind"] = "link", ["anchor"] = shown.Anchor, ["place"] = shown.Place };
        }

        if (Find(hash) is not { Content: { } content } artifact)
        {
            return new ScriptObject { ["kind"] = "missing", ["hash"] = Words.ShortHash(hash) };
        }

        var anchor = $"content-{Words.ShortHash(hash)}";
        _shown.Add(hash, (anchor, place));
        var text = artifact is { Type: "application/json", Cut: false } ? Pretty(content) : content;
        var isShort = text.Length <= ShortLength && text.AsSpan().Count('\n') < ShortLines;
        return new ScriptObject
        {
            ["kind"] = text.Length == 0 && !artifact.Cut ? "empty" : isShort ? "short" : "long",
            ["anchor"] = anchor,
            ["text"] = text,
            ["preview"] = isShort ? null : Words.Shorten(text.Length > 400 ? text[..400] : text, PreviewLength),
            ["size"] = Size(artifact),
            ["cut"] = artifact.Cut ? $"Only the beginning is shown. The whole has {Size(artifact)}; its SHA-256 is {hash}." : null,
        };
    }

    /// <summary>JSON with indents; a text that is no JSON as it is.</summary>
    internal static string Pretty(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostPrettyDepth });
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions with { Indented = true, NewLine = "\n" }))
            {
                document.RootElement.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string Size(ReportArtifact artifact) => artifact.Bytes switch
    {
        0 => "an unknown length",
        < 10_000 => Words.Counted(artifact.Bytes, "byte"),
        < 1_000_000 => $"{artifact.Bytes / 1000m:0.#} kB",
        _ => $"{artifact.Bytes / 1_000_000m:0.#} MB",
    };
}
