using Binex.Core.Runs.Events;
using Binex.Store.Disk;
using Binex.Store.Journals;
using Binex.Store.Runs;

namespace Binex.Store.Costs;

/// <summary>Reads what a run paid for its calls: of its journal only the lines about money are parsed.</summary>
internal static class ChargeReader
{
    private const int HeadBytes = 128;

    /// <summary>The charges of a run, in the order in which they were made; what was read of a journal that is broken.</summary>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public static IReadOnlyList<RunCharge> Read(RunDirectory run)
    {
        try
        {
            using var stream = PlainFile.OpenRead(run.JournalPath);
            return stream is null ? [] : Read(new LineReader(stream, JournalLineWriter.MaxLineBytes));
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the charges of the run cannot be read", run.JournalPath, exception);
        }
    }

    private static List<RunCharge> Read(LineReader lines)
    {
        var charges = new List<RunCharge>();
        var open = new Dictionary<long, CallReserved>();
        var inputShare = 1m;
        while (lines.Read(out var line) == LineRead.Complete)
        {
            var head = line[..Math.Min(line.Length, HeadBytes)];
            var tells = head.IndexOf("\"type\":\"call.reserved\""u8) >= 0
                || head.IndexOf("\"type\":\"call.settled\""u8) >= 0
                || head.IndexOf("\"type\":\"run.planned\""u8) >= 0;
            if (!tells || JournalLine.Parse(line).Entry is not { } entry)
            {
                continue;
            }

            switch (entry.Event)
            {
                case RunPlanned planned:
                    inputShare = planned.InputShare is > 0 and var share ? share : 1;
                    break;
                case CallReserved reserved:
                    open[reserved.Call] = reserved;
                    break;
                case CallSettled settled:
                    open.Remove(settled.Call, out var hold);
                    charges.Add(new RunCharge(settled.Node, hold?.Bound.Model ?? "", entry.At, settled.Spent.Cost)
                    {
                        Held = hold?.Held.Cost ?? settled.Spent.Cost,
                        InputBound = hold?.Bound.InputTokens ?? 0,
                        InputShare = inputShare,
                        Outcome = settled.Outcome,
                        Usage = settled.Usage,
                    });
                    break;
            }
        }

        return charges;
    }
}
