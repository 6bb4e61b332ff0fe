using Binex.Core.Runs;

namespace Binex.Cli.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : ProgressView
{
    public override void OnEvent(JournalEntry entry)
    {
    }
}
