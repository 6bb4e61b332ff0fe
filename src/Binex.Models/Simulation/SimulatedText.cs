using System.Text;

namespace Binex.Models.Simulation;

/// <summary>Writes text that reads like an answer to the task: what it is about is named, what is said of it is made up.</summary>
internal static class SimulatedText
{
    private const int FewestWords = 60;
    private const int MostWords = 200;
    private const int MostTokens = 50_000;

    // Sentences that stay right whether a slot holds one thing or several: 0 is the subject, 1 and 2 are things said about it.
    private static readonly string[] Openings =
    [
        "Here is what matters most about {0}.",
        "The short version of {0} comes down to two points: {1} and {2}.",
        "To understand {0}, it helps to begin with {1}.",
        "Any answer about {0} has to start with {1}.",
        "There is more to say about {0} than fits here, so this keeps to {1} and {2}.",
    ];

    private static readonly string[] Bodies =
    [
        "The role of {1} is larger than it looks, because so much about {2} depends on it.",
        "Where {1} and {2} meet, the details decide: a small change on one side soon shows on the other.",
        "Most sources agree on {1}; they differ on how far that explains {2}.",
        "A careful look at {1} shows a clear pattern, and the picture of {2} follows it with some delay.",
        "In practice people start with {1} and keep coming back to {2}.",
        "It would be a mistake to look at {1} alone, since the limits are set by {2}.",
        "The strongest argument rests on {1}, and the strongest doubt concerns {2}.",
        "Over time it has become easier to measure {1}, which makes claims about {2} easier to check.",
        "One example is enough to see it: whenever something about {1} changes, the effect on {2} comes first.",
        "What is often overlooked is the cost of {1}, both in effort and in what is left undone about {2}.",
        "There are two ways to read this: either {1} came first, or both {1} and {2} answer to the same cause.",
        "For anyone who works on {0}, the practical question is how to simplify {1} without giving up {2}.",
        "Between {1} and {2}, the first offers the safer place to begin.",
        "The evidence on {1} is solid; on {2} it is thinner and deserves a second look.",
        "A useful rule is to settle {1} first, then to check what that means for {2}.",
    ];

    private static readonly string[] Closings =
    [
        "Taken together, {0} calls for a plan that begins with {1} and leaves room for {2}.",
        "The next step is to try this on a small part of {0} and to compare the result with {1}.",
        "In short: start with {1}, keep an eye on {2}, and come back to {0} once both are settled.",
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
