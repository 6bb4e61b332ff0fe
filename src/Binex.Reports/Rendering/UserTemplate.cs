using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Binex.Reports.Rendering;

/// <summary>Renders templates of users, in the language of Scriban, within limits.</summary>
internal static class UserTemplate
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What the template writes, or what is wrong with it.</summary>
    /// <param name="template">Its text.</param>
    /// <param name="name">Its file, for messages.</param>
    /// <param name="model">What it sees.</param>
    /// <param name="escape">Makes what it writes of the model mean nothing in its language.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static (string? Text, string? Problem) Render(
        string template, string name, ScriptObject model, Func<string, string> escape, TimeProvider time, CancellationToken cancellationToken)
    {
        var parsed = Template.Parse(template, name);
        if (parsed.HasErrors)
        {
            return (null, parsed.Messages[0].ToString());
        }

        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (parsed.Render(new UserContext(model, escape, both.Token)), null);
        }
        catch (Exception error) when (error is ScriptRuntimeException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (null, limit.IsCancellationRequested ? $"{name}: the template took longer than {Longest.TotalSeconds:0} seconds" : error.Message);
        }
    }
}
