package rhytid.clinic;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row's columns as the types that the records have. */
final class Columns {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Columns() {}

    static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getTimestamp(name).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String name) throws SQLException {
        Timestamp at = row.getTimestamp(name);
        return at == null ? null : at.toInstant();
    }

    static @Nullable LocalDateTime localTimeOrNull(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDateTime.class);
    }

    static LocalDate date(ResultSet row, String name) throws SQLException {
        return Objects.requireNonNull(row.getObject(name, LocalDate.class));
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDate.class);
    }

    static List<String> texts(ResultSet row, String name) throws SQLException {
        Array array = row.getArray(name);
        return List.of((String[]) array.getArray());
    }

    static @Nullable JsonNode jsonOrNull(ResultSet row, String name) throws SQLException {
        String text = row.getString(name);
        return text == null ? null : JSON.readTree(text);
    }
}
