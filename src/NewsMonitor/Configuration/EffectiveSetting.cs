namespace NewsMonitor.Configuration;

/// <summary>A key with the value that holds and where that was said.</summary>
/// <param name="Value">Secrets are masked already.</param>
/// <param name="Source">A file's name, <c>environment</c>, or <c>default</c>.</param>
internal sealed record EffectiveSetting(string Key, string? Value, string Source);
