using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.JsonSchema.Tests;

public sealed class JsonPointerTests
{
    // The examples of RFC 6901 section 5.
    [Theory]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void TryFollow_ExampleOfTheStandard_FindsTheValue(string pointer, string expected)
    {
        var document = TestSchema.Parse("""{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}""");

        JsonPointer.TryFollow(document, pointer, out var value).ShouldBeTrue();

        value.GetRawText().ShouldBe(expected);
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("/foo/2")]
    [InlineData("/foo/01")]
    [InlineData("/foo/-")]
    [InlineData("/foo/0/x")]
    [InlineData("/nothing")]
    [InlineData("/a~")]
    [InlineData("/a~2b")]
    public void TryFollow_NothingThereOrNoPointer_IsFalse(string pointer)
    {
        var document = TestSchema.Parse("""{"foo":["bar","baz"]}""");

        JsonPointer.TryFollow(document, pointer, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryFollow_EmptyPointer_IsTheWholeDocument()
    {
        var document = TestSchema.Parse("[1]");

        JsonPointer.TryFollow(document, "", out var value).ShouldBeTrue();

        value.GetRawText().ShouldBe("[1]");
    }

    [Fact]
    public void Unescape_AnyEscapedName_IsTheName() =>
        Gen.String[Gen.Char["~/01ab%é\ud83d"], 0, 12].Holds(100, name => JsonPointer.Unescape(JsonPointer.Escape(name)) == name);

    [Fact]
    public void TrySplit_PointerOfAppendedNames_IsTheNames() =>
        Gen.String[Gen.Char["~/01ab"], 0, 6].Array[0, 5].Holds(
            100,
            names =>
            {
                var pointer = names.Aggregate("", JsonPointer.Append);
                return JsonPointer.TrySplit(pointer, out var tokens) && tokens.SequenceEqual(names);
            });
}
