package rhytid.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;

/**
 * One route, declared once: the server is built from it, and so is the OpenAPI document. A route names the action it
 * is, or says that it is for everybody; the dispatcher makes sure that the gate was passed with that action. The same
 * holds for the pages that people see, which are no part of the document.
 */
public final class Endpoint {

    /** What a route does with a request. */
    public interface Handler {
        Answer handle(Exchange exchange) throws Exception;
    }

    /** Something in the query string. */
    record Parameter(String name, String description) {}

    /** For whom a route is made. */
    enum Kind {
        /** Programs: below /api/v1, errors as problem+json. */
        API,
        /** People in a browser: below the root, errors as pages. */
        PAGE,
        /** What pages are made of, the same for everybody. */
        ASSET
    }

    private final Kind kind;
    private final String method;
    private final String path;
    private final String summary;
    private final Handler handler;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Integer> errors = new ArrayList<>();
    private @Nullable Action action;
    private @Nullable Object takes;
    private @Nullable Class<?> gives;
    private boolean givesPage;
    private String givesType = "application/json";
    private int status = 200;
    private boolean creates;
    private boolean conditional;
    private boolean takesPhoto;

    private Endpoint(String method, String path, String summary, Handler handler) {
        this(Kind.API, method, path, summary, handler);
    }

    private Endpoint(Kind kind, String method, String path, String summary, Handler handler) {
        this.kind = kind;
        this.method = method;
        this.path = path;
        this.summary = summary;
        this.handler = handler;
    }

    static Endpoint get(String path, String summary, Handler handler) {
        return new Endpoint("GET", path, summary, handler);
    }

    /** One that makes something new: it honours Idempotency-Key, and answers 201 unless said otherwise. */
    static Endpoint create(String path, String summary, Handler handler) {
        Endpoint endpoint = new Endpoint("POST", path, summary, handler);
        endpoint.creates = true;
        endpoint.status = 201;
        return endpoint.fails(409);
    }

    static Endpoint post(String path, String summary, Handler handler) {
        return new Endpoint("POST", path, summary, handler);
    }

    static Endpoint put(String path, String summary, Handler handler) {
        return new Endpoint("PUT", path, summary, handler);
    }

    static Endpoint patch(String path, String summary, Handler handler) {
        return new Endpoint("PATCH", path, summary, handler);
    }

    static Endpoint delete(String path, String summary, Handler handler) {
        return new Endpoint("DELETE", path, summary, handler).answers(204);
    }

    /** A page, or a part of one. */
    public static Endpoint page(String path, Handler handler) {
        return new Endpoint(Kind.PAGE, "GET", path, "", handler);
    }

    /** What a page's form is sent to. */
    public static Endpoint form(String path, Handler handler) {
        return new Endpoint(Kind.PAGE, "POST", path, "", handler);
    }

    /** A style, script or picture of the pages. */
    public static Endpoint asset(String path, Handler handler) {
        return new Endpoint(Kind.ASSET, "GET", path, "", handler);
    }

    public Endpoint is(Action what) {
        action = what;
        return this;
    }

    /** @param example of the body, whose class is its form */
    Endpoint takes(Object example) {
        takes = example;
        return fails(400, 413, 415, 422);
    }

    Endpoint takesPhoto() {
        takesPhoto = true;
        return fails(413, 415, 422, 503);
    }

    Endpoint gives(Class<?> form) {
        gives = form;
        return this;
    }

    Endpoint givesPageOf(Class<?> form) {
        gives = form;
        givesPage = true;
        return asks("cursor", "The nextCursor of the page before").asks("limit", "How many items, 1 to 200");
    }

    Endpoint givesBytes(String type) {
        givesType = type;
        return this;
    }

    Endpoint answers(int code) {
        status = code;
        return this;
    }

    Endpoint asks(String name, String description) {
        parameters.add(new Parameter(name, description));
        return this;
    }

    Endpoint fails(Integer... codes) {
        errors.addAll(List.of(codes));
        return this;
    }

    /** A change that needs If-Match. */
    Endpoint conditional() {
        conditional = true;
        return fails(412, 428);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    Kind kind() {
        return kind;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String summary() {
        return summary;
    }

    Handler handler() {
        return handler;
    }

    /** Null where it is for everybody. */
    @Nullable
    Action action() {
        return action;
    }

    @Nullable
    Object example() {
        return takes;
    }

    @Nullable
    Class<?> form() {
        return gives;
    }

    boolean givesPage() {
        return givesPage;
    }

    String givesType() {
        return givesType;
    }

    int status() {
        return status;
    }

    boolean creates() {
        return creates;
    }

    boolean isConditional() {
        return conditional;
    }

    boolean isUpload() {
        return takesPhoto;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Integer> errors() {
        return errors;
    }
}
