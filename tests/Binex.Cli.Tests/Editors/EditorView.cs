namespace Binex.Cli.Tests.Editors;

/// <summary>What an editor shows of a file.</summary>
/// <param name="Findings">What is wrong with it, each after the number of its line, which counts from zero.</param>
/// <param name="Offers">What can be written at a place.</param>
/// <param name="Hover">What is said of a place.</param>
internal sealed record EditorView(IReadOnlyList<string> Findings, IReadOnlyList<Offer> Offers, string Hover)
{
    /// <summary>The documentation of an offer.</summary>
    public string DocumentationOf(string label) => Offers.Single(offer => offer.Label == label).Documentation;
}
