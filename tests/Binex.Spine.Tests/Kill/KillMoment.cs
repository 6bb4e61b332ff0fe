namespace Binex.Spine.Tests.Kill;

/// <summary>When a process is killed: so long after so many calls have come to the provider. That holds on a slow machine, too.</summary>
/// <param name="Calls">The calls; 0 for the process's start.</param>
/// <param name="Wait">The time after that.</param>
internal sealed record KillMoment(int Calls, TimeSpan Wait)
{
    /// <summary>A moment between the start of a process and its end.</summary>
    /// <param name="random">Where it comes from.</param>
    /// <param name="calls">How many calls the process is likely to make.</param>
    public static KillMoment Any(Random random, int calls) => random.Next(10) switch
    {
        0 => new KillMoment(0, TimeSpan.FromMilliseconds(random.Next(1_200))),
        1 => new KillMoment(calls, TimeSpan.FromMilliseconds(random.Next(250))),
        _ => new KillMoment(random.Next(1, Math.Max(2, calls)), TimeSpan.FromMilliseconds(random.NextDouble() * 25)),
    };
}
