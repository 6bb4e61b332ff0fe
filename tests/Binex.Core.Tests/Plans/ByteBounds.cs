using System.Text;
using Binex.Core.Models;

namespace Binex.Core.Tests.Plans;

/// <summary>A token for each byte of each message, and ten for each message.</summary>
internal sealed class ByteBounds : ITokenBounds
{
    public long InputTokens(ChatRequest request) => request.Messages.Sum(message => 10 + Encoding.UTF8.GetByteCount(message.Text));
}
