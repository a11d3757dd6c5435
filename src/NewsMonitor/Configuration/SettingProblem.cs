namespace NewsMonitor.Configuration;

/// <summary>One thing wrong with the configuration: the key, what it says, and the mend.</summary>
internal sealed record SettingProblem(string Key, string? Value, string Mend)
{
    public override string ToString() => Value is null ? $"{Key}: {Mend}" : $"{Key} = \"{Value.ReplaceLineEndings(" ")}\": {Mend}";
}
