package rhytid.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import rhytid.TemporaryFolders;
import rhytid.TestDatabase;
import rhytid.account.PasswordHasher;
import rhytid.app.Service;
import rhytid.app.ServiceParts;
import rhytid.cli.ServeCommand;
import rhytid.database.DatabaseAddress;
import rhytid.jobs.JobSettings;

/** A node in this process, on the shared PostgreSQL and a folder of its own, with a stand-in for the line. */
final class TestNode implements AutoCloseable {

    static final String ADMIN = "admin@clinic.example";
    static final String PASSWORD = "Kolibri-Teekanne-42";
    static final JobSettings QUICK_JOBS = jobs(Duration.ofSeconds(10), Duration.ofSeconds(10));
    static final int MANY_REQUESTS = 60_000;

    final Service service;
    final FakeLine line;
    final DatabaseAddress database;
    final Path folder;
    final StringWriter said = new StringWriter();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Walk> walks = new ArrayList<>();

    static JobSettings jobs(Duration timeLimit, Duration stopWithin) {
        return new JobSettings(2, 20, 3, timeLimit, Duration.ofMillis(50), Duration.ofMillis(500), stopWithin);
    }

    private TestNode(FakeLine line, DatabaseAddress database, JobSettings jobs, String... more) {
        this(line, parts(line, jobs, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000))), database, more);
    }

    /** With the stand-in, and hashes of passwords that take no time. */
    static ServiceParts parts(FakeLine line, JobSettings jobs, Clock clock) {
        return new ServiceParts(line, line, jobs, new PasswordHasher(8, 1), clock, new SecureRandom());
    }

    private TestNode(FakeLine line, ServiceParts parts, DatabaseAddress database, String... more) {
        this.line = line;
        this.database = database;
        try {
            folder = folder(more);
            ServeCommand options = options(more);
            service = Service.start(options, "test", parts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestNode start(String... more) {
        return start(TestDatabase.create(), more);
    }

    static TestNode with(FakeLine line, String... more) {
        return new TestNode(line, TestDatabase.create(), QUICK_JOBS, more);
    }

    /** Whose clock is set by hand. */
    static TestNode at(Clock clock, DatabaseAddress database, String... more) {
        FakeLine line = new FakeLine();
        return new TestNode(line, parts(line, QUICK_JOBS, clock), database, more);
    }

    /** With the real line, for journeys that look at what it makes. */
    static TestNode measuring(String... more) {
        return new TestNode(
                new FakeLine(),
                ServiceParts.measuring(Path.of("models"), JobSettings.USUAL),
                TestDatabase.create(),
                more);
    }

    static TestNode start(DatabaseAddress database, String... more) {
        return start(database, QUICK_JOBS, more);
    }

    static TestNode start(DatabaseAddress database, JobSettings jobs, String... more) {
        return new TestNode(new FakeLine(), database, jobs, more);
    }

    /** The one that is named with --data, or a new one. */
    private static Path folder(String... more) throws IOException {
        for (String option : more) {
            if (option.startsWith("--data=")) {
                return Path.of(option.substring("--data=".length()));
            }
        }
        return TemporaryFolders.create("rhytid-node");
    }

    private ServeCommand options(String... more) {
        ServeCommand options = new ServeCommand((command, version) -> {});
        CommandLine line = new CommandLine(options);
        line.setErr(new PrintWriter(said, true));
        boolean noAdmin = more.length > 0 && more[0].equals("--no-admin");
        line.parseArgs(noAdmin ? new String[0] : more);
        options.port = 0;
        options.service.data = folder;
        options.service.databaseUrl = database.url();
        options.service.databaseUser = database.user();
        options.service.databasePassword = database.password();
        if (!noAdmin) {
            options.adminEmail = ADMIN;
            options.adminPassword = PASSWORD;
        }
        if (!line.getParseResult().hasMatchedOption("--requests-per-minute")) {
            options.requestsPerMinute = MANY_REQUESTS;
        }
        return options;
    }

    /** Where it listens. */
    String address() {
        return "http://127.0.0.1:" + service.port();
    }

    /** Calls of nobody in particular. */
    HttpCalls calls() {
        return new HttpCalls(client, address() + "/api/v1");
    }

    /** The same, of pages and of whatever else lies beside the interface for programs. */
    HttpCalls pages() {
        return new HttpCalls(client, address());
    }

    /** A browser, which goes when the node does. */
    Walk walk(String... flags) {
        Walk walk = new Walk(address(), flags);
        walks.add(walk);
        return walk;
    }

    /** Calls of the administrator. */
    HttpCalls admin() {
        return calls().signIn(ADMIN, PASSWORD);
    }

    /** Callers first: the service waits a second for connections that are held open. */
    @Override
    public void close() {
        walks.forEach(Walk::close);
        client.shutdownNow();
        service.close();
    }
}
