namespace Binex.Models.Providers;

/// <summary>What signs requests to AWS.</summary>
/// <param name="Id">The access key's id, which is sent.</param>
/// <param name="Secret">The access key's secret, which is not.</param>
/// <param name="SessionToken">What temporary keys are sent with; null for lasting ones.</param>
/// <param name="Region">The region that a signature holds for.</param>
internal sealed record AwsKeys(string Id, string Secret, string? SessionToken, string Region)
{
    /// <summary>The environment variable with the id.</summary>
    internal const string IdVariable = "AWS_ACCESS_KEY_ID";

    /// <summary>The environment variable with the secret.</summary>
    internal const string SecretVariable = "AWS_SECRET_ACCESS_KEY";

    /// <summary>The environment variable with the region.</summary>
    internal const string RegionVariable = "AWS_REGION";

    private const string SessionVariable = "AWS_SESSION_TOKEN";

    /// <summary>The keys of the environment; null where they, or the region, are not all set.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    internal static AwsKeys? In(Func<string, string?> environment)
    {
        return Value(IdVariable) is { } id && Value(SecretVariable) is { } secret && (Value(RegionVariable) ?? Value("AWS_DEFAULT_REGION")) is { } region
            ? new AwsKeys(id, secret, Value(SessionVariable), region)
            : null;

        string? Value(string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <summary>Whether there would be keys if only the region were set.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    internal static bool AreWithoutRegion(Func<string, string?> environment) =>
        In(environment) is null && In(name => name == RegionVariable ? "any" : environment(name)) is not null;

    /// <summary>The name of a variable whose value no key has; null when all are well.</summary>
    /// <param name="canBeSent">Whether a value can be one.</param>
    internal string? BadVariable(Func<string, bool> canBeSent) =>
        !canBeSent(Id) ? IdVariable : !canBeSent(Secret) ? SecretVariable : SessionToken is { } token && !canBeSent(token) ? SessionVariable : null;

    /// <summary>What may be read.</summary>
    public override string ToString() => $"keys of AWS for {Region}";
}
