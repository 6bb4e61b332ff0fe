using System.Text.Json;
using Binex.Ci.Json;

namespace Binex.Ci.Results;

/// <summary>Reads the document that a command writes instead of its answer when it could not do what it was asked.</summary>
internal static class ResultProblem
{
    private const int MostFindings = 5;

    /// <summary>The workflow with what is wrong with it.</summary>
    /// <param name="root">The document.</param>
    /// <param name="name">What to call the workflow when no finding names its file.</param>
    /// <param name="problem">Why the document is none of Binex; null when it is.</param>
    public static WorkflowResult? Read(JsonElement root, string name, out string? problem)
    {
        var message = JsonMember.Text(root, "error", "message");
        problem = message is null ? "its error has no message" : null;
        if (message is null)
        {
            return null;
        }

        var findings = JsonMember.List(root, "diagnostics").ToList();
        var errors = findings.Where(finding => JsonMember.Text(finding, "severity") == "error").ToList();
        var file = findings.Select(finding => JsonMember.Text(finding, "file")).FirstOrDefault(path => path is not null);
        return new WorkflowResult(Plausible.Text(file ?? name))
        {
            Path = file is null ? null : Plausible.Text(file),
            Problems = [Plausible.Text(message), .. errors.Take(MostFindings).Select(Sentence)],
        };
    }

    private static string Sentence(JsonElement finding)
    {
        var line = JsonMember.Number(finding, "range", "start", "line") is { } number ? $" in line {number}" : "";
        return Plausible.Text($"{JsonMember.Text(finding, "code")}{line}: {JsonMember.Text(finding, "message")}");
    }
}
