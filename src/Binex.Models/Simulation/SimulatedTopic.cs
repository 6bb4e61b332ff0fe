using System.Buffers;
using Binex.Core.Models;

namespace Binex.Models.Simulation;

/// <summary>What a conversation is about, as far as its words tell.</summary>
/// <param name="Subject">A short phrase that stands for the task.</param>
/// <param name="Words">Its telling words, most telling first; never empty.</param>
internal sealed record SimulatedTopic(string Subject, IReadOnlyList<string> Words)
{
    private const int LongestRead = 6_000;
    private const int MostWords = 12;
    private const int FewWords = 3;
    private const int LongestSubject = 48;

    private static readonly SearchValues<char> EndsOfPhrases = SearchValues.Create(".,;:!?\n\r\"{[(`");

    private static readonly string[] Leads = ["about ", "topic: ", "subject: ", "question: ", "regarding ", "on the topic of ", "task: "];

    /// <summary>What can be said of anything, for tasks of few words.</summary>
    private static readonly string[] Aspects = ["the timing", "the cost", "the people involved", "the open questions"];

    private static readonly HashSet<string> Dull = new(
        """
        a about above after again all also an and answer any are article as asked at be because been before being below between both but by
        can cannot come could describe did do does doing done each either else every explain few find first following for from further
        get give given goes had has have having here how however if in input into is it its just keep kind know last less let like list
        look made make makes many may me might more most much must need never next no none nor not now object of off on one only onto or
        other our out output over own part per please previous prompt question rather really reply report respond response result same
        say see should show simulated so some someone step still such summarise summarize summary take task tell text than that the their
        them then there these they thing things this those three through to together too topic two under until up upon us use used user
        using very via want was way we well were what when where which while who why will with within without word words work would write
        written year yes yet you your json schema satisfy value values plan decide review draft article essay audience topics since findings
        answered questions check choose compare create improve analyse analyze research judge rewrite translate extract classify type string
        properties required array keys answers sentence sentences paragraph short long brief helpful assistant expert
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What some messages are about: the first thing the user said, because what follows it is talk about an answer; where that
    /// says little, the system message as well.
    /// </summary>
    /// <param name="messages">The conversation.</param>
    internal static SimulatedTopic Of(IReadOnlyList<ChatMessage> messages)
    {
        var asked = Readable(messages.FirstOrDefault(message => message.Role == ChatRole.User)?.Text);
        var set = Readable(messages.FirstOrDefault(message => message.Role == ChatRole.System)?.Text);
        var words = Telling(asked);
        if (words.Count < FewWords)
        {
            words = [.. words.Concat(Telling(set)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];
        }

        var subject = SubjectOf(asked) ?? SubjectOf(set) ?? (words.Count > 0 ? words[0] : "this request");
        return new SimulatedTopic(subject, [.. words, .. Aspects.Take(FewWords + 1 - Math.Min(FewWords, words.Count))]);
    }

    private static string Readable(string? text) => text is null ? "" : text[..Math.Min(text.Length, LongestRead)];

    /// <summary>Telling words, with the one that follows where two stand side by side: "electric ferries".</summary>
    private static List<string> Telling(string text)
    {
        var terms = new List<string>();
        var before = -1;
        foreach (var (start, end) in WordsOf(text))
        {
            var word = text[start..end];
            if (word.Length <= 3 || Dull.Contains(word))
            {
                before = -1;
                continue;
            }

            // A capital at the beginning of a sentence says nothing; anywhere else it is part of a name.
            var isFirst = start == 0 || text.AsSpan(0, start).TrimEnd(" \t") is var head && (head.Length == 0 || head[^1] is '.' or '!' or '?' or ':' or '\n' or '#' or '*' or '-');
            var term = isFirst && word.Skip(1).All(char.IsLower) ? char.ToLowerInvariant(word[0]) + word[1..] : word;
            if (before >= 0 && before == start - 1 && text[before] == ' ' && !terms[^1].Contains(' ', StringComparison.Ordinal))
            {
                terms[^1] = $"{terms[^1]} {term}";
                before = -1;
                continue;
            }

            terms.Add(term);
            before = end;
        }

        return
        [
            .. terms.GroupBy(term => term, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(group => Math.Min(group.Count(), 3))
                .Select(group => group.First())
                .Take(MostWords),
        ];
    }

    private static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && text[i] is '-' or '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return (start, i);
                start = -1;
            }
        }
    }

    private static string? SubjectOf(string text)
    {
        foreach (var lead in Leads)
        {
            var at = text.IndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && Phrase(text[(at + lead.Length)..]) is { } subject)
            {
                return subject;
            }
        }

        // A message made of inputs has a line "name: value" for each.
        var line = text.AsSpan().TrimStart();
        line = line[..(line.IndexOf('\n') is var end && end < 0 ? line.Length : end)];
        var colon = line.IndexOf(": ");
        return colon is > 0 and < 24 && !line[..colon].Contains(' ') ? Phrase(line[(colon + 2)..].ToString()) : null;
    }

    private static string? Phrase(string text)
    {
        var end = text.AsSpan().IndexOfAny(EndsOfPhrases);
        var phrase = (end < 0 ? text : text[..end]).Trim();
        if (phrase.Length > LongestSubject)
        {
            var space = phrase.LastIndexOf(' ', LongestSubject);
            phrase = space > 0 ? phrase[..space] : phrase[..LongestSubject];
        }

        return phrase.Length >= 3 && phrase.Any(char.IsLetter) && !phrase.Any(char.IsControl) && WordsOf(phrase).Any(word => !Dull.Contains(phrase[word.Start..word.End])) ? phrase : null;
    }
}
