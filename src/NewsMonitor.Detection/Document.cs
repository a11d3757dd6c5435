namespace NewsMonitor.Detection;

/// <summary>What is scanned: an article's title and text.</summary>
/// <param name="Title">The headline, or null.</param>
/// <param name="Text">Paragraphs separated by line breaks; any string, also empty, hostile or of any length.</param>
/// <param name="Language">ISO 639-1 of the text (<c>en</c>), or null where nobody knows; a language without rules gives no findings.</param>
public sealed record Document(string? Title, string Text, string? Language);
