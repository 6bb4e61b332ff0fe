using System.Security.Cryptography;
using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Commands;

/// <summary>Files that go to a model along with its prompt, from the file to the report.</summary>
public sealed class AttachmentTests : IDisposable
{
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 4, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0];

    private readonly BinexHere _binex = new();

    public AttachmentTests()
    {
        Directory.CreateDirectory(_binex.PathOf("photos"));
        File.WriteAllBytes(_binex.PathOf("photos/cat.png"), Picture);
        _binex.Write("notes.md", "The cat is called Ada.\n");
        _binex.Write("bill.pdf", "%PDF-1.7\n");
    }

    public void Dispose() => _binex.Dispose();

    [Fact]
    public async Task Run_WithFiles_ShowsThemToTheModelAndTellsOfThem()
    {
        var flow = Flow("llm://gpt-4o", "file://photos/cat.png, file://notes.md, \"file://${user.more}\"");

        (await _binex.RunAsync("run", flow, "--simulate", "--var", "more=bill.pdf", "--report", "r.html", "--format", "json")).ShouldExit(0);
        var report = (await _binex.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json;

        var attempt = report.GetProperty("nodes")[0].GetProperty("attempts")[0];
        attempt.GetProperty("attachments").EnumerateArray().Select(file => (
            file.GetProperty("path").GetString(), file.GetProperty("mediaType").GetString(), file.TryGetProperty("tokens", out var tokens) ? tokens.GetInt64() : 0)).ShouldBe(
        [
            ("photos/cat.png", "image/png", 765 + 16 + 7), ("notes.md", "text/plain", 0), ("bill.pdf", "application/pdf", 128_000 + 16 + 8),
        ]);
        attempt.GetProperty("attachments")[0].GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Picture)));
        report.GetRawText().ShouldContain("File notes.md:\\nThe cat is called Ada.");
        File.ReadAllText(_binex.PathOf("r.html")).ShouldContain("image/png, 29 bytes, at most 788 tokens");
    }

    [Fact]
    public async Task Plan_WithFiles_CountsThem()
    {
        var with = (await _binex.RunAsync("plan", Flow("llm://gpt-4o", "file://photos/cat.png"), "--format", "json")).ShouldExit(0).Json;
        var without = (await _binex.RunAsync("plan", Flow("llm://gpt-4o", ""), "--format", "json")).ShouldExit(0).Json;

        (with.GetProperty("nodes")[0].GetProperty("inputTokens").GetInt64() - without.GetProperty("nodes")[0].GetProperty("inputTokens").GetInt64()).ShouldBe(765 + 16 + 7);
    }

    [Fact]
    public async Task Diff_FileOfOneSideOnly_ComparesWhatEachAttachesByItself()
    {
        var (large, small) = (_binex.PathOf("photos/large.png"), Flow("llm://gpt-4.1-mini", "\"file://${user.more}\""));
        File.WriteAllBytes(large, [.. Picture[..18], 8, 0, 0, 0, 8, 0, .. Picture[24..]]);
        File.WriteAllText(small, File.ReadAllText(small).Replace("{ type: string }", "{ default: photos/cat.png }", StringComparison.Ordinal));
        var other = _binex.Write("other/look.yaml", File.ReadAllText(small).Replace("photos/cat.png", "large.png", StringComparison.Ordinal));
        File.Copy(large, _binex.PathOf("other", "large.png"));

        var plan = (await _binex.RunAsync("plan", other, "--baseline", small, "--format", "text")).ShouldExit(0);

        plan.Out.ShouldContain("worst case");
        plan.Out.ShouldContain("prompt");
    }

    [Theory]
    [InlineData("llm://gpt-4o", "file://photos/dog.png", "there is no file 'photos/dog.png'")]
    [InlineData("llm://gpt-3.5-turbo", "file://photos/cat.png", "'gpt-3.5-turbo' reads no images")]
    [InlineData("llm://gemini/gemini-2.5-flash", "file://bill.pdf", "takes no PDF")]
    [InlineData("llm://gpt-4o", "\"file://${user.more}\"", "is outside the workflow's folder", "more=../secret.txt")]
    [InlineData("llm://gpt-4o", "\"file://${user.more}\"", "there is no file 'nope.png'", "more=nope.png")]
    [InlineData("llm://gpt-3.5-turbo", "\"file://${user.more}\"", "'gpt-3.5-turbo' reads no images", "more=photos/cat.png")]
    public async Task Run_WhatCannotBeAttached_RunsNothingAndSaysWhy(string model, string files, string expected, string more = "more=notes.md")
    {
        var result = (await _binex.RunAsync("run", Flow(model, files), "--simulate", "--var", more)).ShouldExit(2);

        (result.Out + result.Error).ShouldContain(expected);
        Directory.Exists(_binex.PathOf(".binex", "runs")).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_FilesOfMoreThan20MBTogether_RunsNothing()
    {
        File.WriteAllBytes(_binex.PathOf("large.png"), [.. Picture, .. new byte[12_000_000]]);

        (await _binex.RunAsync("run", Flow("llm://gpt-4o", "file://large.png, \"file://${user.more}\""), "--simulate", "--var", "more=large.png")).ShouldFail(2, "24,000,058 bytes together");
    }

    [Fact]
    public async Task Resume_FileIsGone_GoesOnWithWhatTheRunBeganWith()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = call => call.Number == 1 ? FakeReply.Error(400) : new FakeReply() });
        var flow = Flow("llm://gpt-4o", "file://photos/cat.png, \"file://${user.more}\"", server.Address);
        (await _binex.RunAsync("run", flow, "--var", "more=notes.md")).ShouldExit(1);
        Directory.Delete(_binex.PathOf("photos"), recursive: true);
        File.Delete(_binex.PathOf("notes.md"));

        (await _binex.RunAsync("resume", "latest")).ShouldExit(0);

        server.Calls.Count.ShouldBe(2);
        server.Calls[1].Body.GetProperty("messages").GetRawText().ShouldBe(server.Calls[0].Body.GetProperty("messages").GetRawText());
        server.Calls[1].Body.GetRawText().ShouldContain(Convert.ToBase64String(Picture));
    }

    [Fact]
    public async Task Report_OfARunWithAnotherFileThanTheDefault_TellsOfThatFile()
    {
        var flow = Flow("llm://gpt-4o", "\"file://${user.more}\"").Replace("\\", "/", StringComparison.Ordinal);
        File.WriteAllText(flow, File.ReadAllText(flow).Replace("{ type: string }", "{ default: notes.md }", StringComparison.Ordinal));
        (await _binex.RunAsync("run", flow, "--simulate", "--var", "more=photos/cat.png", "--depfile", "deps", "-q")).ShouldExit(0);
        File.Delete(_binex.PathOf("notes.md"));

        var report = (await _binex.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json;

        report.GetProperty("nodes")[0].GetProperty("attempts")[0].GetProperty("attachments")[0].GetProperty("path").GetString().ShouldBe("photos/cat.png");
        File.ReadAllLines(_binex.PathOf("deps")).ShouldContain(_binex.PathOf("photos", "cat.png"));
    }

    [Fact]
    public async Task Run_DefaultNamesAFileThatIsNotThere_AnotherOneMayBeGiven()
    {
        var flow = Flow("llm://gpt-4o", "\"file://${user.more}\"").Replace("\\", "/", StringComparison.Ordinal);
        File.WriteAllText(flow, File.ReadAllText(flow).Replace("{ type: string }", "{ default: gone.md }", StringComparison.Ordinal));

        (await _binex.RunAsync("run", flow, "--simulate", "-q")).ShouldExit(2).Error.ShouldContain("there is no file 'gone.md'");
        (await _binex.RunAsync("run", flow, "--simulate", "-q", "--var", "more=photos/cat.png")).ShouldExit(0);
        (await _binex.RunAsync("plan", flow, "--var", "more=photos/cat.png")).ShouldExit(0);
        (await _binex.RunAsync("plan", flow, "--var", "more=other.png")).ShouldExit(2).Error.ShouldContain("there is no file 'other.png'");
    }

    [Fact]
    public async Task Validate_Depfile_HasTheFilesThatAreAttached()
    {
        (await _binex.RunAsync("validate", Flow("llm://gpt-4o", "file://photos/cat.png"), "--depfile", "deps")).ShouldExit(0);

        File.ReadAllLines(_binex.PathOf("deps")).ShouldBe([_binex.PathOf("look.yaml"), _binex.PathOf("photos", "cat.png")]);
    }

    [Fact]
    public async Task Replay_FileHasChanged_IsAnotherRequest()
    {
        var flow = Flow("llm://gpt-4o", "file://photos/cat.png");
        (await _binex.RunAsync("run", flow, "--simulate", "--record", "tape", "-q")).ShouldExit(0);
        (await _binex.RunAsync("run", flow, "--replay", "tape", "-q")).ShouldExit(0);
        File.WriteAllBytes(_binex.PathOf("photos/cat.png"), [.. Picture, 1]);

        var changed = (await _binex.RunAsync("run", flow, "--replay", "tape")).ShouldExit(1);

        (changed.Out + changed.Error).ShouldContain("what was not recorded");
        (changed.Out + changed.Error).ShouldContain("attach");
    }

    private string Flow(string model, string files, string? address = null) => _binex.Write("look.yaml", $$"""
        name: look
        budget: { max_cost: 50, unpriced: allow }
        vars: { more: { type: string } }
        nodes:
          look:
            agent: {{model}}
            prompt: What is it?
            attachments: [{{files}}]
            config: { max_tokens: 100{{(address is null ? "" : $", api_base: \"{address}\", api_key: \"${{env.KEY:-k}}\"")}} }
        """);
}
