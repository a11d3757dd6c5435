using Dapper;
using Microsoft.Data.Sqlite;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Storage;

public sealed class MigrationsTests
{
    [Fact]
    public void A_new_file_gets_the_newest_schema_and_opening_it_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var first = new Database(folder.File("store.db")))
            Assert.Equal(Migrations.Newest, first.Read(connection => connection.ExecuteScalar<int>("PRAGMA user_version")));
        using var second = new Database(folder.File("store.db"));

        Assert.Equal("wal", second.Read(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode")));
        Assert.All(StoreInspection.Of(second.Path, DateTimeOffset.UnixEpoch), one => Assert.Null(one.Trouble));
        Assert.Equal(0, second.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM matches")));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        using (var store = new SqliteConnection($"Data Source={folder.File("store.db")};Pooling=False"))
        {
            store.Open();
            store.Execute($"PRAGMA user_version = {Migrations.Newest + 1}");
        }

        var refusal = Assert.Throws<DatabaseUnusableException>(() => new Database(folder.File("store.db")));

        Assert.Contains("newer than this program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_the_first_schema_keeps_its_feeds_and_items()
    {
        using var folder = new TemporaryFolder();
        using (var store = new SqliteConnection($"Data Source={folder.File("store.db")};Pooling=False"))
        {
            store.Open();
            store.Execute(Migrations.Script("0001_schema.sql"));
            store.Execute("""
                INSERT INTO feeds (url, origin, state, reason, consecutive_failures, added_at) VALUES ('https://a.example/rss', 'user', 'failing', '500', 4, '2026-11-24T07:00:00.000Z');
                PRAGMA user_version = 1;
                """);
        }

        using var database = new Database(folder.File("store.db"));

        var feed = Assert.Single(new FeedStore(database).Statuses());
        Assert.Equal(("500", 4, null, null), (feed.Reason, feed.ConsecutiveFailures, feed.Trouble, feed.Recovery));
    }

    [Fact]
    public void What_was_owed_before_there_were_chats_is_owed_still()
    {
        using var folder = new TemporaryFolder();
        using (var store = new SqliteConnection($"Data Source={folder.File("store.db")};Pooling=False"))
        {
            store.Open();
            foreach (var script in new[] { "0001_schema.sql", "0002_feed_trouble.sql", "0003_claims.sql", "0004_revisits.sql", "0005_digest_slots.sql", "0006_decisions.sql" })
                store.Execute(Migrations.Script(script));
            store.Execute("""
                INSERT INTO digests (id, name, date, zone, window_from, window_until, last_match, subject, content, frozen_at)
                VALUES (1, '2026-11-24', '2026-11-24', 'UTC', '2026-11-23T07:00:00.000Z', '2026-11-24T07:00:00.000Z', 0, '', '{}', '2026-11-24T07:00:00.000Z');
                INSERT INTO outbox (id, digest_id, channel, recipient, state, attempts, answer) VALUES (5, 1, 'webhook', 'hooks.example #1', 'parked', 3, 'HTTP 404');
                PRAGMA user_version = 6;
                """);
        }

        using var database = new Database(folder.File("store.db"));

        var row = Assert.Single(new OutboxStore(database).All(onlyFailed: true));
        Assert.Equal((5, "webhook", 3, "HTTP 404", 0), (row.Id, row.Channel.ToString().ToLowerInvariant(), row.Attempts, row.Answer, row.PartsSent));
        database.Write(connection => connection.Execute("INSERT INTO outbox (digest_id, channel, recipient) VALUES (1, 'telegram', '-1001')"));
    }

    [Fact]
    public void A_write_that_throws_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.File("store.db"));

        Assert.Throws<InvalidOperationException>(() => database.Write(connection =>
        {
            connection.Execute("INSERT INTO facts (name, value) VALUES ('half', 'done')");
            throw new InvalidOperationException("the power went");
        }));

        Assert.Equal(0, database.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM facts")));
    }
}
