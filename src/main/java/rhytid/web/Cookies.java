package rhytid.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** The two cookies of a browser's session: one for the browser alone, one that our pages read against forgery. */
final class Cookies {

    private Cookies() {}

    static void begin(Context context, String token, long seconds, boolean https) {
        set(context, CallerFinder.SESSION_COOKIE, token, seconds, https, true);
        set(context, CallerFinder.CSRF_COOKIE, CallerFinder.csrfToken(token), seconds, https, false);
    }

    /** Photos that wait on this device to be sent go with the session: the next person at the desk is another one. */
    static void end(Context context, boolean https) {
        context.header("Clear-Site-Data", "\"storage\"");
        set(context, CallerFinder.SESSION_COOKIE, "", 0, https, true);
        set(context, CallerFinder.CSRF_COOKIE, "", 0, https, false);
    }

    static void set(Context context, String name, String value, long seconds, boolean https, boolean httpOnly) {
        Cookie cookie = new Cookie(name, value, "/", (int) seconds, https, httpOnly, null, SameSite.STRICT);
        context.cookie(cookie);
    }
}
