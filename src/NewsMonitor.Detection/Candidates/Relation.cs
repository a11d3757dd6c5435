using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>Names for how one expression of a sentence stands to another: the vocabulary features are made of.</summary>
internal static class Relation
{
    private static readonly string[] Distances = ["touching", "close", "clause", "next", "beyond"];

    private static readonly Arg[] Roles = Arg.For<Role>();
    private static readonly Arg[,,] Placed = Table();
    private static readonly Arg[,] Sides = SideTable();

    public static readonly Arg[] ActNames = Arg.For<Act>();
    public static readonly Arg[] FitNames = Arg.For<Fit>();
    public static readonly Arg[] CueNames = Arg.For<Cue>();
    public static readonly Arg[] FormNames = Arg.For<NameForm>();
    public static readonly Arg[] SentenceForms = Arg.For<SentenceForm>();
    public static readonly Arg[] DirectionNames = Arg.For<Direction>();

    private static readonly Arg[,] Spots = SpotTable();

    /// <summary>The role alone.</summary>
    public static Arg Of(Role role) => Roles[(int)role];

    /// <summary>Role, side of the anchor and distance: <c>goal&gt;near</c>.</summary>
    public static Arg Of(Role role, Token other, Token anchor, int words) =>
        Placed[(int)role, other.Start >= anchor.Start ? 1 : 0, Distance(other, anchor, words)];

    /// <summary>Role and side of the anchor: <c>goal&gt;</c>.</summary>
    public static Arg Side(Role role, Token other, Token anchor) => Sides[(int)role, other.Start >= anchor.Start ? 1 : 0];

    /// <summary>Side of the anchor and distance: <c>&gt;near</c>.</summary>
    public static Arg Spot(Token other, Token anchor, int words) => Spots[other.Start >= anchor.Start ? 1 : 0, Distance(other, anchor, words)];

    /// <summary>0 touching, 1 a few words away, 2 in the same clause, 3 one or two commas away, 4 beyond.</summary>
    public static int Distance(Token other, Token anchor, int words)
    {
        var clauses = Math.Abs(other.Clause - anchor.Clause);
        return clauses == 0 ? words <= 1 ? 0 : words <= 4 ? 1 : 2 : clauses <= 2 ? 3 : 4;
    }

    private static Arg[,,] Table()
    {
        var names = Enum.GetNames<Role>();
        var table = new Arg[names.Length, 2, Distances.Length];
        for (var role = 0; role < names.Length; role++)
        {
            for (var side = 0; side < 2; side++)
            {
                for (var distance = 0; distance < Distances.Length; distance++)
                    table[role, side, distance] = new Arg($"{names[role].ToLowerInvariant()}{"<>"[side]}{Distances[distance]}");
            }
        }

        return table;
    }

    private static Arg[,] SideTable()
    {
        var names = Enum.GetNames<Role>();
        var table = new Arg[names.Length, 2];
        for (var role = 0; role < names.Length; role++)
        {
            for (var side = 0; side < 2; side++)
                table[role, side] = new Arg($"{names[role].ToLowerInvariant()}{"<>"[side]}");
        }

        return table;
    }

    private static Arg[,] SpotTable()
    {
        var table = new Arg[2, Distances.Length];
        for (var side = 0; side < 2; side++)
        {
            for (var distance = 0; distance < Distances.Length; distance++)
                table[side, distance] = new Arg($"{"<>"[side]}{Distances[distance]}");
        }

        return table;
    }
}
