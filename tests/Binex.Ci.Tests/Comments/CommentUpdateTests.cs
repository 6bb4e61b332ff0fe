using Binex.Ci.Comments;

namespace Binex.Ci.Tests.Comments;

/// <summary>What is done with a comment, decided from what is known.</summary>
public sealed class CommentUpdateTests
{
    private static readonly string Head = new('a', 40);
    private static readonly string Old = new('b', 40);

    [Fact]
    public void Decide_NoCommentYet_Creates() => Decide(Mine()).Kind.ShouldBe(UpdateKind.Create);

    [Fact]
    public void Decide_AnotherContent_Edits() => Decide(Mine(), Posted("2", order: 1, Old, "other")).Kind.ShouldBe(UpdateKind.Edit);

    [Fact]
    public void Decide_SameContent_LeavesItAlone() => Decide(Mine(), Posted("2", order: 1, Old, "mine")).Kind.ShouldBe(UpdateKind.Unchanged);

    [Fact]
    public void Decide_AnotherTag_IsAnotherComment() =>
        Decide(Mine(), Posted("2", 1, Old, "other") with { Marker = new CommentMarker("costs") { Content = "other" } }).Kind.ShouldBe(UpdateKind.Create);

    [Fact]
    public void Decide_SeveralOfOurs_EditsTheNewest() => Decide(Mine(), Posted("1", 1, Old, "x"), Posted("2", 2, Old, "y")).Existing!.Id.ShouldBe("2");

    [Fact]
    public void Decide_NoNewsAndNoComment_StaysSilent() => Decide(Mine(isNews: false)).Kind.ShouldBe(UpdateKind.NoNews);

    [Fact]
    public void Decide_NoNewsAndAComment_EditsIt() => Decide(Mine(isNews: false), Posted("2", 1, Old, "grew")).Kind.ShouldBe(UpdateKind.Edit);

    [Fact]
    public void Decide_CommitThatIsNotTheHead_IsStale()
    {
        var update = Decide(Mine(commit: Old), Posted("2", 1, Old, "other"));

        update.Kind.ShouldBe(UpdateKind.Stale);
        update.Reason.ShouldBe("this is the result of bbbbbbbbbb, and the pull request is at aaaaaaaaaa now");
        Decide(Mine(commit: Old)).Kind.ShouldBe(UpdateKind.Stale);
        Decide(Mine(commit: Head[..12])).Kind.ShouldBe(UpdateKind.Create);
    }

    [Fact]
    public void Decide_NewerBuildHasCommented_IsStaleUnlessItIsTheSameCommit()
    {
        Decide(Mine(commit: null), Posted("2", order: 43, Head, "other")).Kind.ShouldBe(UpdateKind.Stale);
        Decide(Mine(), Posted("2", order: 43, Head, "other")).Kind.ShouldBe(UpdateKind.Edit);
    }

    [Fact]
    public void Decide_New_PostsBesideTheOldOne() => Decide(Mine(), CommentBehavior.New, false, Posted("2", 1, Old, "mine")).Kind.ShouldBe(UpdateKind.Create);

    [Fact]
    public void Decide_NewAfterALostAnswer_FindsWhatItPosted()
    {
        Decide(Mine(), CommentBehavior.New, true, Posted("2", 42, Head, "mine")).Kind.ShouldBe(UpdateKind.Unchanged);
        Decide(Mine(), CommentBehavior.New, true, Posted("2", 41, Head, "mine")).Kind.ShouldBe(UpdateKind.Create);
    }

    private static CommentUpdate Decide(Comment comment, params PostedComment[] posted) => Decide(comment, CommentBehavior.Update, false, posted);

    private static CommentUpdate Decide(Comment comment, CommentBehavior behavior, bool isRepeated, params PostedComment[] posted) =>
        CommentUpdate.Decide(comment, new PullRequest("7", Head, posted), behavior, isRepeated);

    private static Comment Mine(string? commit = "head", bool isNews = true) =>
        new(new CommentMarker("binex") { Order = 42, Commit = commit == "head" ? Head : commit, Content = "mine" }, "text", isNews);

    private static PostedComment Posted(string id, long order, string commit, string content) => new(id, new CommentMarker("binex") { Order = order, Commit = commit, Content = content });
}
