namespace Binex.Core.Prices;

/// <summary>The dated table of model prices, with the user's overrides on top.</summary>
public interface IPriceBook
{
    /// <summary>Date on which the list prices were taken.</summary>
    DateOnly AsOf { get; }

    /// <summary>SHA-256 of the table, in lower-case hexadecimal digits.</summary>
    string Sha256 { get; }

    /// <summary>Names of all models in the table, for suggestions.</summary>
    IEnumerable<string> Models { get; }

    /// <summary>The price of a model, found by its name, its alias or its dated name; null when it has none.</summary>
    /// <param name="model">Name as in <c>llm://name</c>, for example <c>gpt-4o</c> or <c>anthropic/claude-sonnet-4-5</c>.</param>
    ModelPrice? Find(string model);
}
