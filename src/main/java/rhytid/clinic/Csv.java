package rhytid.clinic;

import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is made a plain text. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(String... titles) {
        if (titles.length > 0) {
            row((Object[]) titles);
        }
    }

    void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append("\r\n");
    }

    private static String quoted(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String value = cell.toString();
        if (!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
            value = "'" + value;
        }
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
