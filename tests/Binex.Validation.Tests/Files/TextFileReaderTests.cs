using System.Text;
using Binex.Core.Diagnostics;

namespace Binex.Validation.Tests.Files;

public sealed class TextFileReaderTests : IDisposable
{
    private const string Good = "name: demo\nnodes: { a: { agent: local://noop } }\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("binex-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_OfMissingFile_NamesTheOneNearby()
    {
        Write("workflow.yaml", Good);

        var finding = Load("workflw.yaml").Diagnostics.ShouldHaveSingleItem();

        finding.Descriptor.ShouldBe(DiagnosticCatalog.FileUnreadable);
        finding.Message.ShouldStartWith("there is no file '");
        finding.Hint.ShouldBe("did you mean 'workflow.yaml'?");
    }

    [Fact]
    public void Load_OfFileInMissingFolder_SaysSo() => Load("none/workflow.yaml").Diagnostics.ShouldHaveSingleItem().Hint.ShouldBe("its folder does not exist either");

    [Fact]
    public void Load_OfFolder_NamesAFileInIt()
    {
        Write("workflow.yaml", Good);

        var finding = Load("").Diagnostics.ShouldHaveSingleItem();

        finding.Descriptor.ShouldBe(DiagnosticCatalog.FileUnreadable);
        finding.Message.ShouldEndWith("is a folder, not a file");
        finding.Hint!.ShouldEndWith("/workflow.yaml'");
    }

    [Fact]
    public void Load_OfTenMegabytes_IsRefusedUnread()
    {
        using (var file = File.Create(PathOf("big.yaml")))
        {
            file.SetLength(10 * 1024 * 1024);
        }

        var finding = Load("big.yaml").Diagnostics.ShouldHaveSingleItem();

        finding.Descriptor.ShouldBe(DiagnosticCatalog.FileTooLarge);
        finding.Message.ShouldEndWith("has 10,485,760 bytes, and at most 5,242,880 are read");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b' }, "byte 2 is zero")]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xC3, 0x28 }, "is not UTF-8: line 2 has bytes that no character has")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "is in UTF-16, and only UTF-8 is read")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'a' }, "is in UTF-16, and only UTF-8 is read")]
    public void Load_OfOtherThanUtf8_SaysWhatItIs(byte[] bytes, string message)
    {
        File.WriteAllBytes(PathOf("odd.yaml"), bytes);

        var finding = Load("odd.yaml").Diagnostics.ShouldHaveSingleItem();

        finding.Descriptor.ShouldBe(DiagnosticCatalog.NotText);
        finding.Message.ShouldEndWith(message);
    }

    [Fact]
    public void Load_OfUtf8WithByteOrderMark_StartsAtColumnOne()
    {
        File.WriteAllText(PathOf("bom.yaml"), "nam: demo\n" + Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Load("bom.yaml").Diagnostics.ShouldHaveSingleItem().Location.Range.Start.Column.ShouldBe(1);
    }

    [Fact]
    public void Load_OfEmptyFile_SaysSo()
    {
        Write("empty.yaml", "");

        Load("empty.yaml").Codes().ShouldBe([DiagnosticCatalog.EmptyDocument.Code]);
    }

    [Fact]
    public void Load_OfOtherSuffix_SaysWhichAreRead()
    {
        Write("workflow.txt", Good);

        Load("workflow.txt").Codes().ShouldBe([DiagnosticCatalog.UnknownSuffix.Code]);
    }

    [Theory]
    [InlineData("workflow.yaml")]
    [InlineData("workflow.YML")]
    public void Load_OfGoodFile_GivesTheWorkflow(string name)
    {
        Write(name, Good);

        Load(name).Workflow.ShouldNotBeNull().Name.ShouldBe("demo");
    }

    [Fact]
    public void Load_OfPromptBehindLinkOutOfTheFolder_IsRefused()
    {
        var inner = _folder.CreateSubdirectory("project");
        Write("secret.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(inner.FullName, "link.txt"), PathOf("secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(inner.FullName, "up"), _folder.FullName);
        Write(
            "project/workflow.yaml",
            "name: demo\nnodes:\n  a: { agent: llm://gpt-4o, prompt: file://link.txt }\n  b: { agent: llm://gpt-4o, prompt: file://up/secret.txt }\n"
            + "  c: { agent: llm://gpt-4o, prompt: file://link.txt, allow_outside: true }\n");

        Load("project/workflow.yaml").Codes().ShouldBe([DiagnosticCatalog.NamedFileOutside.Code, DiagnosticCatalog.NamedFileOutside.Code]);
    }

    [Fact]
    public void Load_OfLinkWithinTheFolder_IsFollowed()
    {
        Write("prompt.txt", "hello");
        File.CreateSymbolicLink(PathOf("link.txt"), "prompt.txt");
        Write("workflow.yaml", "name: demo\nnodes: { a: { agent: llm://gpt-4o, prompt: file://link.txt } }\n");

        Load("workflow.yaml").Workflow.ShouldNotBeNull().Nodes[0].Prompt!.Source.ShouldBe("hello");
    }

    [Fact]
    public void Load_OfLinkThatLeadsInACircle_IsRefused()
    {
        File.CreateSymbolicLink(PathOf("a.txt"), "b.txt");
        File.CreateSymbolicLink(PathOf("b.txt"), "a.txt");
        Write("workflow.yaml", "name: demo\nnodes: { a: { agent: llm://gpt-4o, prompt: file://a.txt } }\n");

        Load("workflow.yaml").HasErrors.ShouldBeTrue();
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private LoadResult Load(string name) => WorkflowLoader.Load(PathOf(name), new LoadOptions());
}
