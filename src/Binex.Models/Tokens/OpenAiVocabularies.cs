using System.Text;
using Microsoft.ML.Tokenizers;

namespace Binex.Models.Tokens;

/// <summary>
/// The tokenizers of OpenAI's own models, where it is public which one a model has. Loading one takes a tenth of a second and
/// some megabytes, so each is loaded when a text that is worth it first needs it.
/// </summary>
internal static class OpenAiVocabularies
{
    private const string O200k = "o200k_base";
    private const string Cl100k = "cl100k_base";

    // Each stands for the name itself and for everything that goes on with a hyphen.
    private static readonly string[] O200kModels = ["gpt-5", "gpt-4.1", "gpt-4.5", "gpt-4o", "chatgpt-4o", "o1", "o3", "o4"];
    private const int LongestControl = 16;
    private static readonly string[] Cl100kModels = ["gpt-4", "gpt-3.5"];

    // What is searched for or said aloud is counted as well, and nobody knows it beforehand.
    private static readonly string[] Others = ["search", "research", "audio", "realtime", "transcribe"];

    /// <summary>The name of a model's vocabulary; null when it is not known for certain.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    public static string? Of(string model)
    {
        var name = model.StartsWith("openai/", StringComparison.OrdinalIgnoreCase) ? model["openai/".Length..] : model;
        name = name.StartsWith("ft:", StringComparison.OrdinalIgnoreCase) ? name["ft:".Length..].Split(':')[0] : name;
        if (Array.Exists(Others, other => name.Contains(other, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return Array.Exists(O200kModels, known => IsOf(name, known)) ? O200k : Array.Exists(Cl100kModels, known => IsOf(name, known)) ? Cl100k : null;
    }

    /// <summary>
    /// Tokens that a text is at most: exact, but where exactness would take too long or what looks like a control token may be
    /// counted as plain text.
    /// </summary>
    /// <param name="vocabulary">The vocabulary's name.</param>
    /// <param name="text">The text.</param>
    public static long Count(string vocabulary, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (LongestRun.IsLong(text))
        {
            return bytes;
        }

        // The tokenizer takes "<|endoftext|>" for one token where the provider may take it for the text that it is.
        var controls = 0;
        for (var at = text.IndexOf("<|", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<|", at + 2, StringComparison.Ordinal))
        {
            controls++;
        }

        return Math.Min(bytes, Tokenizers.Of(vocabulary).CountTokens(text) + (controls * LongestControl));
    }

    private static bool IsOf(string name, string known) =>
        name.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (name.Length == known.Length || name[known.Length] == '-');

    // On its own, so that asking for a name loads nothing.
    private static class Tokenizers
    {
        private static readonly Lazy<TiktokenTokenizer> Larger = new(() => TiktokenTokenizer.CreateForEncoding(O200k));
        private static readonly Lazy<TiktokenTokenizer> Smaller = new(() => TiktokenTokenizer.CreateForEncoding(Cl100k));

        public static TiktokenTokenizer Of(string vocabulary) => (vocabulary == O200k ? Larger : Smaller).Value;
    }
}
