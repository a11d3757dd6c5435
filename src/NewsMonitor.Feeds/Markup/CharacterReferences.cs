using System.Buffers;
using System.Collections.Frozen;
using System.Net;

namespace NewsMonitor.Feeds.Markup;

/// <summary>Decodes references such as <c>&amp;amp;</c>, <c>&amp;#8217;</c> and <c>&amp;eacute;</c> the way browsers do, whether or not the document declares them.</summary>
internal static class CharacterReferences
{
    private const int LongestReference = 32;

    // Control characters have no place in a text; most readers would choke on them.
    private static readonly SearchValues<char> Stops =
        SearchValues.Create("&\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>Appends a text with its references decoded and its control characters left out. Returns false where a named reference is unknown.</summary>
    public static bool Append(ReadOnlySpan<char> text, InternalEntities? entities, TextBuffer to)
    {
        var known = true;
        while (true)
        {
            var stop = text.IndexOfAny(Stops);
            if (stop < 0)
            {
                to.Append(text);
                return known;
            }
            to.Append(text[..stop]);
            text = text[stop..];
            if (text[0] != '&')
            {
                text = text[1..];
                continue;
            }
            if (entities is { Any: true } && text[..Math.Min(text.Length, 64)].IndexOf(';') is var end && end > 1 && entities.TryExpand(text[1..end], to))
            {
                text = text[(end + 1)..];
                continue;
            }
            var length = Decode(text, to);
            known &= length > 1 || !LooksLikeName(text);
            text = text[length..];
        }
    }

    /// <summary>Appends what the reference at the start stands for and returns its length; appends the ampersand itself where it begins none.</summary>
    public static int Decode(ReadOnlySpan<char> text, TextBuffer to)
    {
        if (text is ['&', '#', ..])
            return DecodeNumber(text, to);
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end > 1)
        {
            // The five of XML and the most frequent of HTML, without a look into the table.
            switch (text[1..end])
            {
                case "lt":
                    to.Append('<');
                    return end + 1;
                case "gt":
                    to.Append('>');
                    return end + 1;
                case "amp":
                    to.Append('&');
                    return end + 1;
                case "quot":
                    to.Append('"');
                    return end + 1;
            }
            if (Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[1..end], out var character))
            {
                to.Append(character);
                return end + 1;
            }
        }
        to.Append('&');
        return 1;
    }

    /// <summary>What a control character from U+0080 to U+009F is meant as: such characters stand in texts only where windows-1252 was taken for Latin-1.</summary>
    public static char Meant(char control) => Windows1252[control - 0x80];

    private static int DecodeNumber(ReadOnlySpan<char> text, TextBuffer to)
    {
        var hexadecimal = text.Length > 2 && text[2] is 'x' or 'X';
        var at = hexadecimal ? 3 : 2;
        var first = at;
        var code = 0;
        for (; at < text.Length && at < LongestReference && (hexadecimal ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
            code = Math.Min(0x110000, code * (hexadecimal ? 16 : 10) + (char.IsAsciiDigit(text[at]) ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10));
        if (at == first)
        {
            to.Append('&');
            return 1;
        }
        AppendCode(code, to);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static void AppendCode(int code, TextBuffer to)
    {
        // Numbers from 128 to 159 are meant as windows-1252, as in HTML.
        if (code is >= 0x80 and <= 0x9F)
            code = Meant((char)code);
        if (code is < 0x20 and not (9 or 10 or 13) or 0xFFFE or 0xFFFF or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF)
            return;
        if (code < 0x10000)
        {
            to.Append((char)code);
            return;
        }
        to.Append((char)(0xD800 + ((code - 0x10000) >> 10)));
        to.Append((char)(0xDC00 + ((code - 0x10000) & 0x3FF)));
    }

    private static bool LooksLikeName(ReadOnlySpan<char> text) =>
        text[..Math.Min(text.Length, LongestReference)].IndexOf(';') is var end && end > 1 && text[1..end].IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    // Of the two thousand names that HTML has had since, those of letters and of signs that texts are written with.
    private const string Later =
        "Abreve Ă abreve ă Amacr Ā amacr ā Aogon Ą aogon ą Cacute Ć cacute ć Ccaron Č ccaron č Dcaron Ď dcaron ď Dstrok Đ dstrok đ Ecaron Ě ecaron ě Edot Ė edot ė Emacr Ē emacr ē Eogon Ę eogon ę " +
        "Gbreve Ğ gbreve ğ Gcedil Ģ Idot İ imath ı inodot ı Imacr Ī imacr ī Iogon Į iogon į Kcedil Ķ kcedil ķ Lacute Ĺ lacute ĺ Lcaron Ľ lcaron ľ Lcedil Ļ lcedil ļ Lstrok Ł lstrok ł Nacute Ń nacute ń Ncaron Ň ncaron ň " +
        "Ncedil Ņ ncedil ņ Odblac Ő odblac ő Omacr Ō omacr ō Racute Ŕ racute ŕ Rcaron Ř rcaron ř Sacute Ś sacute ś Scedil Ş scedil ş Tcaron Ť tcaron ť Tcedil Ţ tcedil ţ Udblac Ű udblac ű Umacr Ū umacr ū Uogon Ų uogon ų " +
        "Uring Ů uring ů Zacute Ź zacute ź Zcaron Ž zcaron ž Zdot Ż zdot ż " +
        "excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / bsol \\ colon : semi ; equals = quest ? commat @ lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lbrace { rbrace } " +
        "lowbar _ grave ` verbar | vert | hyphen \u2010 dash \u2010 horbar ― numero № check ✓ cross ✗ star ☆ starf ★ phone ☎ mldr … nldr ‥ rsquor ’ rdquor ” lsquor ‚ ldquor „ half ½ copysr ℗";

    // The names that HTML 4 defines; the platform knows their values.
    private static readonly FrozenDictionary<string, string> Named = (
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
        "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
        "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml " +
        "OElig oelig Scaron scaron Yuml fnof circ tilde " +
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega " +
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv " +
        "ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym " +
        "larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge " +
        "sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams apos")
        .Split(' ')
        .Select(name => KeyValuePair.Create(name, WebUtility.HtmlDecode("&" + name + ";")))
        .Concat(Later.Split(' ').Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])))
        .Append(KeyValuePair.Create("NewLine", "\n"))
        .Append(KeyValuePair.Create("Tab", "\t"))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
