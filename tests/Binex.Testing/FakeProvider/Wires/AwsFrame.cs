using System.Buffers.Binary;
using System.Text;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>A message of an event stream of AWS: lengths and their checksum, headers, payload, the checksum of all.</summary>
internal static class AwsFrame
{
    private const byte TextHeader = 7;

    /// <summary>The message.</summary>
    internal static byte[] Of(byte[] payload, params (string Name, string Value)[] headers)
    {
        var head = headers.SelectMany(header => Header(header.Name, header.Value)).ToArray();
        var prelude = new[] { Number((uint)(16 + head.Length + payload.Length)), Number((uint)head.Length) }.SelectMany(part => part).ToArray();
        byte[] message = [.. prelude, .. Number(Checksum(prelude)), .. head, .. payload];
        return [.. message, .. Number(Checksum(message))];
    }

    private static IEnumerable<byte> Header(string name, string value)
    {
        var text = Encoding.UTF8.GetBytes(value);
        return [(byte)name.Length, .. Encoding.UTF8.GetBytes(name), TextHeader, (byte)(text.Length >> 8), (byte)text.Length, .. text];
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    // CRC-32 as in zip files, a bit at a time.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
