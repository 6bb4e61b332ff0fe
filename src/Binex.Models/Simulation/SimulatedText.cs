using System.Text;

namespace Binex.Models.Simulation;

/// <summary>Writes text that reads like an answer to the task: what it is about is named, what is said of it is made up.</summary>
internal static class SimulatedText
{
    private const int FewestWords = 60;
    private const int MostWords = 200;
    private const int MostTokens = 50_000;

    private static readonly string[] Openings =
    [
        "Here is what matters most about {0}.",
        "The short version: {0} comes down to {1} and {2}.",
        "To understand {0}, it helps to begin with {1}.",
        "Three things stand out about {0}, and {1} is the first of them.",
        "{0} is best seen from the side of {1}.",
    ];

    private static readonly string[] Bodies =
    [
        "The role of {1} is larger than it looks, because {2} depends on it at every turn.",
        "Where {1} and {2} meet, the details decide: small changes in one soon show in the other.",
        "Most sources agree on {1}; they differ on how far it explains {2}.",
        "A careful look at {1} shows a clear pattern, and {2} follows it with some delay.",
        "In practice, {1} is where people start, while {2} is what they come back to.",
        "It would be a mistake to treat {1} alone, since {2} sets the limits within which it works.",
        "The strongest point in favour is {1}, and the strongest doubt concerns {2}.",
        "Over time {1} has become easier to measure, which makes claims about {2} easier to check.",
        "One example is enough to see it: when {1} changes, {2} is the first to feel it.",
        "What is often overlooked is how much {1} costs, both in effort and in what it leaves undone for {2}.",
        "There are two ways to read this: either {1} drives {2}, or both answer to the same cause.",
        "For anyone who works with {0}, the practical question is how to keep {1} simple without giving up {2}.",
        "Compared with {2}, {1} is the more stable of the two and the better place to begin.",
        "The evidence on {1} is solid; on {2} it is thinner and deserves a second look.",
        "A useful rule is to settle {1} first, then to check whether {2} still holds.",
    ];

    private static readonly string[] Closings =
    [
        "Taken together, {0} rewards a plan that begins with {1} and leaves room for {2}.",
        "The next step is to try this on a small part of {0} and to compare the result with {1}.",
        "In short: start with {1}, keep an eye on {2}, and review {0} once both are in place.",
        "What remains open is {2}; everything else about {0} can be decided now.",
    ];

    /// <summary>Writes an answer.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="random">Decides what it says.</param>
    /// <param name="tokens">About how long it is; null for 60 to 200 words.</param>
    internal static string Write(SimulatedTopic topic, Random random, int? tokens)
    {
        var words = tokens is { } wanted ? Math.Min(wanted, MostTokens) * 3 / 4 : random.Next(FewestWords, MostWords - 40);
        var text = new StringBuilder(Sentence(Openings, topic, random));
        var bodies = new List<string>();
        for (var count = Words(text); count < words - 12;)
        {
            if (bodies.Count == 0)
            {
                bodies.AddRange(Bodies);
                random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bodies));
            }

            var sentence = Fill(bodies[^1], topic, random);
            bodies.RemoveAt(bodies.Count - 1);
            text.Append(bodies.Count % 4 == 3 ? "\n\n" : " ").Append(sentence);
            count += sentence.Count(c => c == ' ') + 1;
        }

        return tokens is < 30 ? text.ToString() : text.Append(' ').Append(Sentence(Closings, topic, random)).ToString();
    }

    /// <summary>Writes one sentence.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="random">Decides what it says.</param>
    internal static string Sentence(SimulatedTopic topic, Random random) => Sentence(Bodies, topic, random);

    private static string Sentence(string[] from, SimulatedTopic topic, Random random) => Fill(from[random.Next(from.Length)], topic, random);

    private static string Fill(string sentence, SimulatedTopic topic, Random random)
    {
        var first = random.Next(topic.Words.Count);
        var second = (first + 1 + random.Next(Math.Max(1, topic.Words.Count - 1))) % topic.Words.Count;
        var filled = sentence
            .Replace("{1}", topic.Words[first], StringComparison.Ordinal)
            .Replace("{2}", first == second ? "what surrounds it" : topic.Words[second], StringComparison.Ordinal)
            .Replace("{0}", topic.Subject, StringComparison.Ordinal);
        return char.ToUpperInvariant(filled[0]) + filled[1..];
    }

    private static int Words(StringBuilder text) => text.ToString().Count(c => c == ' ') + 1;
}
