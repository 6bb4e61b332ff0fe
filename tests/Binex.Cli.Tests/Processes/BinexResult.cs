using System.Text.Json;

namespace Binex.Cli.Tests.Processes;

/// <summary>What a process of the real program left behind.</summary>
internal sealed record BinexResult(string Command, int ExitCode, string Out, string Error)
{
    /// <summary>stdout as the one JSON document that it must be.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonElement.Parse(Out);
            }
            catch (JsonException error)
            {
                throw new ShouldAssertException($"stdout of '{Command}' is not one JSON document ({error.Message})\n{this}");
            }
        }
    }

    /// <summary>Holds the exit code, and that no stack trace and no name of an exception is shown.</summary>
    public BinexResult ShouldExit(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, ToString());
        foreach (var text in new[] { Out, Error })
        {
            text.ShouldNotContain("   at ", Case.Sensitive, ToString());
            text.ShouldNotContain("Exception", Case.Sensitive, ToString());
        }

        return this;
    }

    /// <summary>Holds the exit code and that stderr has each of the texts.</summary>
    public BinexResult ShouldFail(int exitCode, params string[] says)
    {
        ShouldExit(exitCode);
        foreach (var text in says)
        {
            Error.ShouldContain(text, Case.Insensitive, ToString());
        }

        return this;
    }

    public override string ToString() => $"$ binex {Command}\nexit code {ExitCode}\n--- stdout\n{Clip(Out)}\n--- stderr\n{Clip(Error)}";

    private static string Clip(string text) => text.Length > 4_000 ? text[..4_000] + "…" : text;
}
