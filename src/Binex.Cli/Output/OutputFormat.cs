namespace Binex.Cli.Output;

/// <summary>What a command prints.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Markdown,
    Csv,
    Sarif,
    GitHub,
    MsBuild,
    JUnit,
    Template,
}
