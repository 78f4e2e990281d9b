package rhytid.web.pages.frame;

/** Where a page may send a browser on to. */
public final class Paths {

    private Paths() {}

    /** The path if it is one of this site, else the other: a link must not send people to a stranger's site. */
    public static String ours(String path, String otherwise) {
        return path.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? path : otherwise;
    }
}
