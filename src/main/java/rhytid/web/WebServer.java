package rhytid.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import rhytid.account.Gate;
import rhytid.account.SecretBox;
import rhytid.database.Transactions;

/** The HTTP server with all routes. */
public final class WebServer implements AutoCloseable {

    private static final String BASE = "/api/v1";
    private static final long STOP_WITHIN_MS = 20_000;

    /** Who sends a photo more slowly than the slowest phone only holds its place. */
    private static final long SLOWEST_BYTES_A_SECOND = 1_000;

    private final Javalin server;
    private final ProgressEvents events;
    private final Health health;

    private WebServer(Javalin server, ProgressEvents events, Health health) {
        this.server = server;
        this.events = events;
        this.health = health;
    }

    public static WebServer start(
            Clinic clinic,
            Transactions transactions,
            SecretBox box,
            Health health,
            MeterRegistry metrics,
            WebSettings settings,
            Site site,
            String version) {
        ProgressEvents events = new ProgressEvents(clinic.comparisons());
        List<Endpoint> endpoints = endpoints(clinic, events, settings);
        Dispatcher dispatcher = new Dispatcher(
                new CallerFinder(clinic.sessions(), clinic.invitations(), new Cookies(settings.https())),
                new Gate(clinic.audit()),
                new RateLimit(settings.requestsPerMinute()),
                new AnsweredRequests(transactions, box, clinic.clock()),
                metrics,
                clinic.ids(),
                settings,
                site.faults());
        String document = OpenApi.of(endpoints, version);
        Javalin server = Javalin.create(config -> {
            limits(config, settings);
            for (Endpoint endpoint : endpoints) {
                config.routes.addHttpHandler(
                        HandlerType.findOrCreate(endpoint.method()),
                        BASE + endpoint.path(),
                        context -> dispatcher.handle(context, endpoint));
            }
            for (Endpoint page : site.endpoints()) {
                config.routes.addHttpHandler(
                        HandlerType.findOrCreate(page.method()),
                        page.path(),
                        context -> dispatcher.handle(context, page));
            }
            for (String path : new String[] {"/openapi.json", BASE + "/openapi.json"}) {
                config.routes.get(
                        path, context -> context.contentType("application/json").result(document));
            }
            config.routes.get("/health/live", health::live);
            config.routes.get("/health/ready", health::ready);
            strays(config, dispatcher);
        });
        server.start();
        return new WebServer(server, events, health);
    }

    public int port() {
        return server.port();
    }

    /** Says so first, ends the streams, lets requests under way end, and takes no more. */
    @Override
    public void close() {
        health.stopping();
        events.stop();
        server.stop();
    }

    /** Forgets the answers to requests of yesterday. */
    public static void tidyUp(Transactions transactions, Clock clock) {
        AnsweredRequests.forgetOld(transactions, clock);
    }

    static List<Endpoint> endpoints(Clinic clinic, ProgressEvents events, WebSettings settings) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new SessionRoutes(clinic).endpoints());
        all.addAll(new SecurityRoutes(clinic).endpoints());
        all.addAll(new UserRoutes(clinic, settings).endpoints());
        all.addAll(new PatientRoutes(clinic).endpoints());
        all.addAll(new TreatmentRoutes(clinic).endpoints());
        all.addAll(new VisitRoutes(clinic).endpoints());
        all.addAll(new PhotoRoutes(clinic).endpoints());
        all.addAll(new InvitationRoutes(clinic, settings).endpoints());
        all.addAll(new ComparisonRoutes(clinic, events).endpoints());
        all.addAll(new ConsentRoutes(clinic).endpoints());
        all.addAll(new GalleryRoutes(clinic).endpoints());
        all.addAll(new AuditRoutes(clinic).endpoints());
        all.addAll(new ServiceRoutes(clinic, settings).endpoints());
        return all;
    }

    private static void limits(JavalinConfig config, WebSettings settings) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Exchange.LARGEST_PHOTO;
        config.http.compressionStrategy = CompressionStrategy.NONE; // secrets and what strangers chose, in one answer
        config.jetty.multipartConfig.maxFileSize(60, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(61, SizeUnit.MB); // photos do not lie about in /tmp
        config.jetty.multipartConfig.maxTotalRequestSize(61, SizeUnit.MB);
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(STOP_WITHIN_MS);
            jetty.insertHandler(new MinimumDataRateHandler(SLOWEST_BYTES_A_SECOND, 0));
        });
        config.jetty.addConnector((jetty, http) -> {
            HttpConfiguration quiet = new HttpConfiguration(http);
            quiet.setSendServerVersion(false);
            quiet.setRequestHeaderSize(16 * 1024);
            ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(quiet));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(settings.requestTime().toMillis());
            return connector;
        });
    }

    /** What no route took, and what the server itself turned away. */
    private static void strays(JavalinConfig config, Dispatcher dispatcher) {
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            int status = e.getStatus();
            fail(dispatcher, context, new Problem(status, code(status), Status.title(status) + "."));
        });
        config.routes.exception(Exception.class, (e, context) -> fail(dispatcher, context, e));
    }

    private static void fail(Dispatcher dispatcher, Context context, Exception fault) {
        String requestId = dispatcher.begin(context);
        String accept = context.header("Accept");
        if (!context.path().startsWith("/api/") && accept != null && accept.contains("text/html")) {
            dispatcher.failPage(context, fault, requestId);
        } else {
            dispatcher.fail(context, fault, requestId);
        }
    }

    private static String code(int status) {
        return Status.title(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
