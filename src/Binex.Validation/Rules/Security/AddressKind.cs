namespace Binex.Validation.Rules.Security;

/// <summary>Where an address leads.</summary>
internal enum AddressKind
{
    /// <summary>Into the public network, as far as its text tells.</summary>
    Public,

    /// <summary>To the machine itself.</summary>
    Loopback,

    /// <summary>Into a private network.</summary>
    Private,

    /// <summary>To the service that knows a cloud machine's credentials.</summary>
    Metadata,
}
