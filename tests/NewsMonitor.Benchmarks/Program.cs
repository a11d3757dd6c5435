using System.Globalization;
using NewsMonitor.Benchmarks.Articles;
using NewsMonitor.Benchmarks.Detection;
using NewsMonitor.Benchmarks.Feeds;
using NewsMonitor.Benchmarks.Rounds;

// Benchmarks are programs that print what they measured; nothing of it is a test.
switch (args)
{
    case ["round", var program, .. var sizes]:
        return await PollRoundBenchmark.RunAsync(program, Number(sizes, 0, 200), Number(sizes, 1, 20));
    case ["reload", var program, .. var sizes]:
        return await ReloadBenchmark.RunAsync(program, Number(sizes, 0, 2000), Number(sizes, 1, 20), Number(sizes, 2, 1));
    case ["simulate-day", .. var sizes]:
        return await DayBenchmark.RunAsync(Number(sizes, 0, 10_000), Number(sizes, 1, 3000), Number(sizes, 2, 20261124));
    case ["feeds", .. var folder]:
        FeedReadingMeasure.Run(Console.Out, folder.FirstOrDefault());
        return 0;
    case ["detection", var labelled]:
        DetectionMeasure.Run(Console.Out, labelled);
        return 0;
    case ["extraction", var pages, .. var rounds]:
        await ExtractionMeasure.RunAsync(Console.Out, pages, rounds.Length > 0 ? int.Parse(rounds[0], CultureInfo.InvariantCulture) : 6);
        return 0;
    case ["steps"]:
        await PageStepsBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: round PROGRAM [FEEDS [ITEMS]]             one poll round over a loopback site
                   reload PROGRAM [FEEDS [ITEMS [ROUNDS]]]   reading feeds from nginx, side by side with newsboat
                   simulate-day [FEEDS [HOSTS [SEED]]]       a day of polling on a simulated clock over a simulated web
                   detection FOLDER                          reading labelled texts, and texts that name nobody
                   feeds [FOLDER]                            reading five made feeds; FOLDER keeps them for other programs
                   extraction FOLDER [ROUNDS]                sieve, extraction and detection against the bare parser, on pages of a folder
                   steps                                     what the steps of reading a page take
            """);
        return 2;
}

static int Number(string[] sizes, int index, int otherwise) => sizes.Length > index ? int.Parse(sizes[index], CultureInfo.InvariantCulture) : otherwise;
