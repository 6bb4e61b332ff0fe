namespace Binex.JsonSchema.Values;

/// <summary>The types of JSON Schema, as a set. A number is an integer or a fraction: 1.0 is an integer.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    String = 16,
    Integer = 32,
    Fraction = 64,
    Number = Integer | Fraction,
}
