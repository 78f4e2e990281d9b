package rhytid.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import rhytid.account.AuditLog;
import rhytid.account.Caller;
import rhytid.account.Gate;
import rhytid.database.Ids;

/** The way of every request: an id, a limit, a caller, the gate, the route, an answer, a line in the log. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger("rhytid.requests");

    private final CallerFinder callers;
    private final Gate gate;
    private final RateLimit rates;
    private final BodyRoom bodies = BodyRoom.ofThisMachine();
    private final AnsweredRequests answered;
    private final MeterRegistry metrics;
    private final Ids ids;
    private final WebSettings settings;
    private final FaultPage faults;
    private final Cookies cookies;

    Dispatcher(
            CallerFinder callers,
            Gate gate,
            RateLimit rates,
            AnsweredRequests answered,
            MeterRegistry metrics,
            Ids ids,
            WebSettings settings,
            FaultPage faults) {
        this.callers = callers;
        this.gate = gate;
        this.rates = rates;
        this.answered = answered;
        this.metrics = metrics;
        this.ids = ids;
        this.settings = settings;
        this.faults = faults;
        this.cookies = new Cookies(settings.https());
    }

    void handle(Context context, Endpoint endpoint) {
        long start = System.nanoTime();
        String requestId = begin(context);
        boolean page = endpoint.kind() == Endpoint.Kind.PAGE;
        String role = "anonymous";
        String address = ClientAddress.of(context, settings);
        try (BodyRoom.Place room = admitted(context, endpoint, address)) {
            if (page) {
                PageRules.allowOurOwn(context);
                PageRules.requireOurForm(context, settings);
            }
            Caller caller = caller(context, endpoint);
            role = caller.roleKey();
            AnswerWriter.write(context, answer(context, endpoint, caller, address));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (context.res().isCommitted()) {
                cutOff(context, e);
            } else if (page) {
                failPage(context, e, requestId);
            } else {
                fail(context, e, requestId);
            }
        } finally {
            end(context, endpoint.method() + " " + endpoint.path(), role, System.nanoTime() - start);
        }
    }

    /** Nothing is kept for who asks too much, and no room for photos for whoever need not say who they are. */
    private BodyRoom.Place admitted(Context context, Endpoint endpoint, String address) {
        rates.take(address);
        if (endpoint.action() != null) {
            return bodies.take(context);
        }
        PageRules.requireSmallBody(context);
        return BodyRoom.NONE;
    }

    /** What is not a route: errors of the server itself. */
    void fail(Context context, Throwable fault, String requestId) {
        Problem problem = Problem.of(fault);
        context.res().resetBuffer(); // of an answer that had begun
        problem.headers().forEach(context::header);
        context.header("Cache-Control", "no-store");
        context.status(problem.status());
        context.contentType("application/problem+json").result(Json.text(problem.body(requestId)));
    }

    /** An answer of which a part is on its way: whoever reads it must see that it is not whole. */
    private static void cutOff(Context context, Throwable fault) {
        LOG.warn("An answer was cut off", fault);
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** The same for a person. Whoever it is, the page is shown: an old cookie must not hide it. */
    void failPage(Context context, Throwable fault, String requestId) {
        Problem problem = Problem.of(fault);
        try {
            Exchange exchange = exchange(context, callers.findOrNobody(context), ClientAddress.of(context, settings));
            Answer answer = faults.of(exchange, problem, requestId);
            problem.headers().forEach(context::header);
            PageRules.allowOurOwn(context);
            AnswerWriter.write(context, answer);
        } catch (Exception e) {
            fault.addSuppressed(e);
            fail(context, fault, requestId);
        }
    }

    /** A page for everybody still shows who is signed in. */
    private Caller caller(Context context, Endpoint endpoint) {
        if (endpoint.action() != null) {
            return callers.find(context);
        }
        return endpoint.kind() == Endpoint.Kind.PAGE ? callers.findOrNobody(context) : Caller.ANONYMOUS;
    }

    private Exchange exchange(Context context, Caller caller, String address) {
        return new Exchange(context, caller, gate, address, cookies);
    }

    String begin(Context context) {
        String given = context.header("X-Request-Id");
        String requestId = given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : ids.next();
        MDC.put(AuditLog.REQUEST_ID, requestId);
        context.header("X-Request-Id", requestId);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        context.header("Cache-Control", "no-store");
        if (settings.https()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        return requestId;
    }

    private Answer answer(Context context, Endpoint endpoint, Caller caller, String address) throws Exception {
        Exchange exchange = exchange(context, caller, address);
        if (endpoint.action() != null) {
            gate.passEarly(caller, endpoint.action());
        }
        String key = context.header("Idempotency-Key");
        if (endpoint.creates() && key != null) {
            String route = endpoint.method() + " " + context.path();
            return answered.once(exchange, route, key, exchange.bytes(1 << 20), () -> run(endpoint, exchange));
        }
        return run(endpoint, exchange, endpoint.handler().handle(exchange));
    }

    private static Answer.Document run(Endpoint endpoint, Exchange exchange) {
        try {
            return (Answer.Document) run(endpoint, exchange, endpoint.handler().handle(exchange));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A route that did not ask the policy shows nothing, whatever it made. */
    private static Answer run(Endpoint endpoint, Exchange exchange, Answer answer) {
        if (endpoint.action() != null && exchange.passed() == null) {
            throw new IllegalStateException(endpoint.method() + " " + endpoint.path() + " did not ask the policy");
        }
        return answer;
    }

    private void end(Context context, String route, String role, long nanos) {
        int status = context.statusCode();
        metrics.timer("rhytid.http.requests", "route", route, "status", String.valueOf(status))
                .record(Duration.ofNanos(nanos));
        LOG.atInfo()
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / 1_000_000)
                .addKeyValue("role", role)
                .log("request");
        MDC.remove(AuditLog.REQUEST_ID);
    }
}
