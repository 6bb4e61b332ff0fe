using Binex.Core.Diagnostics;
using Binex.Validation.Rules;

namespace Binex.Validation.Documents;

/// <summary>Tells of keys that a map has twice.</summary>
internal static class DuplicateKeys
{
    /// <summary>Reports a key that was there before.</summary>
    /// <param name="second">The key, the second time.</param>
    /// <param name="first">The key, the first time.</param>
    /// <param name="findings">Takes the finding.</param>
    public static void Report(ScalarNode second, ScalarNode first, FindingList findings) => findings.Add(
        DiagnosticCatalog.DuplicateKey,
        second.Location,
        $"the key '{second.Value}' is already in this map, at line {first.Range.Start.Line}",
        "keep one of the two",
        [new RelatedPlace("first written here", first.Location)]);
}
