using System.Globalization;
using NewsMonitor.Benchmarks.Articles;
using NewsMonitor.Benchmarks.Feeds;
using NewsMonitor.Benchmarks.Rounds;

// Benchmarks are programs that print what they measured; nothing of it is a test.
switch (args)
{
    case ["round", var program, .. var sizes]:
        var feeds = sizes.Length > 0 ? int.Parse(sizes[0], CultureInfo.InvariantCulture) : 200;
        var items = sizes.Length > 1 ? int.Parse(sizes[1], CultureInfo.InvariantCulture) : 20;
        return await PollRoundBenchmark.RunAsync(program, feeds, items);
    case ["feeds", .. var folder]:
        FeedReadingMeasure.Run(Console.Out, folder.FirstOrDefault());
        return 0;
    case ["extraction", var pages, .. var rounds]:
        await ExtractionMeasure.RunAsync(Console.Out, pages, rounds.Length > 0 ? int.Parse(rounds[0], CultureInfo.InvariantCulture) : 6);
        return 0;
    case ["steps"]:
        await PageStepsBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: round PROGRAM [FEEDS [ITEMS]]   one poll round over a loopback site\n       feeds [FOLDER]                  reading five made feeds; FOLDER keeps them for other programs\n       extraction FOLDER [ROUNDS]      sieve, extraction and detection against the bare parser, on pages of a folder\n       steps                           what the steps of reading a page take");
        return 2;
}
