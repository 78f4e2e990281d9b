package rhytid.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import rhytid.clinic.StoredObjects;
import rhytid.storage.Digest;
import rhytid.storage.PhotoStore;
import rhytid.storage.Shelf;

/**
 * Everything that is kept, in one ZIP: the tables as they were at one moment, and the objects that those rows speak of,
 * each checked. Objects are never changed, and none is deleted while this reads, so the moment of the tables is the
 * moment of the whole. May run beside the service.
 */
public final class Backup {

    private final DataSource database;
    private final PhotoStore store;

    public Backup(DataSource database, PhotoStore store) {
        this.database = database;
        this.store = store;
    }

    /** Writes the file whole or not at all. */
    public void writeTo(Path file) throws IOException, SQLException {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED); // photos are compressed already
                write(zip);
            }
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void write(ZipOutputStream zip) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            lock(connection, "pg_advisory_lock");
            try {
                write(connection, zip);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                lock(connection, "pg_advisory_unlock");
            }
        }
    }

    /** What is erased meanwhile is deleted from the store once this has been written. */
    private static void lock(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select " + how + "(" + StoredObjects.READ_BY_BACKUP + ")");
        }
    }

    private void write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement patience = connection.createStatement()) {
            patience.execute("set local statement_timeout = 0");
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (KeptTable table : KeptTable.values()) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            copy.copyOut("copy (" + table.query() + ") to stdout (format csv, header)", zip);
            zip.closeEntry();
        }
        writeObjects(connection, zip);
    }

    private void writeObjects(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(100);
            try (ResultSet rows = statement.executeQuery(
                    "select shelf, object_key, sha256 from stored_object where state = 'live' order by id")) {
                while (rows.next()) {
                    Shelf shelf = Shelf.of(rows.getString(1));
                    String key = rows.getString(2);
                    zip.putNextEntry(new ZipEntry(KeptTable.entry(shelf, key)));
                    zip.write(store.read(shelf, key, new Digest(rows.getString(3))));
                    zip.closeEntry();
                }
            }
        }
    }
}
