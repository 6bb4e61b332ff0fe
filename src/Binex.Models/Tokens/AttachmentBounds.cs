using System.Text;
using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Models.Tokens;

/// <summary>
/// Bounds of the tokens of images and documents, by the rules that providers publish. Where none is known, a file is taken as if every
/// character of it, as it travels, were a token. No file is more than the model's context window, because a provider refuses what is longer.
/// </summary>
/// <param name="prices">Says whose a model is and how long its window; null where nobody knows.</param>
internal sealed class AttachmentBounds(IPriceBook? prices)
{
    // No model has a longer one.
    private const long LongestWindow = 10_000_000;

    // Patches of 28 pixels, of at most 2,576 pixels a side and 4,784 in all; older models take a third of that.
    private const int ClaudePatch = 28;
    private const int MostOfClaude = 5_000;

    // Tiles of 258 tokens, which are at least 256 pixels wide; from Gemini 3 on a number that hangs on the resolution asked for, 2,240 at most.
    private const int GeminiTile = 258;
    private const int GeminiLeastSide = 256;
    private const int GeminiMostSide = 768;
    private const int MostOfGemini3 = 2_240;

    // What is said of OpenAI's models by their names; whatever goes on with a date is the same model.
    private static readonly Dictionary<string, ImageRates> OpenAi = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gpt-4o"] = new(85, 170, 0),
        ["chatgpt-4o-latest"] = new(85, 170, 0),
        ["gpt-4-turbo"] = new(85, 170, 0),
        ["gpt-4.5-preview"] = new(85, 170, 0),
        ["gpt-4o-mini"] = new(2_833, 5_667, 0),
        ["o1"] = new(75, 150, 0),
        ["o1-pro"] = new(75, 150, 0),
        ["o3"] = new(75, 150, 0),
        ["gpt-5"] = new(70, 140, 0),
        ["gpt-5-chat-latest"] = new(70, 140, 0),
        ["gpt-4.1"] = new(85, 170, 1),
        ["gpt-4.1-mini"] = new(0, 0, 1.62m),
        ["gpt-4.1-nano"] = new(0, 0, 2.46m),
        ["gpt-5-mini"] = new(0, 0, 1.62m),
        ["gpt-5-nano"] = new(0, 0, 2.46m),
        ["o4-mini"] = new(0, 0, 1.72m),
    };

    /// <summary>The most tokens of all files of a request, their framing included.</summary>
    /// <param name="request">The request.</param>
    public long Of(ChatRequest request)
    {
        long total = 0;
        foreach (var message in request.Messages)
        {
            foreach (var file in message.Attachments)
            {
                total += Of(request.Model, request.ApiBase, file);
            }
        }

        return total;
    }

    /// <summary>The most tokens of one file.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="apiBase">Address where it is asked; null for its provider's own.</param>
    /// <param name="file">The file.</param>
    public long Of(string model, string? apiBase, Attachment file)
    {
        // Behind an address of the user's own there may be any model.
        var price = apiBase is null ? prices?.Find(model) : null;
        var window = price?.MaxInputTokens ?? LongestWindow;

        // A page of a PDF holds any amount of text, and how much is known only to who reads it.
        var tokens = file.Kind == AttachmentKind.Pdf ? window
            : price is null ? AsText(file)
            : OfImage(price.Provider, model, file) ?? AsText(file);
        return SoundTokenBounds.PerMessage + Encoding.UTF8.GetByteCount(file.Name) + Math.Min(tokens, window);
    }

    /// <summary>An estimate of the tokens of one file: documents at a share of their bytes.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="apiBase">Address where it is asked; null for its provider's own.</param>
    /// <param name="file">The file.</param>
    /// <param name="share">The share, from 0 to 1.</param>
    public long Estimate(string model, string? apiBase, Attachment file, decimal share)
    {
        var most = Of(model, apiBase, file);
        return file.Kind == AttachmentKind.Image ? most : Math.Min(most, Math.Max(MostOfClaude, (long)(file.Content.Length * share)));
    }

    private static long? OfImage(string provider, string model, Attachment image) => provider switch
    {
        "openai" or "azure" => OpenAiRates(model)?.Tokens(image.Size),
        "anthropic" or "vertex_ai-anthropic_models" => OfClaude(image),
        "bedrock" or "bedrock_converse" when model.Contains("claude", StringComparison.OrdinalIgnoreCase) => OfClaude(image),
        "gemini" => Math.Max(MostOfGemini3, GeminiTile * ImageRates.Grid(image.Size, GeminiSide(image.Size))),
        _ => null,
    };

    private static long OfClaude(Attachment image) => Math.Min(MostOfClaude, ImageRates.Grid(image.Size, ClaudePatch));

    private static int GeminiSide(ImageSize size) => (int)Math.Clamp(Math.Min(size.Width, size.Height) * 2 / 3, GeminiLeastSide, GeminiMostSide);

    private static ImageRates? OpenAiRates(string model)
    {
        var name = model[(model.LastIndexOf('/') + 1)..];
        var date = name.IndexOf("-20", StringComparison.Ordinal);
        return OpenAi.GetValueOrDefault(date > 0 ? name[..date] : name);
    }

    // As it travels: four characters for three bytes.
    private static long AsText(Attachment file) => Math.Max(MostOfClaude, ((file.Content.Length + 2L) / 3) * 4);
}
