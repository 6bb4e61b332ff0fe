namespace Binex.Core.Runs;

/// <summary>Why an attempt failed, as far as a retry policy needs to know.</summary>
public enum FailureKind
{
    /// <summary>The provider asks for fewer requests (status 429).</summary>
    RateLimit,

    /// <summary>The provider failed (status 5xx), or answered what is no answer.</summary>
    Server,

    /// <summary>The provider could not be reached, or the connection broke.</summary>
    Network,

    /// <summary>The attempt took longer than its deadline.</summary>
    Timeout,

    /// <summary>The answer breaks the output schema or has not the declared outputs.</summary>
    Schema,

    /// <summary>A tool or a process failed.</summary>
    Tool,

    /// <summary>The agent reported a failure of its own.</summary>
    Agent,

    /// <summary>An assertion did not hold.</summary>
    Assertion,

    /// <summary>A person rejected, or nobody was there to answer.</summary>
    Human,

    /// <summary>The key is missing or not accepted.</summary>
    Authentication,

    /// <summary>The request is wrong and would be wrong again.</summary>
    BadRequest,

    /// <summary>The request is longer than the model can take.</summary>
    ContextTooLong,

    /// <summary>The provider will not answer this.</summary>
    ContentFilter,

    /// <summary>The account with the provider is used up.</summary>
    Quota,

    /// <summary>A reference has no value at run time.</summary>
    Reference,

    /// <summary>The cassette has no answer for what was asked.</summary>
    Cassette,

    /// <summary>A mistake in Binex itself.</summary>
    Internal,
}
