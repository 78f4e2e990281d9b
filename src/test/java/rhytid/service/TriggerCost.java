package rhytid.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import rhytid.database.DatabaseAddress;

/**
 * What an upload costs more by the triggers that keep lists and counts ready: the same with them and without, in turn.
 */
final class TriggerCost {

    private static final int IN_A_ROW = 20;

    private TriggerCost() {}

    /** @param rounds of twenty uploads each way */
    static void measure(int rounds) throws SQLException {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (TestNode node = TestNode.start()) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            Cast.treated(admin, patient, java.time.LocalDate.now(java.time.ZoneOffset.UTC), "chin");
            for (int round = -1; round < rounds; round++) { // the first warms up
                triggers(node.database, "enable");
                List<Double> one = uploads(admin, patient);
                triggers(node.database, "disable");
                List<Double> other = uploads(admin, patient);
                if (round >= 0) {
                    with.addAll(one);
                    without.addAll(other);
                }
            }
        }
        System.out.printf(
                "an upload: %.1f ms with the triggers, %.1f without; %d each way%n",
                median(with), median(without), with.size());
    }

    private static List<Double> uploads(HttpCalls admin, String patient) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < IN_A_ROW; i++) {
            String visit = admin.post("/patients/" + patient + "/visits", Map.of())
                    .is(201)
                    .id();
            byte[] photo = FakeLine.photo(i);
            long start = System.nanoTime();
            admin.upload("/visits/" + visit + "/photos/rest", photo).is(201);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static void triggers(DatabaseAddress address, String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("select distinct event_object_table"
                    + " from information_schema.triggers where event_object_table <> 'audit'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("alter table " + table + " " + what + " trigger user");
            }
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
