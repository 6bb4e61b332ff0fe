namespace Binex.Models.Prices;

/// <summary>Where a table of prices comes from.</summary>
/// <param name="AsOf">The date of the prices.</param>
/// <param name="Source">What it is made of, as a sentence.</param>
/// <param name="From">File or URL of the last list that it was made of; empty for the table that ships with Binex.</param>
/// <param name="ListSha256">SHA-256 of that list.</param>
public sealed record PriceOrigin(DateOnly AsOf, string Source, string From, string ListSha256);
