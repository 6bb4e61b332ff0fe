namespace Binex.Testing.FakePlatforms;

/// <summary>Something that goes wrong, once.</summary>
/// <param name="On">The beginning of the request, such as <c>POST /repos</c>.</param>
/// <param name="Response">What is answered instead.</param>
/// <param name="IsDone">Whether what was asked is done all the same, and only its answer is lost.</param>
public sealed record FakeFault(string On, FakeResponse Response, bool IsDone = false)
{
    /// <summary>A gateway that gave up.</summary>
    public static FakeFault BadGateway(string on, bool isDone = false) => new(on, new FakeResponse(502, "<html><h1>502 Bad Gateway</h1></html>"), isDone);
}
