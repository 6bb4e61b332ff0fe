using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Engine.Calls;

/// <summary>
/// Notices an attempt that goes round in circles: one that asks the very same thing for the third time. What is sent again because
/// the way to the provider failed is one request. Belongs to one attempt.
/// </summary>
internal sealed class RepeatGuard
{
    private const int Most = 2;

    private readonly List<(ChatRequest Request, string? Text)> _asked = [];

    /// <summary>Notes a request; a failure when it was asked often enough before.</summary>
    /// <param name="request">The request.</param>
    public NodeFailure? Note(ChatRequest request)
    {
        _asked.Add((request, null));
        if (_asked.Count <= Most)
        {
            return null;
        }

        // Texts are made late, because almost every attempt asks once.
        var asked = TextAt(_asked.Count - 1);
        var times = Enumerable.Range(0, _asked.Count).Count(place => TextAt(place) == asked);
        return times <= Most ? null : new NodeFailure(
            FailureKind.Agent,
            $"node '{request.NodeId}' asked {request.Model} the same thing {times} times within one attempt, and would go on; "
            + "change its prompt or its tools so that each round brings something new");
    }

    private string TextAt(int place)
    {
        if (_asked[place].Text is not { } text)
        {
            text = RequestRecord.Of(_asked[place].Request).GetRawText();
            _asked[place] = (_asked[place].Request, text);
        }

        return text;
    }
}
