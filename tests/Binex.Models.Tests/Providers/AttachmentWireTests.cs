using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Tests.Providers.Table;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers;

/// <summary>Images and documents as they travel, through the real SDK of each kind of provider.</summary>
public sealed class AttachmentWireTests
{
    private static readonly Attachment Image = new("photos/cat.png", AttachmentKind.Image, "image/png", new byte[] { 1, 2, 3, 4 });
    private static readonly Attachment Document = new("bills/may.pdf", AttachmentKind.Pdf, "application/pdf", new byte[] { 5, 6, 7 });

    public static TheoryData<string> Families => [.. ProviderFamily.All.Select(family => family.Title)];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task CompleteAsync_Image_TravelsBeforeTheText(string title)
    {
        var contents = await SentAsync(Family(title), Image);

        contents.ShouldBe(Family(title).Kind switch
        {
            ProviderKind.OpenAiResponses => ["""{"type":"input_image","image_url":"data:image/png;base64,AQIDBA=="}""", """{"type":"input_text","text":"what is it?"}"""],
            ProviderKind.Anthropic or ProviderKind.Bedrock or ProviderKind.Vertex => ["""{"type":"image","source":{"type":"base64","data":"AQIDBA==","media_type":"image/png"}}""", """{"type":"text","text":"what is it?"}"""],
            ProviderKind.Ollama => ["\"AQIDBA==\"", "\"what is it?\""],
            _ => ["""{"type":"image_url","image_url":{"url":"data:image/png;base64,AQIDBA=="}}""", """{"type":"text","text":"what is it?"}"""],
        });
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task CompleteAsync_Pdf_TravelsAsADocument(string title)
    {
        var family = Family(title);
        if (family.Kind == ProviderKind.Ollama)
        {
            await using var server = await FakeProviderServer.StartAsync();
            var failure = (await family.SendAsync(server, Request(Document), CancellationToken.None)).Failure.ShouldNotBeNull();

            failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
            failure.Failure.Kind.ShouldBe(FailureKind.BadRequest);
            failure.Failure.Message.ShouldContain("bills/may.pdf");
            server.Calls.ShouldBeEmpty();
            return;
        }

        (await SentAsync(family, Document))[0].ShouldBe(family.Kind switch
        {
            ProviderKind.OpenAiResponses => """{"type":"input_file","filename":"may.pdf","file_data":"data:application/pdf;base64,BQYH"}""",
            ProviderKind.Anthropic or ProviderKind.Bedrock or ProviderKind.Vertex => """{"type":"document","source":{"media_type":"application/pdf","type":"base64","data":"BQYH"}}""",
            _ => """{"type":"file","file":{"filename":"may.pdf","file_data":"data:application/pdf;base64,BQYH"}}""",
        });
    }

    private static ProviderFamily Family(string title) => ProviderFamily.All.Single(family => family.Title == title);

    private static ChatRequest Request(Attachment file) => new("", [new ChatMessage(ChatRole.User, "what is it?") { Attachments = [file] }], 10);

    // The parts of the only message that was sent.
    private static async Task<string[]> SentAsync(ProviderFamily family, Attachment file)
    {
        await using var server = await FakeProviderServer.StartAsync();

        (await family.SendAsync(server, Request(file), CancellationToken.None)).Answer.ShouldNotBeNull();

        var body = server.Calls[0].Body;
        var message = body.GetProperty(body.TryGetProperty("messages", out _) ? "messages" : "input").EnumerateArray().Last();
        return message.TryGetProperty("images", out var images)
            ? [images[0].GetRawText(), message.GetProperty("content").GetRawText()]
            : [.. message.GetProperty("content").EnumerateArray().Select(part => part.GetRawText())];
    }
}
