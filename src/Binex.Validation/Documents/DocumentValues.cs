namespace Binex.Validation.Documents;

/// <summary>Reads a map's values as far as they have the type that is asked for; what has another type was reported by the schema check.</summary>
internal static class DocumentValues
{
    /// <summary>A text.</summary>
    public static ScalarNode? Text(this MappingNode? map, string key) => map?[key] is ScalarNode { IsText: true } scalar ? scalar : null;

    /// <summary>A whole number that fits.</summary>
    public static int? Integer(this MappingNode? map, string key) =>
        map.Number(key) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A number.</summary>
    public static decimal? Number(this MappingNode? map, string key) => (map?[key] as ScalarNode)?.Number;

    /// <summary>A boolean.</summary>
    public static bool? Flag(this MappingNode? map, string key) => (map?[key] as ScalarNode)?.Flag;

    /// <summary>A map.</summary>
    public static MappingNode? Map(this MappingNode? map, string key) => map?[key] as MappingNode;

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<ScalarNode> Texts(this MappingNode? map, string key) =>
        map?[key] is SequenceNode list ? list.Items.OfType<ScalarNode>().Where(item => item.IsText) : [];

    /// <summary>The maps of a list.</summary>
    public static IEnumerable<MappingNode> Maps(this MappingNode? map, string key) =>
        map?[key] is SequenceNode list ? list.Items.OfType<MappingNode>() : [];
}
