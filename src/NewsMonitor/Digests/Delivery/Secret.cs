using System.Diagnostics.CodeAnalysis;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Reads a secret from where the configuration says it is.</summary>
internal static class Secret
{
    /// <summary>
    /// The secret: the file's content without the line break that editors put at its end, else the value itself, else null. False, with one line that
    /// names the trouble and not the secret, where the file cannot be read.
    /// </summary>
    public static bool TryRead(string? value, string? file, out string? secret, [NotNullWhen(false)] out string? trouble)
    {
        (secret, trouble) = (value, null);
        if (file is null)
            return true;
        try
        {
            secret = File.ReadAllText(file).TrimEnd('\r', '\n');
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = $"the secret file {file} cannot be read: {e.Message}";
            return false;
        }
    }
}
