using System.Net;
using System.Net.Sockets;

namespace Binex.Validation.Rules.Security;

/// <summary>Tells where addresses lead, by their text alone; nothing is looked up.</summary>
internal static class AddressKinds
{
    private static readonly string[] MetadataHosts = ["metadata.google.internal", "metadata", "instance-data", "169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254"];
    private static readonly string[] PrivateEndings = [".local", ".internal", ".lan", ".home.arpa", ".intranet", ".corp"];

    /// <summary>Where a host is.</summary>
    /// <param name="host">Name or address as <see cref="Uri.IdnHost"/> gives it, so that <c>0x7f.1</c> and the like are already plain.</param>
    public static AddressKind Of(string host)
    {
        if (MetadataHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return AddressKind.Metadata;
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return OfAddress(Plain(address));
        }

        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) ? AddressKind.Loopback
            : !name.Contains('.', StringComparison.Ordinal) || Array.Exists(PrivateEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? AddressKind.Private
            : AddressKind.Public;
    }

    private static AddressKind OfAddress(IPAddress address)
    {
        if (MetadataHosts.Contains(address.ToString()))
        {
            return AddressKind.Metadata;
        }

        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return AddressKind.Loopback;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal ? AddressKind.Private : AddressKind.Public;
        }

        // RFC 1918, RFC 3927 (link-local) and RFC 6598 (shared address space).
        var bytes = address.GetAddressBytes();
        return bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..] ? AddressKind.Private : AddressKind.Public;
    }

    // An IPv4 address inside an IPv6 one: mapped (RFC 4291) or behind NAT64 (RFC 6052).
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return bytes is [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] ? new IPAddress(bytes.AsSpan(12)) : address;
    }
}
