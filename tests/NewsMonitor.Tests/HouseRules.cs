using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsMonitor.Tests;

/// <summary>Who may know whom. Every rule is first shown a made-up breach, so that a scan which sees nothing cannot pass.</summary>
public sealed class HouseRules
{
    private const string Worker = "NewsMonitor";
    private const string Articles = "NewsMonitor.Articles";
    private const string Detection = "NewsMonitor.Detection";
    private const string Feeds = "NewsMonitor.Feeds";
    private const string Text = "NewsMonitor.Text";

    private static readonly string[] Libraries = [Articles, Detection, Feeds, Text];
    private static readonly House Ours = House.Open();
    private static readonly Regex NameThatSaysNothing = Pattern(@"(Helper|Util|Utility|Utilities|Manager|Common|Misc)s?(\.cs$|/)");

    [Fact]
    public void Only_Articles_knows_AngleSharp() => AssertKept(
        Nobody(@"\bAngleSharp\b", but: file => file.Project == Articles),
        breach: new("src/NewsMonitor/Pipeline/Scraping.cs", "using AngleSharp.Dom;"),
        fine: new("src/NewsMonitor.Articles/Pages/Page.cs", "using AngleSharp.Dom;"));

    [Fact]
    public void Only_Detection_reads_YAML() => AssertKept(
        Nobody(@"\bYamlDotNet\b", but: file => file.Project == Detection),
        breach: new("src/NewsMonitor/Seeds/FrontMatter.cs", "using YamlDotNet.Serialization;"),
        fine: new("src/NewsMonitor.Detection/Loading/TopicFile.cs", "using YamlDotNet.Serialization;"));

    [Fact]
    public void Only_Storage_speaks_to_the_database() => AssertKept(
        Nobody(@"\b(Microsoft\.Data\.Sqlite|Dapper|Sqlite(Connection|Command|Transaction|Exception))\b", but: file => file.IsIn(Worker, "Storage")),
        breach: new("src/NewsMonitor/Web/MatchesPage.cs", "var db = new Microsoft.Data.Sqlite.SqliteConnection(path);"),
        fine: new("src/NewsMonitor/Storage/Database.cs", "using Microsoft.Data.Sqlite;"));

    [Fact]
    public void Only_Scheduling_knows_Quartz() => AssertKept(
        Nobody(@"\bQuartz\b", but: file => file.IsIn(Worker, "Scheduling") || IsCompositionRoot(file)),
        breach: new("src/NewsMonitor/Digests/Digest.cs", "internal sealed class DigestJob : Quartz.IJob;"),
        fine: new("src/NewsMonitor/Scheduling/DigestJob.cs", "using Quartz;"));

    [Fact]
    public void Only_Fetching_and_Delivery_make_requests() => AssertKept(
        Nobody(
            @"\b(System\.Net\.Http|HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|HttpRequestMessage|HttpResponseMessage)\b",
            but: file => file.IsIn(Worker, "Fetching") || file.IsIn(Worker, "Digests/Delivery") || IsCompositionRoot(file)),
        breach: new("src/NewsMonitor/Pipeline/Scraping.cs", "private readonly HttpClient client;"),
        fine: new("src/NewsMonitor/Digests/Delivery/Webhook.cs", "using var request = new HttpRequestMessage();"));

    [Fact]
    public void Stories_Revisions_and_Digests_take_values_and_return_values() => AssertKept(
        Nobody(
            @"\bNewsMonitor\.(Storage|Fetching|Pipeline|Scheduling|Web|Commands|Configuration)\b",
            but: file => !(file.IsIn(Worker, "Stories") || file.IsIn(Worker, "Revisions") || file.IsIn(Worker, "Digests")) || file.IsIn(Worker, "Digests/Delivery")),
        breach: new("src/NewsMonitor/Stories/Grouping.cs", "using NewsMonitor.Storage;"),
        fine: new("src/NewsMonitor/Digests/Delivery/Outbox.cs", "using NewsMonitor.Storage;"));

    [Fact]
    public void Libraries_open_no_file() => AssertKept(
        Nobody(
            @"\b(System\.IO\.(File|Directory)|(File|Directory)\.(Append|Copy|Create|Delete|Enumerate|Exists|Get|Move|Open|Read|Replace|Set|Write)|FileStream|FileInfo|DirectoryInfo)\w*",
            but: OutsideTheLibraries),
        breach: new("src/NewsMonitor.Detection/TopicSet.cs", "return Parse(File.ReadAllText(path));"),
        fine: new("src/NewsMonitor/Configuration/Shipped.cs", "return File.Exists(path);"));

    [Fact]
    public void Libraries_open_no_connection() => AssertKept(
        Nobody(@"\b(System\.Net\.(Http|Sockets|Mail|Security)|HttpClient|Socket|TcpClient|UdpClient|Dns\.Get\w+|WebRequest)\b", but: OutsideTheLibraries),
        breach: new("src/NewsMonitor.Feeds/Feed.cs", "using System.Net.Sockets;"),
        fine: new("src/NewsMonitor/Fetching/AddressGuard.cs", "using System.Net.Sockets;"));

    [Fact]
    public void Libraries_say_nothing_on_their_own() => AssertKept(
        Nobody(@"\b(Console\.[A-Z]\w*|Trace\.Write\w*|ILogger|Microsoft\.Extensions)\b", but: OutsideTheLibraries),
        breach: new("src/NewsMonitor.Text/Dates/DateReader.cs", "Console.WriteLine(date);"),
        fine: new("src/NewsMonitor/Commands/DetectCommand.cs", "Console.WriteLine(line);"));

    [Fact]
    public void Libraries_have_no_clock() => AssertKept(
        Nobody(@"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider|Stopwatch|Environment\.TickCount(64)?)\b", but: OutsideTheLibraries),
        breach: new("src/NewsMonitor.Text/Dates/DateReader.cs", "if (date > DateTimeOffset.UtcNow) return null;"),
        fine: new("src/NewsMonitor/Fetching/HostPoliteness.cs", "internal sealed class HostPoliteness(TimeProvider time);"));

    [Fact]
    public void Names_say_what_a_file_is_for() => AssertKept(
        files => files.Where(file => NameThatSaysNothing.IsMatch(file.Path)).Select(file => file.Path),
        breach: new("src/NewsMonitor/Fetching/UrlHelpers.cs", ""),
        fine: new("src/NewsMonitor/Fetching/AddressGuard.cs", ""));

    [Fact]
    public void Namespaces_follow_the_folders() => AssertKept(
        files => files.Where(file => file.DeclaresTypes && file.Namespace != file.FolderAsNamespace).Select(file => $"{file.Path}: {file.Namespace}"),
        breach: new("src/NewsMonitor/Digests/Delivery/Outbox.cs", "namespace NewsMonitor.Digests;\ninternal sealed class Outbox;"),
        fine: new("src/NewsMonitor/Digests/Delivery/Outbox.cs", "namespace NewsMonitor.Digests.Delivery;\ninternal sealed class Outbox;"));

    [Fact]
    public void Feeds_and_Articles_may_know_Text_and_no_library_knows_anybody_else()
    {
        Assert.NotEmpty(StrangersOf(Detection, """<Project><ItemGroup><ProjectReference Include="..\NewsMonitor.Text\NewsMonitor.Text.csproj" /></ItemGroup></Project>"""));
        Assert.NotEmpty(StrangersOf(Feeds, """<Project><ItemGroup><PackageReference Include="AngleSharp" /></ItemGroup></Project>"""));
        Assert.NotEmpty(StrangersOf(Text, """<Project><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>"""));

        Assert.Empty(Libraries.SelectMany(library => StrangersOf(library, Ours.ProjectFile(library))));
    }

    [Fact]
    public void The_sources_are_found() => Assert.Contains(Ours.Sources, file => file.Path == "src/NewsMonitor/Program.cs");

    [Fact]
    public void Comments_and_quoted_words_are_no_code()
    {
        const string Source = "// Console.Write\n/* Console.\nWrite */ var a = \"Console.Write\"; var b = @\"Console.\"\"Write\"; var c = '\"'; // \"\nConsole.Write(a);";

        var line = Assert.Single(Nobody(@"\bConsole\.", but: _ => false)([new SourceFile("src/NewsMonitor.Text/A.cs", Source)]));

        Assert.StartsWith("src/NewsMonitor.Text/A.cs:4", line, StringComparison.Ordinal);
    }

    private static void AssertKept(Func<IEnumerable<SourceFile>, IEnumerable<string>> breaches, SourceFile breach, SourceFile fine)
    {
        Assert.NotEmpty(breaches([breach]));
        Assert.Empty(breaches([fine]));
        var found = string.Join('\n', breaches(Ours.Sources));
        Assert.True(found.Length == 0, found);
    }

    private static Func<IEnumerable<SourceFile>, IEnumerable<string>> Nobody(string pattern, Func<SourceFile, bool> but)
    {
        var words = Pattern(pattern);
        return files => from file in files
                        where !but(file)
                        from match in words.Matches(file.Code)
                        select $"{file.Path}:{file.LineAt(match.Index)}: {match.Value}";
    }

    // Somebody has to put together what does not know each other.
    private static bool IsCompositionRoot(SourceFile file) => file.Path is "src/NewsMonitor/Program.cs" or "src/NewsMonitor/Composition.cs";

    private static bool OutsideTheLibraries(SourceFile file) => !Libraries.Contains(file.Project, StringComparer.Ordinal);

    private static IEnumerable<string> StrangersOf(string library, string projectFile)
    {
        string[] known = library switch
        {
            Articles => [Text, "AngleSharp"],
            Detection => ["YamlDotNet"],
            Feeds => [Text],
            _ => [],
        };
        return from reference in XDocument.Parse(projectFile).Descendants()
               where reference.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference"
               let name = Path.GetFileName(reference.Attribute("Include")!.Value.Replace('\\', '/')).Replace(".csproj", "", StringComparison.Ordinal)
               where !known.Contains(name, StringComparer.Ordinal)
               select $"{library} knows {name}";
    }

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>A C# file as the rules see it.</summary>
    /// <param name="Path">From the repository's root, with slashes: <c>src/PROJECT/FOLDERS/NAME.cs</c>.</param>
    /// <param name="Source">What stands in it.</param>
    private sealed record SourceFile(string Path, string Source)
    {
        private static readonly Regex CommentOrLiteral = Pattern(""""(?s)//[^\n]*|/\*.*?\*/|""".*?"""|@\$?"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\[^']+|[^'\\])'"""");
        private static readonly Regex NamespaceLine = Pattern(@"(?m)^namespace\s+(?<name>[\w.]+)");
        private static readonly Regex TypeDeclaration = Pattern(@"(?m)^(public|internal|file)\s[^=;(]*\b(class|record|struct|interface|enum)\s");

        private readonly string[] parts = Path.Split('/');

        /// <summary>The source with comments and the contents of literals taken out, line for line.</summary>
        public string Code { get; } = CommentOrLiteral.Replace(Source, match => new string('\n', match.Value.Count(c => c == '\n')));

        public string Project => parts[1];

        public string FolderAsNamespace => string.Join('.', parts[1..^1]);

        public string? Namespace => NamespaceLine.Match(Code) is { Success: true } match ? match.Groups["name"].Value : null;

        public bool DeclaresTypes => TypeDeclaration.IsMatch(Code);

        public bool IsIn(string project, string folder) => Path.StartsWith($"src/{project}/{folder}/", StringComparison.Ordinal);

        public int LineAt(int index) => Code.AsSpan(0, index).Count('\n') + 1;
    }

    /// <summary>The repository this test was built from.</summary>
    private sealed record House(string Root)
    {
        public IReadOnlyList<SourceFile> Sources { get; } =
        [
            .. from path in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(Root, path).Replace('\\', '/')
               where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
               select new SourceFile(name, File.ReadAllText(path)),
        ];

        public static House Open()
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
                    return new House(folder.FullName);
            }

            throw new DirectoryNotFoundException($"No NewsMonitor.sln above {AppContext.BaseDirectory}: these tests read the sources.");
        }

        public string ProjectFile(string project) => File.ReadAllText(Path.Combine(Root, "src", project, $"{project}.csproj"));
    }
}
