namespace Binex.Cli.Output;

/// <summary>What a command prints.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Sarif,
    GitHub,
    MsBuild,
    JUnit,
    Template,
}
