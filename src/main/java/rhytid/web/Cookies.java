package rhytid.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/** What browsers keep for us; of a session two: one for the browser alone, one that our pages read against forgery. */
final class Cookies {

    /**
     * A browser takes such a cookie by HTTPS alone, from this very host and for all of it: no neighbour can set one.
     */
    private static final String OURS_ALONE = "__Host-";

    private final boolean https;

    /** @param https true where people come by it; browsers take no {@code __Host-} cookie otherwise */
    Cookies(boolean https) {
        this.https = https;
    }

    void begin(Context context, String token, long seconds) {
        set(context, CallerFinder.SESSION_COOKIE, token, seconds, true);
        set(context, CallerFinder.CSRF_COOKIE, CallerFinder.csrfToken(token), seconds, false);
    }

    /** Photos that wait on this device to be sent go with the session: the next person at the desk is another one. */
    void end(Context context) {
        context.header("Clear-Site-Data", "\"storage\"");
        set(context, CallerFinder.SESSION_COOKIE, "", 0, true);
        set(context, CallerFinder.CSRF_COOKIE, "", 0, false);
    }

    void set(Context context, String name, String value, long seconds, boolean httpOnly) {
        context.cookie(new Cookie(named(name), value, "/", (int) seconds, https, httpOnly, null, SameSite.STRICT));
    }

    @Nullable
    String get(Context context, String name) {
        return context.cookie(named(name));
    }

    private String named(String name) {
        return https ? OURS_ALONE + name : name;
    }
}
