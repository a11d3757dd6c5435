namespace NewsMonitor.Articles.Metadata;

/// <summary>The words that stand before an author's name, as alternatives of a regular expression, in the languages read here and their neighbors.</summary>
internal static class BylineWords
{
    /// <summary>Words that can stand before nothing else.</summary>
    public const string SureLead =
        @"(?:written|story|text|posted|published|contributed|reported|words) by|(?:geschrieben|verfasst|erstellt|veröffentlicht|eingestellt) von|(?:publié|écrit|rédigé) par|(?:publicado|escrito) por";

    /// <summary>Words that stand before names and before much else.</summary>
    public const string Lead =
        SureLead + @"|by|von|par|por|reviewed by|report(?:ing)? by|authors?|contributors?|autor(?:in|en|es|a)?|auteure?s?|ein artikel von|ein gastbeitrag von|propos recueillis par"
        + @"|автор|авторы|автори|текст|подготовил[аи]?|підготува(?:в|ла|ли)|di|av|af|door|przez|yazan|oleh(?=\s*:)|tekst|autorzy";

    /// <summary>What Chinese, Japanese and Korean put before a name, without a space.</summary>
    public const string EasternLead = @"记者|記者|作者|著者|撰文|取材・文|文|글";
}
