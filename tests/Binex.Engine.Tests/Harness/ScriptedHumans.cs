using System.Collections.Concurrent;
using Binex.Engine.Humans;

namespace Binex.Engine.Tests.Harness;

/// <summary>People that say what the test wants; a node without a script finds nobody.</summary>
internal sealed class ScriptedHumans : IHumans
{
    private readonly ConcurrentDictionary<string, Queue<HumanAnswer>> _answers = new();

    public ConcurrentQueue<HumanQuestion> Questions { get; } = new();

    public ScriptedHumans Approve(string node) => Add(node, new HumanAnswer("option", true, ""));

    public ScriptedHumans Reject(string node, string feedback) => Add(node, new HumanAnswer("option", false, feedback));

    public ScriptedHumans Say(string node, string text) => Add(node, new HumanAnswer("option", true, text));

    public Task<HumanAnswer?> AskAsync(HumanQuestion question, CancellationToken cancellationToken)
    {
        Questions.Enqueue(question);
        return Task.FromResult(_answers.TryGetValue(question.NodeId, out var answers) && answers.TryDequeue(out var answer) ? answer : null);
    }

    private ScriptedHumans Add(string node, HumanAnswer answer)
    {
        _answers.GetOrAdd(node, _ => new Queue<HumanAnswer>()).Enqueue(answer);
        return this;
    }
}
