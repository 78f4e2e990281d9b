package rhytid.web.pages.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a page may send a browser on to, and how it writes that down. */
public final class Paths {

    private Paths() {}

    /** The path if it is one of this site, else the other: a link must not send people to a stranger's site. */
    public static String ours(String path, String otherwise) {
        return path.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? path : otherwise;
    }

    /** A value of a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
