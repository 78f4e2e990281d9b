package rhytid.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rhytid.account.Caller;
import rhytid.account.Caller.Invited;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Sessions;
import rhytid.account.Token;
import rhytid.clinic.Invitation;
import rhytid.clinic.Invitations;
import rhytid.fault.Gone;

/**
 * Who makes a request: by the bearer token of a script, by a browser's session cookie, or by an invitation. A browser
 * sends its cookie whoever asks it to, so what changes something must also carry a word that only our own pages can
 * read.
 */
final class CallerFinder {

    static final String SESSION_COOKIE = "rhytid_session";
    static final String CSRF_COOKIE = "rhytid_csrf";
    static final String CSRF_HEADER = "X-CSRF-Token";
    /** Where a page's form carries the same word. */
    static final String CSRF_FIELD = "csrf";

    static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "bearer ";

    private final Sessions sessions;
    private final Invitations invitations;
    private final Cookies cookies;

    CallerFinder(Sessions sessions, Invitations invitations, Cookies cookies) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.cookies = cookies;
    }

    Caller find(Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
                throw unknown();
            }
            return known(header.substring(BEARER.length()).strip()).orElseThrow(CallerFinder::unknown);
        }
        String cookie = cookies.get(context, SESSION_COOKIE);
        if (cookie == null || cookie.isBlank()) {
            return Caller.ANONYMOUS;
        }
        Optional<Caller> caller = known(cookie);
        if (caller.isPresent() && !SAFE.contains(context.method().name())) {
            requireCsrf(context, cookie);
        }
        return caller.orElse(Caller.ANONYMOUS); // an old cookie is no fault: the page will ask to sign in
    }

    /** Who it is as far as is known, for pages that everybody may see; a spent invitation does not hide them. */
    Caller findOrNobody(Context context) {
        String cookie = cookies.get(context, SESSION_COOKIE);
        if (cookie == null || cookie.isBlank()) {
            return Caller.ANONYMOUS;
        }
        try {
            return known(cookie).orElse(Caller.ANONYMOUS);
        } catch (Gone e) {
            return Caller.ANONYMOUS;
        }
    }

    /** A word that belongs to the session and does not betray it. */
    static String csrfToken(String sessionToken) {
        return Token.hash("csrf:" + sessionToken);
    }

    private Optional<Caller> known(String token) {
        Optional<SignedIn> person = sessions.find(token);
        if (person.isPresent()) {
            return Optional.of(person.get());
        }
        Optional<Invitation> invitation = invitations.byToken(token);
        if (invitation.isPresent() && !invitation.get().open()) {
            throw new Gone("This invitation is spent or over. Ask the clinic for a new one.");
        }
        return invitation.map(open -> new Invited(open.id(), open.visitId(), open.patientId()));
    }

    private static void requireCsrf(Context context, String cookie) {
        String sent = context.header(CSRF_HEADER);
        if (sent == null && (context.isFormUrlencoded() || context.isMultipartFormData())) {
            sent = Multipart.text(context, CSRF_FIELD);
        }
        if (!same(csrfToken(cookie), sent)) {
            throw new Problem(
                    403, "csrf", "Send the value of the cookie " + CSRF_COOKIE + " in the header " + CSRF_HEADER + ".");
        }
    }

    private static boolean same(String expected, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem unknown() {
        return new Problem(
                401,
                "sign-in",
                "This token is not valid, or no longer. Sign in again.",
                Map.of("WWW-Authenticate", "Bearer realm=\"rhytid\", error=\"invalid_token\""));
    }
}
