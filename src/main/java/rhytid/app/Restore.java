package rhytid.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import rhytid.storage.PhotoStore;
import rhytid.storage.Shelf;

/** Writes a backup back into an empty database and store: the rows are there once every object is, each checked. */
public final class Restore {

    private final DataSource database;
    private final PhotoStore store;

    public Restore(DataSource database, PhotoStore store) {
        this.database = database;
        this.store = store;
    }

    /** @throws IOException when there is data already, or the file is no whole backup; then no row was written */
    public void readFrom(Path file) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            requireEmpty(connection);
            try (Statement patience = connection.createStatement()) {
                patience.execute("set local statement_timeout = 0");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (KeptTable table : KeptTable.values()) {
                copyIn(copy, table, zip);
            }
            putObjects(connection, zip);
            connection.commit();
        }
    }

    private static void requireEmpty(Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select exists (select 1 from account) or exists (select 1 from patient)")) {
            if (found.next() && found.getBoolean(1)) {
                throw new IOException("there is data already: restore into an empty folder or database");
            }
        }
    }

    private static void copyIn(CopyManager copy, KeptTable table, ZipFile zip) throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null && table.mayBeMissing()) {
            return;
        }
        if (entry == null) {
            throw new IOException("this is no whole backup: " + table.entry() + " is missing");
        }
        try (InputStream rows = zip.getInputStream(entry)) {
            String columns = "\"" + header(zip, entry).replace(",", "\",\"") + "\"";
            copy.copyIn("copy " + table.table() + " (" + columns + ") from stdin (format csv, header)", rows);
        }
    }

    private static String header(ZipFile zip, ZipEntry entry) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null || !header.matches("[a-z0-9_,]+")) {
                throw new IOException("this is no whole backup: " + entry.getName() + " has no columns");
            }
            return header;
        }
    }

    private void putObjects(Connection connection, ZipFile zip) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select shelf, object_key, sha256, content_type from stored_object")) {
            while (rows.next()) {
                Shelf shelf = Shelf.of(rows.getString(1));
                String key = rows.getString(2);
                ZipEntry entry = zip.getEntry(KeptTable.entry(shelf, key));
                if (entry == null) {
                    throw new IOException("this is no whole backup: the object " + key + " is missing");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    String digest = store.put(shelf, key, content.readAllBytes(), rows.getString(4))
                            .hex();
                    if (!digest.equals(rows.getString(3))) {
                        throw new IOException("the object " + key + " in the backup is damaged");
                    }
                }
            }
        }
    }
}
