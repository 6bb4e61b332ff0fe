namespace Binex.Validation.Secrets;

/// <summary>Knows the names of keys under which secrets stand.</summary>
internal static class SecretNames
{
    private static readonly string[] Endings =
    [
        "apikey", "api_key", "api-key", "secret", "password", "passwd", "token", "access_key", "access-key", "accesskey", "private_key", "private-key",
        "privatekey", "secret_key", "secret-key", "secretkey", "authorization", "credentials",
    ];

    /// <summary>Whether a key's name says that its value is a secret.</summary>
    /// <param name="name">The name.</param>
    public static bool Mean(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
