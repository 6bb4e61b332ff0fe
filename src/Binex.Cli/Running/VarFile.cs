using System.Text.Json;
using Binex.Core.Runs;

namespace Binex.Cli.Running;

/// <summary>Reads the file of <c>--var-file</c>.</summary>
internal static class VarFile
{
    private const long LargestBytes = 16 * 1024 * 1024;

    /// <summary>Its JSON object; null when none was named, or with a problem.</summary>
    public static JsonElement? Read(CliContext context, string? path, out CliProblem? problem)
    {
        problem = null;
        if (path is null)
        {
            return null;
        }

        try
        {
            var file = new FileInfo(context.FullPath(path));
            if (!file.Exists)
            {
                problem = new CliProblem(ExitCodes.NothingRun, $"there is no file '{path}'", "--var-file takes a file with a JSON object of variables");
                return null;
            }

            if (file.Length > LargestBytes)
            {
                problem = new CliProblem(ExitCodes.NothingRun, $"{path} is larger than {LargestBytes / 1024 / 1024} MB");
                return null;
            }

            var value = JsonElement.Parse(File.ReadAllBytes(file.FullName));
            problem = value.ValueKind == JsonValueKind.Object ? null : new CliProblem(ExitCodes.NothingRun, $"{path} must hold a JSON object of variables");
            return problem is null ? value : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = new CliProblem(ExitCodes.NothingRun, $"{path} cannot be read as JSON: {error.Message}");
            return null;
        }
    }
}
