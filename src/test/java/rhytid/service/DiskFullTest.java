package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.TestDatabase;
import rhytid.database.DatabaseAddress;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** A node whose disk of three megabytes fills up while photos come, and is given room again. */
class DiskFullTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

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

    /** In a world of its own where the folder is a small disk. */
    private List<String> mounts(String then, List<String> words) {
        List<String> all = new ArrayList<>(List.of(
                "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=3m tmpfs '" + folder + "' && " + then, "sh"));
        all.addAll(words);
        return all;
    }

    private List<String> node(DatabaseAddress database) {
        List<String> options = new ArrayList<>(NodeProcess.on(database));
        options.add("--data=" + folder);
        return NodeProcess.command(List.of(), options);
    }
}
