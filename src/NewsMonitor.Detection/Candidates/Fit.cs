using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>How well the marking of a party suits the part of giver or taker: a linguist's rule of thumb that the weights then correct.</summary>
internal enum Fit : byte
{
    Contrary,
    Poor,
    Open,
    Fair,
    Good,
}

/// <summary>Rules of thumb for roles: who gives, who takes.</summary>
internal static class RoleRules
{
    /// <summary>How a mention suits the giver of <paramref name="trigger"/>.</summary>
    public static Fit Giver(Mention mention, Token trigger, Act act, int words)
    {
        var before = mention.Start < trigger.Start;
        return mention.Role switch
        {
            Role.Source => Fit.Good,
            Role.Agent => act == Act.Get ? Fit.Contrary : Fit.Good,
            Role.Possessor or Role.Modifier => before && words <= 2 ? Fit.Good : act == Act.Get ? Fit.Poor : Fit.Open,
            Role.Goal => Fit.Contrary,
            Role.Object => Fit.Poor,
            Role.None or Role.Subject => before
                ? act is Act.Get ? Fit.Contrary : act is Act.Give or Act.Support or Act.Fight ? Fit.Good : Fit.Fair
                : act is Act.Give or Act.Support ? Fit.Poor : Fit.Open,
            _ => Fit.Open,
        };
    }

    /// <summary>How a mention suits the taker of <paramref name="trigger"/>.</summary>
    public static Fit Taker(Mention mention, Token trigger, Act act, int words)
    {
        var before = mention.Start < trigger.Start;
        return mention.Role switch
        {
            Role.Goal => Fit.Good,
            Role.Source => Fit.Contrary,
            Role.Agent => act == Act.Get ? Fit.Good : Fit.Contrary,
            Role.Object => Fit.Good,
            Role.Possessor or Role.Modifier => before && words <= 2 ? Fit.Contrary : !before && act == Act.Support ? Fit.Good : Fit.Open,
            Role.None or Role.Subject => before
                ? act is Act.Get or Act.Use ? Fit.Good : act is Act.Give or Act.Support ? Fit.Contrary : Fit.Poor
                : act is Act.Give or Act.Support ? Fit.Good : Fit.Fair,
            Role.In => Fit.Fair,
            _ => Fit.Open,
        };
    }
}
