using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Core.Json;

/// <summary>Writes the members of an enum as every format of Binex spells them: <c>over_budget</c>. Numbers are not read.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class EnumNameConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
