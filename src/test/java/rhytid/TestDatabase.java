package rhytid;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import rhytid.database.DatabaseAddress;
import rhytid.database.EmbeddedPostgres;

/** One embedded PostgreSQL for all tests of a run; each class that asks gets an empty database of its own. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    public static DatabaseAddress create() {
        DatabaseAddress base = server().address();
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(base.url(), base.user(), base.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(base.url().replaceAll("/rhytid$", "/" + name), base.user(), base.password());
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                Path folder = TemporaryFolders.create("rhytid-postgres");
                server = EmbeddedPostgres.start(folder, new SecureRandom());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            EmbeddedPostgres started = server;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                TemporaryFolders.deleteAll();
            }));
        }
        return server;
    }
}
