using System.Text;
using Dapper;
using NewsMonitor.Matches;

namespace NewsMonitor.Storage;

/// <summary>Searches what was saved.</summary>
internal sealed class MatchStore(Database database)
{
    /// <summary>The matches a query asks for, newest first.</summary>
    public IReadOnlyList<StoredMatch> Find(MatchQuery query) => database.Read(connection =>
    {
        var (sql, values) = Question(query);
        return MatchRows.Load(connection, connection.Query<long>(sql, values)).ToList();
    });

    /// <summary>How many matches there are in all.</summary>
    public long Count() => database.Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM matches"));

    private static (string Sql, DynamicParameters Values) Question(MatchQuery query)
    {
        var sql = new StringBuilder("SELECT a.id FROM articles a WHERE a.match_number IS NOT NULL");
        var values = new DynamicParameters();

        void And(string condition, string name, object value)
        {
            sql.Append(" AND ").Append(condition);
            values.Add(name, value);
        }

        if (query.Words is { } words && !string.IsNullOrWhiteSpace(words))
            And("a.id IN (SELECT rowid FROM article_words WHERE article_words MATCH @words)", "words", SearchIndex.Question(words) ?? "\"\"");
        if (query.Language is { } language)
            And("a.language = @language", "language", language);
        if (query.Since is { } since)
            And("a.told_at >= @since", "since", UtcText.Of(since));
        if (query.Until is { } until)
            And("a.told_at < @until", "until", UtcText.Of(until));

        // One finding must have all that is asked of findings.
        sql.Append(" AND EXISTS (SELECT 1 FROM findings f WHERE f.article_id = a.id");
        if (query.Topic is { } topic)
            And("f.topic = @topic", "topic", topic);
        if (query.Kind is { } kind)
            And("f.kind = @kind", "kind", kind);
        if (query.Recognizer is { } recognizer)
            And("f.recognizer = @recognizer COLLATE NOCASE", "recognizer", recognizer);
        if (query.Region is { } region)
            And("EXISTS (SELECT 1 FROM json_each(f.regions) WHERE value = @region)", "region", region);
        if (query.Stance is { } stance)
            And("f.stance = @stance", "stance", stance.Word());
        sql.Append(") ORDER BY a.told_at DESC, a.id DESC LIMIT @limit");
        values.Add("limit", query.Limit);
        return (sql.ToString(), values);
    }
}
