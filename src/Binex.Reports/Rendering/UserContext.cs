using Scriban.Runtime;
using Scriban.Syntax;

namespace Binex.Reports.Rendering;

/// <summary>
/// Runs a template of the user. It sees the model and nothing else: no files, no other templates, no environment; its turns, depth, texts,
/// patterns, memory and time are limited.
/// </summary>
internal sealed class UserContext : ReportContext
{
    private const int MostTurns = 1_000_000;
    private const int LongestText = 1_000_000;
    private const int LongestOutput = 50_000_000;
    private const int DeepestRecursion = 50;
    private const long MostMemory = 1_000_000_000;

    private readonly Func<string, string> _escape;
    private readonly long _memoryAtStart = GC.GetAllocatedBytesForCurrentThread();

    /// <summary>A context.</summary>
    /// <param name="model">What the template sees.</param>
    /// <param name="escape">Makes what it writes of the model mean nothing in its language.</param>
    /// <param name="cancellationToken">Stops a template that does not come to an end.</param>
    public UserContext(ScriptObject model, Func<string, string> escape, CancellationToken cancellationToken)
        : base(model)
    {
        _escape = escape;
        LoopLimit = MostTurns;
        LimitToString = LongestText;
        OutputLimit = LongestOutput;
        RecursiveLimit = DeepestRecursion;
        ObjectRecursionLimit = DeepestRecursion;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        CancellationToken = cancellationToken;
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (GC.GetAllocatedBytesForCurrentThread() - _memoryAtStart > MostMemory)
        {
            throw new ScriptRuntimeException(scriptNode?.Span ?? CurrentSpan, $"the template took more than {MostMemory / 1_000_000} MB of memory in all");
        }

        return base.Evaluate(scriptNode, aliasReturnedFunction);
    }

    protected override string Escape(string text) => _escape(text);
}
