package rhytid.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import rhytid.cli.ServiceOptions;
import rhytid.database.Database;
import rhytid.database.DatabaseAddress;
import rhytid.database.EmbeddedPostgres;
import rhytid.storage.FilePhotoStore;
import rhytid.storage.PhotoStore;
import rhytid.storage.S3PhotoStore;
import rhytid.storage.S3Settings;

/** The database and the photo store that the options ask for, opened. */
final class Backing implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Database database;
    private final PhotoStore store;

    private Backing(ServiceOptions options, RandomGenerator random, boolean beside) throws IOException {
        try {
            Optional<DatabaseAddress> running = beside && options.databaseUrl == null
                    ? EmbeddedPostgres.running(options.data.resolve("postgres"))
                    : Optional.empty();
            if (!beside && (options.databaseUrl == null || options.s3Endpoint == null)) {
                opened.push(DataFolder.hold(options.data));
            }
            DatabaseAddress address = running.isPresent() ? running.get() : address(options, random);
            database = Database.open(address, beside ? 2 : CONNECTIONS);
            opened.push(database);
            store = store(options);
            opened.push(store);
            store.prepare();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    static Backing open(ServiceOptions options, RandomGenerator random) throws IOException {
        return new Backing(options, random, false);
    }

    /** To read, beside the service that may be running on the same. */
    static Backing openBeside(ServiceOptions options, RandomGenerator random) throws IOException {
        return new Backing(options, random, true);
    }

    Database database() {
        return database;
    }

    PhotoStore store() {
        return store;
    }

    private DatabaseAddress address(ServiceOptions options, RandomGenerator random) {
        if (options.databaseUrl != null) {
            return server(options.databaseUrl, options.databaseUser, options.databasePassword);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(options.data.resolve("postgres"), random);
        opened.push(embedded);
        embedded.keepRunning();
        return embedded.address();
    }

    /** Takes {@code postgres://user:password@host:port/name} too, as hosts hand it out. */
    static DatabaseAddress server(String url, @Nullable String user, @Nullable String password) {
        String name = user == null ? "" : user;
        String secret = password == null ? "" : password;
        if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
            return new DatabaseAddress(url, name, secret);
        }
        URI address = URI.create(url);
        String who = address.getUserInfo() == null ? "" : address.getUserInfo();
        int colon = who.indexOf(':');
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + address.getHost() + port + address.getPath() + query,
                name.isEmpty() ? (colon < 0 ? who : who.substring(0, colon)) : name,
                secret.isEmpty() && colon >= 0 ? who.substring(colon + 1) : secret);
    }

    static PhotoStore store(ServiceOptions options) {
        if (options.s3Endpoint == null) {
            Path folder = options.data.resolve("photos");
            return new FilePhotoStore(folder);
        }
        return new S3PhotoStore(new S3Settings(
                options.s3Endpoint,
                options.s3AccessKey == null ? "" : options.s3AccessKey,
                options.s3SecretKey == null ? "" : options.s3SecretKey,
                options.s3Bucket,
                options.s3Region));
    }

    /** In the order opposite to opening; what cannot be closed does not keep the rest open. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Backing.class).warn("Could not be closed: {}", e.getMessage());
            }
        }
    }
}
