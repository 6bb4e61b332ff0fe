using System.Globalization;

namespace Binex.Models.Cassettes;

/// <summary>Names the files of a cassette: <c>draft.0123456789ab.json</c>, and <c>draft.0123456789ab.2.json</c> when a node asks the same again.</summary>
internal static class ExchangeFile
{
    /// <summary>What all of them end with.</summary>
    public const string Suffix = ".json";

    private const int HashDigits = 12;

    /// <summary>Sorts paths: by their names, and by number those of which a node asked the same.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((left, right) =>
    {
        var ((name, number), (other, otherNumber)) = (Key(left), Key(right));
        return string.CompareOrdinal(name, other) is not 0 and var order ? order : number.CompareTo(otherNumber);
    });

    /// <summary>The name of a file.</summary>
    /// <param name="node">The node that asked.</param>
    /// <param name="hash">Hash of the request.</param>
    /// <param name="number">The how-manieth time it asked this, from 1.</param>
    public static string Name(string node, string hash, int number) => number == 1
        ? $"{node}.{hash[..HashDigits]}{Suffix}"
        : string.Create(CultureInfo.InvariantCulture, $"{node}.{hash[..HashDigits]}.{number}{Suffix}");

    private static (string Name, int Number) Key(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.LastIndexOf('.');
        return dot >= 0 && name.Length - dot - 1 < HashDigits && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (name[..dot], number)
            : (name, 1);
    }
}
