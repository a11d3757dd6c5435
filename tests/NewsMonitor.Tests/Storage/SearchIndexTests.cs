using Dapper;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Storage;

public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("Северная Корея передала России снаряды", "снаряд")]
    [InlineData("Северная Корея передала России снаряды", "Россия")]
    [InlineData("Північна Корея передала Росії снаряди", "Росія снаряди")]
    [InlineData("북한이 러시아에 포탄을 보냈다", "북한")]
    [InlineData("북한이 러시아에 포탄을 보냈다", "포탄")]
    [InlineData("朝鲜向俄罗斯提供了炮弹", "炮弹")]
    [InlineData("北朝鮮がロシアに砲弾を供与", "ロシア")]
    [InlineData("Nordkorea liefert Artilleriegranaten", "artillerie")]
    [InlineData("La Corée du Nord a livré des obus à la Russie", "coree livré")]
    [InlineData("Corea del Norte reconoció a Donetsk", "reconocio")]
    [InlineData("North Korea recognizes Donetsk", "recognize donetsk")]
    [InlineData("a full-width ＤＰＲＫ", "dprk")]
    public void Every_language_is_found_by_its_words(string text, string words) => Assert.Equal([1L], Found(text, words));

    [Theory]
    [InlineData("朝鲜向俄罗斯提供了炮弹", "弹炮")]
    [InlineData("North Korea recognizes Donetsk", "\"Donetsk recognizes\"")]
    [InlineData("North Korea recognizes Donetsk", "recognize luhansk")]
    [InlineData("Северная Корея", "Севастополь")]
    public void What_is_not_there_is_not_found(string text, string words) => Assert.Empty(Found(text, words));

    [Theory]
    [InlineData("\"")]
    [InlineData("* NEAR( OR -")]
    [InlineData("a\" OR \"b")]
    [InlineData("\0 ^ :")]
    public void No_words_are_taken_for_the_language_of_the_index(string words) => Found("plain text", words);

    private static List<long> Found(string text, string words)
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.File("words.db"));
        database.Write(connection => SearchIndex.Add(connection, 1, "", text));
        return SearchIndex.Question(words) is not { } question
            ? []
            : database.Read(connection => connection.Query<long>("SELECT rowid FROM article_words WHERE article_words MATCH @question", new { question }).AsList());
    }
}
