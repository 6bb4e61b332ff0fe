namespace Binex.Cli.Tests.Editors;

/// <summary>What an editor offers to write.</summary>
/// <param name="Label">What is shown in the list.</param>
/// <param name="Documentation">What is shown beside it.</param>
/// <param name="Text">What is written.</param>
internal sealed record Offer(string Label, string Documentation, string Text);
