package rhytid.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine;
import rhytid.TemporaryFolders;
import rhytid.TestDatabase;
import rhytid.app.Service;
import rhytid.app.ServiceParts;
import rhytid.cli.ServeCommand;
import rhytid.database.DatabaseAddress;
import rhytid.jobs.JobSettings;

/** A node in this process, on the shared PostgreSQL and a folder of its own, with a stand-in for the line. */
final class TestNode implements AutoCloseable {

    static final String ADMIN = "admin@clinic.example";
    static final String PASSWORD = "Kolibri-Teekanne-42";
    static final JobSettings QUICK_JOBS = new JobSettings(2, 20, 3, Duration.ofSeconds(10), Duration.ofMillis(500));

    final Service service;
    final FakeLine line;
    final DatabaseAddress database;
    final Path folder;
    final StringWriter said = new StringWriter();

    private TestNode(FakeLine line, DatabaseAddress database, String... more) {
        this(
                line,
                new ServiceParts(
                        line,
                        line,
                        QUICK_JOBS,
                        Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)),
                        new SecureRandom()),
                database,
                more);
    }

    private TestNode(FakeLine line, ServiceParts parts, DatabaseAddress database, String... more) {
        this.line = line;
        this.database = database;
        try {
            folder = TemporaryFolders.create("rhytid-node");
            ServeCommand options = options(more);
            service = Service.start(options, "test", parts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestNode start(String... more) {
        return new TestNode(new FakeLine(), TestDatabase.create(), more);
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
        return new TestNode(new FakeLine(), database, more);
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
        options.requestsPerMinute = Math.max(options.requestsPerMinute, 60_000);
        return options;
    }

    HttpCalls calls() {
        return new HttpCalls("http://127.0.0.1:" + service.port() + "/api/v1");
    }

    /** Calls of the administrator. */
    HttpCalls admin() {
        return calls().signIn(ADMIN, PASSWORD);
    }

    @Override
    public void close() {
        service.close();
    }
}
