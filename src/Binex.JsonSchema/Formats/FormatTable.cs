using System.Collections.Frozen;

namespace Binex.JsonSchema.Formats;

/// <summary>The formats that can be asserted.</summary>
internal static class FormatTable
{
    private static readonly FrozenDictionary<string, (FormatCheck Check, string Name)> Formats =
        new Dictionary<string, (FormatCheck, string)>
        {
            ["date-time"] = (TimeFormats.IsDateTime, "a date and time such as 2024-05-17T09:30:00Z"),
            ["date"] = (TimeFormats.IsDate, "a date such as 2024-05-17"),
            ["time"] = (TimeFormats.IsTime, "a time with offset such as 09:30:00Z"),
            ["duration"] = (DurationFormat.IsValid, "a duration such as P3DT12H"),
            ["email"] = (EmailFormat.IsValid, "an e-mail address"),
            ["hostname"] = (HostnameFormat.IsValid, "a host name"),
            ["ipv4"] = (AddressFormats.IsIPv4, "an IPv4 address"),
            ["ipv6"] = (AddressFormats.IsIPv6, "an IPv6 address"),
            ["uri"] = (UriFormat.IsUri, "a URI"),
            ["uri-reference"] = (UriFormat.IsReference, "a URI or a relative reference"),
            ["uuid"] = (UuidFormat.IsValid, "a UUID"),
            ["regex"] = (RegexFormat.IsValid, "a regular expression"),
            ["json-pointer"] = (JsonPointerFormat.IsValid, "a JSON Pointer"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The check of a format; null for one that is not known, which every text has.</summary>
    public static FormatCheck? Find(string format) => Formats.TryGetValue(format, out var known) ? known.Check : null;

    /// <summary>"an e-mail address".</summary>
    public static string Describe(string format) => Formats[format].Name;
}
