package rhytid.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** What a browser may do on our pages, and which forms we take from it. */
final class PageRules {

    /** Everything comes from here, nothing runs or is styled in the page itself; {@code blob:} shows chosen photos. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private PageRules() {}

    static void allowOurOwn(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** A form is read whole, by whomever it was sent. */
    static void requireSmallBody(Context context) {
        boolean form = context.isFormUrlencoded() || context.isMultipartFormData();
        boolean small = context.req().getContentLengthLong() <= Exchange.LARGEST_DOCUMENT
                && context.header("Transfer-Encoding") == null; // no browser sends a form of unknown length
        if (form && !small) {
            hearOut(context);
            throw new Problem(413, "too-large", "A form without photos has at most 1 MB.");
        }
    }

    /**
     * What is a little too much is taken in and thrown away: whoever still sends when the connection is closed never
     * reads the answer.
     */
    private static void hearOut(Context context) {
        try {
            context.bodyInputStream().skip(2L * Exchange.LARGEST_DOCUMENT);
        } catch (IOException e) {
            throw new Problem(400, "cut-off", "The request was cut off.");
        }
    }

    /** Signing in needs no session, so no word of the session's can guard it: the browser says whose form it is. */
    static void requireOurForm(Context context, WebSettings settings) {
        if (CallerFinder.SAFE.contains(context.method().name())) {
            return;
        }
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean ours = site != null
                ? OURS.contains(site)
                : origin == null
                        || origin.equals(settings.publicUrl())
                        || origin.replaceFirst("^https?://", "").equals(context.header("Host"));
        if (!ours) {
            throw new Problem(403, "foreign-form", "This form was sent by another site.");
        }
    }
}
