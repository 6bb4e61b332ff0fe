namespace Binex.Testing.FakeProvider;

/// <summary>What the fake provider does with a request. The default is an ordinary answer.</summary>
public sealed record FakeReply
{
    /// <summary>What it says.</summary>
    public string Text { get; init; } = "This is the answer.";

    /// <summary>Tokens of the answer; null to count them. Never billed above the output limit of the request.</summary>
    public int? OutputTokens { get; init; }

    /// <summary>Status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body, where it is not to be made from the rest.</summary>
    public string? Body { get; init; }

    /// <summary>The pieces of a stream, where they are not to be made from the rest.</summary>
    public IReadOnlyList<string>? Pieces { get; init; }

    /// <summary>The header <c>Retry-After</c>.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The header <c>Location</c>.</summary>
    public string? Location { get; init; }

    /// <summary>How long it takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Where the connection breaks.</summary>
    public FakeCut Cut { get; init; }

    /// <summary>The tool that it asks for in place of an answer; null for none.</summary>
    public string? Tool { get; init; }

    /// <summary>Code of an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Sentence of an error.</summary>
    public string ErrorMessage { get; init; } = "it went wrong";

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What a stream is cut after; at once by default.</summary>
    public Task CutWhen { get; init; } = Task.CompletedTask;

    /// <summary>Whether the answer says what it used.</summary>
    public bool StatesUsage { get; init; } = true;

    /// <summary>Whether the answer says what it cost.</summary>
    public bool StatesCost { get; init; }

    /// <summary>Why it stopped; null for <c>stop</c>, or <c>length</c> where the output limit is reached.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Whether it is billed; null to bill every answer that is no error, also one that the client never gets.</summary>
    public bool? IsBilled { get; init; }

    /// <summary>An ordinary answer.</summary>
    /// <param name="text">What it says.</param>
    public static FakeReply Answer(string text) => new() { Text = text };

    /// <summary>An error in the form that the protocol gives it.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="code">Its code.</param>
    /// <param name="message">Its sentence.</param>
    public static FakeReply Error(int status, string? code = null, string message = "it went wrong") => new()
    {
        Status = status,
        ErrorCode = code,
        ErrorMessage = message,
    };
}
