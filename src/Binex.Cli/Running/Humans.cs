using Binex.Core.Text;
using Binex.Engine.Humans;

namespace Binex.Cli.Running;

/// <summary>Answers for people: from options, from the simulator, or from the person at the terminal.</summary>
internal sealed class Humans(RunOptions options, CliContext context, bool mayAsk) : IHumans, IDisposable
{
    private const string SimulatedInput = "A simulated input: please continue with what you have.";
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Task<string?>? _reading;

    public async Task<HumanAnswer?> AskAsync(HumanQuestion question, CancellationToken cancellationToken)
    {
        if (FromOptions(question) is { } given)
        {
            return given;
        }

        if (options.Simulate is not null)
        {
            return new HumanAnswer("simulator", Approved: true, question.IsApproval ? "" : SimulatedInput);
        }

        if (!mayAsk)
        {
            return null;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await AskTerminalAsync(question, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private HumanAnswer? FromOptions(HumanQuestion question)
    {
        if (!question.IsApproval)
        {
            return options.Answers.TryGetValue(question.NodeId, out var text) ? new HumanAnswer("option", Approved: true, text) : null;
        }

        var feedback = options.Answers.GetValueOrDefault(question.NodeId, "");
        if (options.Rejected.Contains(question.NodeId, StringComparer.OrdinalIgnoreCase))
        {
            return new HumanAnswer("option", Approved: false, feedback);
        }

        return options.ApproveAll || options.Approved.Contains(question.NodeId, StringComparer.OrdinalIgnoreCase)
            ? new HumanAnswer("option", Approved: true, feedback)
            : null;
    }

    private async Task<HumanAnswer?> AskTerminalAsync(HumanQuestion question, CancellationToken cancellationToken)
    {
        var talk = context.Console.Error;
        await talk.WriteLineAsync($"\n── {question.NodeId} ──\n{TerminalText.Sanitize(question.Context)}\n\n{TerminalText.Sanitize(question.Prompt)}");
        if (!question.IsApproval)
        {
            return await ReadAsync("> ", cancellationToken) is { } text ? new HumanAnswer("terminal", Approved: true, text) : null;
        }

        while (await ReadAsync("approve? [y/n] ", cancellationToken) is { } reply)
        {
            switch (reply.Trim().ToLowerInvariant())
            {
                case "y" or "yes" or "a" or "approve":
                    return new HumanAnswer("terminal", Approved: true, "");
                case "n" or "no" or "r" or "reject":
                    return new HumanAnswer("terminal", Approved: false, await ReadAsync("what should change? ", cancellationToken) ?? "");
                default:
                    break;
            }
        }

        return null;
    }

    private async Task<string?> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        await context.Console.Error.WriteAsync(prompt);

        // A terminal's read cannot be cancelled: the run does not wait for it, and the next question gets the line that it brings. A line that came
        // before that question answers nothing.
        var reading = _reading is { IsCompleted: false } ? _reading : Task.Run(context.Console.In.ReadLine, CancellationToken.None);
        _reading = reading;
        return await reading.WaitAsync(cancellationToken);
    }
}
