package rhytid.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Caller;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Gate;
import rhytid.account.Origin;
import rhytid.account.Target;
import rhytid.face.Expression;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import tools.jackson.core.JacksonException;

/** One request and who makes it. */
public final class Exchange {

    static final int LARGEST_PHOTO = 60 << 20;
    static final int LARGEST_DOCUMENT = 1 << 20;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Context context;
    private final Caller caller;
    private final Gate gate;
    private final String address;
    private final Cookies cookies;
    private @Nullable Action passed;
    private @Nullable String patientId;
    private byte @Nullable [] body;

    Exchange(Context context, Caller caller, Gate gate, String address, Cookies cookies) {
        this.context = context;
        this.caller = caller;
        this.gate = gate;
        this.address = address;
        this.cookies = cookies;
    }

    public Caller caller() {
        return caller;
    }

    /** Where the request comes from. */
    public String address() {
        return address;
    }

    /** The same, with the device, for the list of a person's sessions. */
    public Origin origin() {
        return new Origin(address, Device.of(context.header("User-Agent")));
    }

    /** Asks the policy; goes on only when the caller may. Written to the audit log. */
    public void pass(Action action, Target target) {
        gate.pass(caller, action, target);
        passed = action;
        patientId = target.patientId();
    }

    /** The same of a part of an open page that is asked for again by itself: only a denial is written. */
    public void passAgain(Action action, Target target) {
        gate.passAgain(caller, action, target);
        passed = action;
        patientId = target.patientId();
    }

    /** The same of what an answer can do without: false, and nothing written, where the caller may not. */
    public boolean passes(Action action, Target target) {
        boolean may = may(action, target);
        if (may) {
            pass(action, target);
        }
        return may;
    }

    /** Whether the caller may; for what is offered, not for what is done. */
    public boolean may(Action action, Target target) {
        return gate.may(caller, action, target);
    }

    /**
     * The patient whose own account asks.
     *
     * @throws NotThere for everybody else: staff have no page of their own
     */
    public String ownPatient() {
        String patient = caller instanceof SignedIn person ? person.account().patientId() : null;
        if (patient == null) {
            throw new NotThere("page");
        }
        return patient;
    }

    /** Says whose data the answer holds, where that is known only afterwards. */
    public void concerns(String patient) {
        patientId = patient;
    }

    /** The last action that the caller was let pass for. */
    @Nullable
    Action passed() {
        return passed;
    }

    /** Whose data it was about. */
    @Nullable
    String patientId() {
        return patientId;
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public Expression expression() {
        return Expression.of(path("expression")).orElseThrow(() -> new NotThere("expression"));
    }

    public @Nullable String query(String name) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? null : value;
    }

    public @Nullable String header(String name) {
        return context.header(name);
    }

    public @Nullable String cursor() {
        return query("cursor");
    }

    public int limit() {
        String text = query("limit");
        if (text == null) {
            return USUAL_PAGE;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Problem(400, "limit", "limit is a number from 1 to " + LARGEST_PAGE + ".");
    }

    /** The version that the caller says it changes. */
    public long ifMatch(long current) {
        String wanted = context.header("If-Match");
        if (wanted == null) {
            throw new Problem(
                    428, "if-match", "Send the ETag of what you change in If-Match, so that nobody's change is lost.");
        }
        for (String tag : wanted.split(",")) {
            String plain = tag.strip().replaceFirst("^W/", "");
            if (plain.equals("*") || plain.equals(Answer.etag(current))) {
                return current;
            }
        }
        throw new Stale();
    }

    /** The body, which must be JSON of this form. */
    public <T> T body(Class<T> form) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Problem(415, "json-wanted", "Send the body as application/json.");
        }
        try {
            T value = Json.MAPPER.readValue(bytes(LARGEST_DOCUMENT), form);
            if (value == null) {
                throw new Problem(400, "json", "The body is empty.");
            }
            return value;
        } catch (JacksonException e) {
            throw new Problem(400, "json", "The body is no JSON of the form that is wanted: " + e.getOriginalMessage());
        }
    }

    /** The body of this form, or the value where there is no body. */
    public <T> T bodyOr(Class<T> form, T otherwise) {
        return bytes(LARGEST_DOCUMENT).length == 0 ? otherwise : body(form);
    }

    /** The whole body; read once. */
    byte[] bytes(int largest) {
        if (body == null) {
            body = read(context.bodyInputStream(), largest);
        }
        return body;
    }

    /** The photo that was sent: the body itself, or the multipart field {@code photo}. */
    public byte[] photo() {
        String type = context.contentType();
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("application/json") || kind.startsWith("text/")) {
            throw new Problem(415, "photo-wanted", "Send the photo's bytes, or a multipart form with the field photo.");
        }
        byte[] content = kind.startsWith("multipart/form-data")
                ? read(Multipart.file(context, "photo").content(), LARGEST_PHOTO)
                : bytes(LARGEST_PHOTO);
        if (content.length == 0) {
            throw new Problem(422, "empty", "There is no photo in the request.");
        }
        return content;
    }

    static byte[] read(InputStream stream, int largest) {
        try {
            byte[] content = stream.readNBytes(largest + 1);
            if (content.length > largest) {
                throw new Problem(413, "too-large", "That is more than " + largest / (1 << 20) + " MB.");
            }
            return content;
        } catch (IOException e) {
            throw new Problem(400, "cut-off", "The request was cut off.");
        }
    }

    /** A field of the form that was sent; empty where it is not there. */
    public String form(String name) {
        String value = context.formParam(name);
        return value == null ? "" : value.strip();
    }

    /** The same to the letter, of a password. */
    public String formRaw(String name) {
        String value = context.formParam(name);
        return value == null ? "" : value;
    }

    /** Everything sent under this name, of boxes to tick. */
    public List<String> formAll(String name) {
        return context.formParams(name);
    }

    public @Nullable String cookie(String name) {
        return cookies.get(context, name);
    }

    /** @param seconds how long the browser keeps it; 0 takes it away */
    public void setCookie(String name, String value, int seconds) {
        cookies.set(context, name, value, seconds, true);
    }

    /** Signs the browser in with a session's token. */
    public void beginSession(String token, Duration lasts) {
        cookies.begin(context, token, lasts.toSeconds());
    }

    public void endSession() {
        cookies.end(context);
    }

    /** What forms carry against forgery; null without a session. */
    public @Nullable String csrfToken() {
        String session = cookie(CallerFinder.SESSION_COOKIE);
        return session == null || session.isBlank() ? null : CallerFinder.csrfToken(session);
    }

    /** The path that was asked for, with its query. */
    public String pathAndQuery() {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    public boolean isRead() {
        return CallerFinder.SAFE.contains(context.method().name());
    }

    static <T> T required(@Nullable T value, String name) {
        if (value == null
                || (value instanceof String text && text.isBlank())
                || value instanceof List<?> l && l.isEmpty()) {
            throw new Problem(422, "missing", name + " is missing.");
        }
        return value;
    }

    Context context() {
        return context;
    }
}
