package rhytid.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import rhytid.SharedData;
import rhytid.TemporaryFolders;
import rhytid.TestS3;
import rhytid.database.DatabaseAddress;

/** The same way on a PostgreSQL server from the system's packages and on an S3 server. */
class ServersJourneyTest extends JourneyTest {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private TestS3 s3;
    private Path bin;
    private Path cluster;

    @Override
    TestNode start() {
        try {
            bin = programs();
            DatabaseAddress database = startServer();
            s3 = TestS3.start();
            return TestNode.start(database, s3.options().toArray(String[]::new));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stopServers() throws IOException {
        if (s3 != null) {
            s3.close();
        }
        if (cluster != null) {
            run(bin.resolve("pg_ctl").toString(), "-D", cluster.toString(), "-m", "immediate", "-w", "stop");
        }
    }

    /** The newest one that is installed. */
    private static Path programs() throws IOException {
        SharedData.require(PACKAGES);
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.max((a, b) -> Integer.compare(version(a), version(b)))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }

    private DatabaseAddress startServer() throws IOException, SQLException {
        Path home = TemporaryFolders.create("rhytid-debian-postgres");
        Path password = Files.writeString(home.resolve("password"), "secret");
        cluster = home.resolve("cluster");
        run(
                bin.resolve("initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                "rhytid",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        run(
                bin.resolve("pg_ctl").toString(),
                "-D",
                cluster.toString(),
                "-l",
                home.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + port,
                "-w",
                "start");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (Connection connection = DriverManager.getConnection(url + "postgres", "rhytid", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute("create database clinic");
        }
        return new DatabaseAddress(url + "clinic", "rhytid", "secret");
    }

    /** PostgreSQL's programs refuse to run as root. */
    private static void run(String... words) throws IOException {
        List<String> all = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(List.of(words));
        Path said = Files.createTempFile("said", ".txt");
        try {
            int status = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(words[0] + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
