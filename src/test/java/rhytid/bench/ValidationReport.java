package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import rhytid.comparison.Algorithm;

/** The table in {@code src/site/validation.md}; what stands around it is written by hand. */
final class ValidationReport {

    private static final Path FILE = Path.of("src/site/validation.md");
    private static final String FROM = "<!-- goals: written by rhytid.bench.Goals -->";
    private static final String TO = "<!-- end of goals -->";

    private ValidationReport() {}

    /** @throws IOException if the page cannot be read or written */
    static void write(GoalTable table) throws IOException {
        String page = Files.readString(FILE);
        int from = page.indexOf(FROM);
        int to = page.indexOf(TO);
        if (from < 0 || to < from) {
            throw new IllegalStateException(FILE + " has lost the marks between which the table stands");
        }
        long goals = table.rows().stream().filter(row -> row.goal().isSet()).count();
        long held = table.rows().stream().filter(GoalRow::held).count();
        String written = "%s%n%n%d of %d goals held. Algorithm %s, measured on %s.%n%n%s%n"
                .formatted(FROM, held, goals, Algorithm.VERSION, LocalDate.now(ZoneOffset.UTC), table.markdown());
        Files.writeString(FILE, page.substring(0, from) + written + page.substring(to));
    }
}
