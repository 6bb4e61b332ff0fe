using System.Text;
using Binex.Core.Models;

namespace Binex.Validation.Tests;

/// <summary>Counts the bytes of messages.</summary>
internal sealed class TestTokenBounds : ITokenBounds
{
    public long InputTokens(ChatRequest request) => request.Messages.Sum(message => Encoding.UTF8.GetByteCount(message.Text));
}
