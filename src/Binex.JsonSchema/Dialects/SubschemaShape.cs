namespace Binex.JsonSchema.Dialects;

/// <summary>Where in the value of a keyword there are schemas.</summary>
internal enum SubschemaShape
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>The value is a schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    List,

    /// <summary>An object whose members are schemas.</summary>
    Map,

    /// <summary>A schema or a list of them: <c>items</c> in draft-07.</summary>
    SchemaOrList,

    /// <summary>An object whose members are schemas or lists of names: <c>dependencies</c>.</summary>
    MapOfSchemaOrNames,
}
