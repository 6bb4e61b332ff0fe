using System.Text;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>Values from the environment and of secret variables reach no file and no output.</summary>
public sealed class SecretTests
{
    private const string FromEnvironment = "canary-environment-93b1";
    private const string FromVariable = "canary-variable-41c7";

    [Theory]
    [InlineData(0, "local://template")]
    [InlineData(1, "local://fail")]
    public async Task Run_WithSecrets_WritesThemNowhere(int exitCode, string agent)
    {
        using var binex = new BinexHere();
        binex.Environment["SERVICE_TOKEN"] = FromEnvironment;
        var path = binex.Write("secrets.yaml", $$"""
            name: secrets
            vars: { password: { secret: true } }
            nodes:
              call: { agent: {{agent}}, inputs: { template: "${env.SERVICE_TOKEN}/${user.password}", message: "${env.SERVICE_TOKEN} ${user.password}" } }
              ask:
                agent: llm://gpt-4o-mini
                prompt: "Log in with ${env.SERVICE_TOKEN} and ${user.password}, then ${call.output}"
                config: { api_key: "${env.SERVICE_TOKEN}" }
            outputs: { all: "${call.output}" }
            """);
        string[] reports = ["a.html", "a.json", "a.md", "a.xml", "a.txt"];

        var text = await binex.RunAsync(
            ["run", path, "--simulate", "--var", $"password={FromVariable}", .. reports.SelectMany(file => new[] { "--report", binex.PathOf(file) })]);
        var json = await binex.RunAsync("run", path, "--simulate", "--var", $"password={FromVariable}", "--format", "json");

        text.ShouldExit(exitCode);
        json.ShouldExit(exitCode);
        foreach (var output in new[] { text.Out, text.Error, json.Out, json.Error })
        {
            ShouldHoldNoSecret("the output", output);
        }

        File.Delete(path);
        var files = Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(reports.Length);
        foreach (var file in files)
        {
            ShouldHoldNoSecret(file, Encoding.UTF8.GetString(File.ReadAllBytes(file)));
        }
    }

    private static void ShouldHoldNoSecret(string where, string text)
    {
        text.ShouldNotContain(FromEnvironment, Case.Sensitive, where);
        text.ShouldNotContain(FromVariable, Case.Sensitive, where);
    }
}
