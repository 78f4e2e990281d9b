package rhytid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isDurableAsksForItsPasswordAndIsTakenOverWithItsData() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, new SecureRandom());
        try {
            DatabaseAddress address = first.address();
            assertDurable(address);
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            execute(address, "create table kept as select 7 as n");
            // The process that started it is gone without a word: the next start finds it running.
            EmbeddedPostgres second = EmbeddedPostgres.start(folder, new SecureRandom());
            assertThat(second.address()).isEqualTo(address);
            assertThat(query(second.address(), "select n from kept")).isEqualTo("7");
            second.close();
            assertThat(EmbeddedPostgres.running(folder)).isEmpty();
            EmbeddedPostgres third = EmbeddedPostgres.start(folder, new SecureRandom());
            assertThat(query(third.address(), "select n from kept")).isEqualTo("7");
        } finally {
            stopAny();
        }
    }

    @Test
    void oneThatWasKilledIsStartedAgainWhereItWas() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, new SecureRandom())) {
            postgres.keepRunning();
            execute(postgres.address(), "create table kept as select 7 as n");
            long pid =
                    Long.parseLong(Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"))
                            .getFirst()
                            .strip());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            ProcessHandle.of(pid).ifPresent(gone -> gone.onExit().join());
            assertThat(awaitAnswer(postgres.address(), "select n from kept")).isEqualTo("7");
            assertThat(Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"))
                            .getFirst()
                            .strip())
                    .isNotEqualTo(String.valueOf(pid));
        }
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
    }

    private static String awaitAnswer(DatabaseAddress address, String sql) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return query(address, sql);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    private static void assertDurable(DatabaseAddress address) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(query(address, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(query(address, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(address, "show unix_socket_directories")).isEmpty();
    }

    private void stopAny() throws IOException {
        if (EmbeddedPostgres.running(folder).isPresent()) {
            EmbeddedPostgres.start(folder, new SecureRandom()).close();
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
