using System.Text.Json;

namespace Binex.Models.Simulation;

/// <summary>Makes strings as a schema wants them.</summary>
/// <param name="topic">What they are about.</param>
/// <param name="random">Decides what they say.</param>
internal sealed class SimulatedString(SimulatedTopic topic, Random random)
{
    private const int Longest = 20_000;

    private static readonly string[] Long =
        ["text", "summary", "description", "content", "body", "reason", "reasoning", "explanation", "analysis", "answer", "output", "comment", "feedback", "abstract", "draft"];

    /// <summary>Makes a string.</summary>
    /// <param name="parts">The limits.</param>
    /// <param name="name">Name of the property that holds it.</param>
    /// <param name="index">Place in its array; other places have other strings.</param>
    internal string Write(SchemaConjunction parts, string name, int index)
    {
        var fewest = Math.Min(Longest, parts.AtLeast("minLength", 0));
        var most = parts.AtMost("maxLength", int.MaxValue);
        if (parts.First("pattern") is { ValueKind: JsonValueKind.String } pattern
            && PatternSample.Of(pattern.GetString()!, fewest, most, random) is { } matching)
        {
            return matching;
        }

        if (parts.First("format") is { ValueKind: JsonValueKind.String } format && Formatted(format.GetString()!, index) is { } formatted)
        {
            return formatted;
        }

        var text = Long.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? SimulatedText.Sentence(topic, random) : Phrase(index);
        while (text.Length < fewest)
        {
            text += " " + SimulatedText.Sentence(topic, random);
        }

        // Lengths are counted in characters, of which a string never has more than UTF-16 units.
        return text.Length <= most ? text : SimulatedTokens.Cut(text, int.MaxValue)[..most];
    }

    private string Phrase(int index)
    {
        var word = topic.Words[(random.Next(topic.Words.Count) + index) % topic.Words.Count];
        var first = char.ToUpperInvariant(word[0]) + word[1..];
        return index == 0 ? $"{first} and {topic.Words[random.Next(topic.Words.Count)]}" : $"{first}, point {index + 1}";
    }

    private string? Formatted(string format, int index)
    {
        var number = random.Next(1, 200) + index;
        var day = new DateOnly(2025, 1, 1).AddDays(number);
        var time = new TimeOnly(number % 24, number % 60);
        return format switch
        {
            "date" => day.ToString("yyyy-MM-dd"),
            "date-time" => $"{day:yyyy-MM-dd}T{time:HH:mm}:00Z",
            "time" => $"{time:HH:mm}:00Z",
            "duration" => $"PT{number}M",
            "email" or "idn-email" => $"person{number}@example.com",
            "hostname" or "idn-hostname" => $"host{number}.example.com",
            "ipv4" => $"192.0.2.{number % 250}",
            "ipv6" => $"2001:db8::{number:x}",
            "uri" or "url" or "iri" => $"https://example.com/item/{number}",
            "uri-reference" or "iri-reference" => $"/item/{number}",
            "uri-template" => "/item/{id}",
            "uuid" => $"{random.NextInt64(0x100000000):x8}-{random.Next(0x10000):x4}-4{random.Next(0x1000):x3}-8{random.Next(0x1000):x3}-{random.NextInt64(0x1000000000000):x12}",
            "json-pointer" => $"/item/{number}",
            "relative-json-pointer" => $"{number % 9}/item",
            "regex" => "^[a-z]+$",
            _ => null,
        };
    }
}
