namespace Binex.Core.Runs;

/// <summary>The exit codes of the command line, all in one place.</summary>
public static class ExitCodes
{
    /// <summary>Success.</summary>
    public const int Success = 0;

    /// <summary>The run failed: a node failed or an assertion did not hold.</summary>
    public const int RunFailed = 1;

    /// <summary>Nothing was run: invalid workflow, configuration or usage.</summary>
    public const int NothingRun = 2;

    /// <summary>A budget stopped or refused the run.</summary>
    public const int OverBudget = 3;

    /// <summary>A gate failed.</summary>
    public const int GateFailed = 4;

    /// <summary>A provider, network or store could not be reached, or stdout could not be written.</summary>
    public const int Unreachable = 5;

    /// <summary>A provider billed above its reservation.</summary>
    public const int Overshot = 6;

    /// <summary>A mistake in Binex itself.</summary>
    public const int Internal = 70;

    /// <summary>Cancelled.</summary>
    public const int Cancelled = 130;
}
