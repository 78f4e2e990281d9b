package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.TestDatabase;
import rhytid.database.DatabaseAddress;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** A node whose small disk fills up while photos come, and is given room again. */
class DiskFullTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private int megabytes = 3;

    @Test
    void aFullDiskTurnsUploadsAwayKeepsWhatWasTakenAndGoesOnWithRoom() throws Exception {
        assumeTrue(
                new ProcessBuilder(mounts("true", List.of())).start().waitFor() == 0,
                "this machine lets nobody mount a small disk");
        try (NodeProcess node = NodeProcess.start(
                mounts("exec \"$@\"", node(TestDatabase.create())), folder.resolveSibling("disk-full.log"))) {
            HttpCalls admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            Path filler = Path.of("/proc", String.valueOf(node.process().pid()), "root" + folder, "filler");
            Files.write(filler, new byte[MEGABYTE]);
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            Map<String, byte[]> taken = new LinkedHashMap<>();
            Reply last = null;
            for (int i = 0; i < 20 && (last == null || last.status() == 201); i++) {
                String visit = admin.post("/patients/" + patient + "/visits", Map.of())
                        .is(201)
                        .id();
                byte[] photo = large(i);
                last = admin.upload("/visits/" + visit + "/photos/rest", photo);
                int shown = admin.get("/visits/" + visit + "/photos")
                        .json()
                        .get("items")
                        .size();
                assertThat(shown).as("whole or not at all").isEqualTo(last.status() == 201 ? 1 : 0);
                if (last.status() == 201) {
                    taken.put(last.id(), photo);
                }
            }
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.header("Retry-After")).isNotNull();
            assertThat(taken).isNotEmpty();
            for (Map.Entry<String, byte[]> photo : taken.entrySet()) {
                assertThat(admin.get("/photos/" + photo.getKey() + "/original")
                                .is(200)
                                .bytes())
                        .isEqualTo(photo.getValue());
                admin.get("/photos/" + photo.getKey() + "/thumbnail").is(200);
            }
            fill(filler.resolveSibling("rest"));
            String after = admin.get("/photos/" + taken.keySet().iterator().next(), "Accept", "application/json")
                    .json()
                    .get("visitId")
                    .asString();
            String comparison = admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                    .is(202)
                    .id();
            Thread.sleep(1500); // it is tried, and finds no room for its pictures
            assertThat(admin.get("/comparisons/" + comparison)
                            .json()
                            .get("status")
                            .asString())
                    .isIn("queued", "running");
            Files.delete(filler.resolveSibling("rest"));
            Files.delete(filler);
            Cast.visit(admin, patient, 30);
            JsonNode done = admin.finished(comparison);
            assertThat(done.get("status").asString()).isEqualTo("done");
            admin.get(done.at("/images/0/url").asString()).is(200);
        }
    }

    /** A photo with much behind its end. */
    private static byte[] large(int seed) throws IOException {
        byte[] noise = new byte[300_000];
        new Random(seed).nextBytes(noise);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(FakeLine.photo(40 + seed));
        all.write(noise);
        return all.toByteArray();
    }

    private static void fill(Path file) throws IOException {
        Files.createFile(file);
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }

    /**
     * Database and photos on one disk: first no table can grow, then the database itself ends, since it can't write
     * down what it does. Whatever is answered meanwhile is either kept or a 503, and with room it all comes back.
     */
    @Test
    void aFullDiskUnderTheEmbeddedDatabaseLosesNothingThatWasAcknowledged() throws Exception {
        assumeTrue(
                new ProcessBuilder(mounts("true", List.of())).start().waitFor() == 0,
                "this machine lets nobody mount a small disk");
        megabytes = 300;
        List<String> embedded = NodeProcess.command(List.of(), List.of("--data=" + folder));
        NodeProcess node =
                NodeProcess.start(mounts("exec \"$@\"", embedded), folder.resolveSibling("disk-full-embedded.log"));
        try {
            HttpCalls admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            String patient = Cast.patient(admin);
            Path disk = Path.of("/proc", String.valueOf(node.process().pid()), "root" + folder);
            Map<String, byte[]> photos = new LinkedHashMap<>();
            List<String> patients = new ArrayList<>();
            send(admin, patient, photos, patients, 3);
            assertThat(photos).hasSize(3);
            fill(disk.resolve("filler"));
            int refused = send(admin, patient, photos, patients, 40);
            assertThat(refused).as("nothing grows on a full disk").isPositive();
            endDatabase(disk.resolve("postgres"));
            assertThat(send(admin, patient, photos, patients, 3)).isPositive();
            Files.delete(disk.resolve("filler"));
            awaitReady(admin);
            for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
                assertThat(admin.get("/photos/" + photo.getKey() + "/original")
                                .is(200)
                                .bytes())
                        .isEqualTo(photo.getValue());
            }
            patients.forEach(id -> admin.get("/patients/" + id).is(200));
            assertThat(send(admin, patient, photos, patients, 3))
                    .as("refused with room")
                    .isZero();
            assertThat(Cast.compared(admin).get("status").asString()).isEqualTo("done");
        } finally {
            node.process().destroy(); // in good order, which ends the database too
            if (!node.process().waitFor(60, TimeUnit.SECONDS)) {
                node.close();
            }
        }
    }

    /**
     * Asks for so many patients and photos; what was acknowledged is noted. How many were refused, as they ought to be.
     */
    private static int send(
            HttpCalls admin, String patient, Map<String, byte[]> photos, List<String> patients, int times)
            throws IOException {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            Reply made = admin.post("/patients", Map.of("name", "N", "notes", "n".repeat(9000)));
            if (made.status() == 201) {
                patients.add(made.id());
            }
            Reply visit = admin.post("/patients/" + patient + "/visits", Map.of());
            refused += refused(made) + refused(visit);
            if (visit.status() == 201) {
                byte[] photo = large(photos.size());
                Reply sent = admin.upload("/visits/" + visit.id() + "/photos/rest", photo);
                if (sent.status() == 201) {
                    photos.put(sent.id(), photo);
                }
                refused += refused(sent);
            }
        }
        return refused;
    }

    private static int refused(Reply reply) {
        if (reply.status() == 201) {
            return 0;
        }
        assertThat(reply.status()).as(reply::text).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotNull();
        return 1;
    }

    /** Makes it begin one file of its log after the other, until there is no room for the next. */
    private static void endDatabase(Path home) throws IOException {
        List<String> running = Files.readAllLines(home.resolve("cluster").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/postgres";
        String password = Files.readString(home.resolve("password")).strip();
        assertThatThrownBy(() -> {
                    try (Connection connection = DriverManager.getConnection(url, "rhytid", password);
                            Statement statement = connection.createStatement()) {
                        for (int i = 0; i < 20; i++) {
                            statement.execute("select pg_logical_emit_message(false, 'x', 'x')");
                            statement.execute("select pg_switch_wal()");
                        }
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    private static void awaitReady(HttpCalls admin) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (admin.get("/me").status() != 200) {
            assertThat(System.nanoTime()).as("it comes back by itself").isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** In a world of its own where the folder is a small disk. */
    private List<String> mounts(String then, List<String> words) {
        List<String> all = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + folder + "' && " + then,
                "sh"));
        all.addAll(words);
        return all;
    }

    private List<String> node(DatabaseAddress database) {
        List<String> options = new ArrayList<>(NodeProcess.on(database));
        options.add("--data=" + folder);
        return NodeProcess.command(List.of(), options);
    }
}
