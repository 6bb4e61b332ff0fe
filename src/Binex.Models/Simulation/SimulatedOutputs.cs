using System.Text.RegularExpressions;
using Binex.Core.Json;
using Binex.Core.Models;

namespace Binex.Models.Simulation;

/// <summary>
/// Writes a JSON object where no schema says which: with the names that the conversation gives in quotes or backquotes after its
/// last mention of a "JSON object", up to the end of that paragraph.
/// </summary>
internal static partial class SimulatedOutputs
{
    private const string Mention = "JSON object";
    private const int MostNames = 64;

    /// <summary>Writes the object.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="random">Decides what it says.</param>
    internal static string Write(IReadOnlyList<ChatMessage> messages, SimulatedTopic topic, Random random)
    {
        var names = messages.Reverse().Select(message => Names(message.Text)).FirstOrDefault(found => found.Count > 0) ?? ["output"];
        return JsonValues.Object(names.Select(name => KeyValuePair.Create(name, JsonValues.From(SimulatedText.Sentence(topic, random))))).GetRawText();
    }

    private static List<string> Names(string text)
    {
        var at = text.LastIndexOf(Mention, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return [];
        }

        var end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
        return [.. Quoted().Matches(text[at..(end < 0 ? text.Length : end)]).Select(match => match.Groups[1].Value).Distinct().Take(MostNames)];
    }

    [GeneratedRegex("""["'`]([\p{L}_][\p{L}\p{N}_-]{0,63})["'`]""")]
    private static partial Regex Quoted();
}
