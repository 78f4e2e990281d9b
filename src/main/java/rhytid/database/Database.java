package rhytid.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The pool of connections to one database whose tables are as this version of the program wants them. */
public final class Database implements AutoCloseable {

    /** So long a request waits for a connection before it is told to come back later. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(30);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.registerArrayType(String.class, "text");
        // What is bound may be personal, and messages reach the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /**
     * Connects, and brings the tables up to date. Several nodes may do so at once.
     *
     * @throws DatabaseUnavailable where there is no such database, or its tables are of a newer version
     */
    public static Database open(DatabaseAddress address, int connections) {
        HikariDataSource pool = pool(address, connections);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:rhytid/database/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            pool.close();
            throw new DatabaseUnavailable("cannot prepare the tables of " + address.url() + ": " + e.getMessage(), e);
        }
        return new Database(pool);
    }

    private static HikariDataSource pool(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        config.setValidationTimeout(CONNECT_WITHIN.toMillis() / 2);
        config.addDataSourceProperty("connectTimeout", CONNECT_WITHIN.toSeconds());
        config.addDataSourceProperty("ApplicationName", "rhytid");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the row
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT_WITHIN.toMillis());
        config.setPoolName("rhytid");
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new DatabaseUnavailable("cannot reach the database " + address.url() + ": " + e.getMessage(), e);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    public Transactions transactions() {
        return new Transactions(jdbi);
    }

    /** True when the database answers now. */
    public boolean reachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
