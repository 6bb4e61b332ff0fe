using System.Text;
using Binex.Core.Execution;
using Binex.Engine.Secrets;

namespace Binex.Engine.Agents;

/// <summary>Passes on the line that a model is writing. Belongs to one conversation.</summary>
internal sealed class LiveAnswer(string node, ILiveText listener, SecretMask secrets, TimeProvider time)
{
    // Longer than any line that is shown, so that the beginning of a secret is not lost before its end comes.
    private const int Longest = 4_096;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly StringBuilder _tail = new();
    private DateTimeOffset _next;

    /// <summary>Takes a piece of the answer.</summary>
    public void Add(string piece)
    {
        _tail.Append(piece);
        if (_tail.Length > 2 * Longest)
        {
            _tail.Remove(0, _tail.Length - Longest);
        }

        var now = time.GetUtcNow();
        if (now < _next)
        {
            return;
        }

        _next = now + Interval;
        var text = secrets.MaskUnfinished(_tail.ToString()).AsSpan().TrimEnd();
        listener.OnText(node, text[(text.LastIndexOf('\n') + 1)..].Trim().ToString());
    }
}
