using System.Globalization;
using System.Text;

namespace Binex.Reports.Rendering;

/// <summary>Writes SVG. Every value is escaped where it is written; numbers have at most one decimal.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = [];

    public SvgWriter Start(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Tag(element, attributes);
        _text.Append('>');
        _open.Push(element);
        return this;
    }

    public SvgWriter Empty(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Tag(element, attributes);
        _text.Append("/>");
        return this;
    }

    public SvgWriter Text(string text)
    {
        _text.Append(HtmlText.Escape(text));
        return this;
    }

    public SvgWriter End()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element with text in it and nothing else.</summary>
    public SvgWriter Leaf(string element, string text, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        Start(element, attributes).Text(text).End();

    public Markup ToMarkup() => new(_text.ToString());

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share from 0 to 1 as a length in percent.</summary>
    public static string Percent(decimal share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private void Tag(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                var text = value is double number ? Number(number) : value.ToString()!;
                _text.Append(' ').Append(name).Append("=\"").Append(HtmlText.Escape(text)).Append('"');
            }
        }
    }
}
