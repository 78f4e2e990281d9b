package rhytid.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a folder, for a clinic with one machine and nothing to install. It listens on the loopback
 * address alone, asks for its password (SCRAM) from the first moment, and runs with PostgreSQL's durable settings. When
 * the program is killed it lives on, and the next start takes it over with nothing lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "rhytid";
    private static final String NAME = "rhytid";
    private static final int PASSWORD_BYTES = 32;
    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LOOK_AFTER_IT_EVERY = Duration.ofSeconds(2);

    /** Its state of an error while it starts: cannot_connect_now. */
    private static final String STARTING = "57P03";

    private final Path folder;
    private final Path programs;
    private final DatabaseAddress address;
    private volatile boolean closed;

    private EmbeddedPostgres(Path folder, Path programs, DatabaseAddress address) {
        this.folder = folder;
        this.programs = programs;
        this.address = address;
    }

    /**
     * Starts the database of this folder, making it on first use, or takes over the one that runs there. The caller
     * sees to it that no other process uses the folder.
     *
     * @throws DatabaseUnavailable with what PostgreSQL said
     */
    public static EmbeddedPostgres start(Path folder, RandomGenerator random) {
        try {
            Path home = folder.toAbsolutePath();
            Files.createDirectories(home);
            Path programs = PostgresBinaries.unpackInto(home);
            Optional<DatabaseAddress> running = running(home);
            if (running.isPresent()) {
                LOG.info("Taking over the PostgreSQL that an earlier run left behind.");
                return new EmbeddedPostgres(home, programs, running.get());
            }
            if (!Files.exists(cluster(home).resolve("PG_VERSION"))) {
                initialize(home, programs, random);
            }
            return launch(home, programs, freePort());
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable("cannot start PostgreSQL in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The address of the database that runs in this folder now, whoever started it. */
    public static Optional<DatabaseAddress> running(Path folder) throws IOException {
        Path pidFile = cluster(folder.toAbsolutePath()).resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) { // it is just starting or was cut off: pg_ctl knows what to do
            return Optional.empty();
        }
        DatabaseAddress address = address(folder, Integer.parseInt(lines.get(3).strip()));
        return isOurs(address, cluster(folder.toAbsolutePath())) ? Optional.of(address) : Optional.empty();
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * From now on it is started again, at the same address, whenever it ends unasked: killed, or because its disk was
     * full. As often as it takes: once there is room it comes back by itself.
     */
    public void keepRunning() {
        Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> {
            while (!closed) {
                try {
                    pause(LOOK_AFTER_IT_EVERY);
                    startIfGone();
                } catch (IOException | SQLException e) {
                    LOG.warn("PostgreSQL does not start yet: {}", e.getMessage());
                }
            }
        });
    }

    private synchronized void startIfGone() throws IOException, SQLException {
        if (!closed && !listens()) {
            LOG.warn("PostgreSQL ended unasked. It is started again.");
            launch(folder, programs, port());
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 1000);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) { // it is slow, which is no reason to start another
            return true;
        }
    }

    private int port() {
        return Integer.parseInt(address.url().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** Stops the database after the statements under way. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            command(List.of(program("pg_ctl"), "-D", cluster(folder).toString(), "-m", "fast", "-w", "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path programs, int port) throws IOException, SQLException {
        String options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + port
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                + " -c max_connections=60 -c logging_collector=off";
        EmbeddedPostgres started = new EmbeddedPostgres(home, programs, address(home, port));
        command(List.of(
                started.program("pg_ctl"),
                "-D",
                cluster(home).toString(),
                "-l",
                home.resolve("postgresql.log").toString(),
                "-t",
                String.valueOf(START_WITHIN.toSeconds()),
                "-o",
                options,
                "-w",
                "start"));
        createDatabase(started.address);
        return started;
    }

    private static void initialize(Path home, Path programs, RandomGenerator random) throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        random.nextBytes(secret);
        Path password = home.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password);
        if (password.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(password, HexFormat.of().formatHex(secret), StandardOpenOption.WRITE);
        Path draft = home.resolve("cluster-unfinished"); // a cluster that was cut off halfway would never start
        PostgresBinaries.deleteTree(draft);
        command(List.of(
                programs.resolve("bin").resolve("initdb").toString(),
                "-D",
                draft.toString(),
                "-U",
                USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        Files.move(draft, cluster(home), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createDatabase(DatabaseAddress address) throws SQLException {
        String maintenance = address.url().replaceAll("/" + NAME + "$", "/postgres");
        try (Connection connection = DriverManager.getConnection(maintenance, address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                try (Statement creation = connection.createStatement()) {
                    creation.execute("create database " + NAME);
                }
            }
        }
    }

    /** Waits for one that is just starting, or recovering from a crash. */
    private static boolean isOurs(DatabaseAddress address, Path cluster) throws IOException {
        long end = System.nanoTime() + START_WITHIN.toNanos();
        while (true) {
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("show data_directory")) {
                return found.next() && Files.isSameFile(Path.of(found.getString(1)), cluster);
            } catch (SQLException e) {
                if (!STARTING.equals(e.getSQLState()) || System.nanoTime() > end) {
                    LOG.info("No PostgreSQL answers for {}: {}", cluster, e.getMessage());
                    return false;
                }
                pause(LOOK_EVERY);
            }
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private static DatabaseAddress address(Path home, int port) throws IOException {
        String password = Files.readString(home.resolve("password"), StandardCharsets.US_ASCII)
                .strip();
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, USER, password);
    }

    private static Path cluster(Path home) {
        return home.resolve("cluster");
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs one of PostgreSQL's programs; they refuse to run as root, so there it goes through a user namespace. */
    private static void command(List<String> words) throws IOException {
        List<String> all = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            all.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        all.addAll(words);
        Path said = Files.createTempFile("rhytid-postgres", ".txt"); // a pipe would stay open with the server
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(Path.of(words.getFirst()).getFileName() + " failed (" + status + "): "
                        + Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was working", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
