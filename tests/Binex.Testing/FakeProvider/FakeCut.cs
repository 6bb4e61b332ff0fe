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
}
