using Binex.Core.Prices;

namespace Binex.Core.Attachments;

/// <summary>Says which models take which files.</summary>
public static class AttachmentSupport
{
    // The price book says who reads pictures; who reads PDF stands in the providers' documentation, and holds for their models that read pictures.
    private static readonly string[] ReadersOfPdf = ["openai", "azure", "anthropic"];

    /// <summary>Why a model cannot take a file, as a sentence; null when it can, or when nobody knows what it can.</summary>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="price">What the price book says of it; null when nothing.</param>
    public static string? Problem(AttachmentKind kind, string model, ModelPrice? price)
    {
        if (price is null or { Features.Count: 0 } || kind == AttachmentKind.Text)
        {
            return null;
        }

        return !price.Features.Contains(ModelFeatures.Vision) ? $"'{model}' reads no {(kind == AttachmentKind.Pdf ? "PDF" : "images")}"
            : kind == AttachmentKind.Pdf && !ReadersOfPdf.Contains(price.Provider) ? $"'{model}' reads images, but its provider takes no PDF, or bills it beside the tokens"
            : null;
    }
}
