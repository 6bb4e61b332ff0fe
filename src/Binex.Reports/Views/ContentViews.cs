using System.Buffers;
using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Reports;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows contents. Each is shown once, where it is first asked for; after that a link leads to it.</summary>
/// <param name="report">The report that has them.</param>
/// <param name="textFolder">The folder with the full texts, as the page refers to it; null for none.</param>
internal sealed class ContentViews(RunReport report, string? textFolder = null)
{
    private const int ShortLength = 900;
    private const int ShortLines = 16;
    private const int MediumLength = 6_000;
    private const int PreviewLength = 110;
    private const int MostPrettyDepth = 64;

    private readonly Dictionary<string, ReportArtifact> _artifacts = report.Artifacts
        .GroupBy(artifact => artifact.Hash, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly ContentLimit _limit = ContentLimit.For(report.Artifacts);

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
        var whole = artifact is { Type: "application/json", Cut: false } ? Pretty(content) : content;
        var text = _limit.Cut(whole);
        var isCut = artifact.Cut || text.Length < whole.Length;
        return new ScriptObject
        {
            ["kind"] = text.Length == 0 && !isCut ? "empty" : IsShort(text) ? "short" : text.Length <= MediumLength ? "medium" : "long",
            ["anchor"] = anchor,
            ["place"] = place,
            ["text"] = text,
            ["preview"] = text.Length <= MediumLength ? null : Words.Shorten(text[..400], PreviewLength),
            ["size"] = artifact.Bytes == 0 ? "an unknown length" : Words.Size(artifact.Bytes),
            ["cut"] = isCut ? $"Only the beginning is shown. The whole has {(artifact.Bytes == 0 ? "an unknown length" : Words.Size(artifact.Bytes))}; its SHA-256 is {hash}." : null,
            ["full"] = textFolder is null || (IsShort(text) && !isCut) || FullTexts.FileOf(hash) is not { } file ? null : $"{Uri.EscapeDataString(textFolder)}/{file}",
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
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter for half a character that is written with an escape: it can be parsed and not be written.
            return text;
        }
    }

    private static bool IsShort(string text) => text.Length <= ShortLength && text.AsSpan().Count('\n') < ShortLines;
}
