using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>Adds options to a command line.</summary>
internal static class CommandLineOptions
{
    /// <summary>Adds an option for each value that is not empty, quoted where it must be.</summary>
    public static void AppendOptions(this CommandLineBuilder arguments, string option, params string[] values)
    {
        foreach (var value in values.Where(value => value.Length > 0))
        {
            arguments.AppendSwitchIfNotNull($"{option} ", value);
        }
    }
}
