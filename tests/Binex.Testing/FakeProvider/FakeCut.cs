namespace Binex.Testing.FakeProvider;

/// <summary>Where the fake provider breaks a connection.</summary>
public enum FakeCut
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Before anything is answered.</summary>
    BeforeHeaders,

    /// <summary>In the middle of the body.</summary>
    InBody,

    /// <summary>In a stream, after the answer has ended and before the stream has; in the middle of any other body.</summary>
    AfterAnswer,
}
