package rhytid.web;

import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import rhytid.account.Denied;
import rhytid.account.Throttled;
import rhytid.clinic.PhotoRefused;
import rhytid.fault.Busy;
import rhytid.fault.Conflict;
import rhytid.fault.Gone;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.fault.Unfit;

/** An answer that says what went wrong (RFC 9457). */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    /**
     * @param code a fixed word for programs, the end of the problem's type
     * @param detail a plain sentence: what is wrong and what to do about it
     */
    public Problem(int status, String code, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** As it is sent. */
    Body body(String requestId) {
        return new Body(
                "urn:rhytid:problem:" + code,
                Status.title(status),
                status,
                String.valueOf(getMessage()),
                code,
                requestId);
    }

    /** The form of every error. */
    record Body(String type, String title, int status, String detail, String code, String requestId) {}

    /** What a feature's fault is to the caller. Whatever is not foreseen is a fault of ours, and says nothing. */
    static Problem of(Throwable fault) {
        return switch (fault) {
            case Problem problem -> problem;
            case Denied denied -> denied(denied);
            case NotThere e -> new Problem(404, "not-found", String.valueOf(e.getMessage()));
            case Stale e -> new Problem(412, "changed-meanwhile", String.valueOf(e.getMessage()));
            case Unfit e -> new Problem(422, e.code(), String.valueOf(e.getMessage()));
            case Conflict e -> new Problem(409, e.code(), String.valueOf(e.getMessage()));
            case Gone e -> new Problem(410, "gone", String.valueOf(e.getMessage()));
            case PhotoRefused e -> photo(e);
            case IllegalCharsetNameException e -> charset();
            case UnsupportedCharsetException e -> charset();
            case Busy e ->
                new Problem(
                        503,
                        "busy",
                        String.valueOf(e.getMessage()),
                        retryAfter(e.retryAfter().toSeconds()));
            case Throttled e ->
                new Problem(
                        429,
                        "too-many-tries",
                        "Too many tries. Wait, then try again.",
                        retryAfter(e.retryAfter().toSeconds()));
            default -> Faults.problem(fault);
        };
    }

    /** The server looks for the charset as soon as it is asked for the type of what was sent, with these faults. */
    private static Problem charset() {
        return new Problem(415, "charset", "The Content-Type names a charset that there is not.");
    }

    static Map<String, String> retryAfter(long seconds) {
        return Map.of("Retry-After", String.valueOf(Math.max(1, seconds)));
    }

    private static Problem denied(Denied denied) {
        return switch (denied.decision()) {
            case SIGN_IN ->
                new Problem(401, "sign-in", "Sign in first.", Map.of("WWW-Authenticate", "Bearer realm=\"rhytid\""));
            case SECOND_FACTOR_FIRST ->
                new Problem(
                        403,
                        "second-factor-first",
                        "The clinic wants a second factor of you. Set it up first: POST /me/second-factor.");
            case HIDDEN -> new Problem(404, "not-found", "There is no such thing.");
            case FORBIDDEN, ALLOWED -> new Problem(403, "forbidden", "Your role does not allow this.");
        };
    }

    private static Problem photo(PhotoRefused refused) {
        int status = switch (refused.code()) {
            case "not-a-photo", "unsupported-format", "heif-missing" -> 415;
            case "too-large" -> 413;
            default -> 422;
        };
        return new Problem(status, refused.code(), String.valueOf(refused.getMessage()));
    }
}
