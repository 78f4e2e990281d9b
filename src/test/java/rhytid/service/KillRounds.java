package rhytid.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import rhytid.app.Backup;
import rhytid.database.Database;
import rhytid.database.EmbeddedPostgres;
import rhytid.service.HttpCalls.Reply;
import rhytid.storage.Digest;
import rhytid.storage.FilePhotoStore;
import tools.jackson.databind.JsonNode;

/**
 * Kills a whole node (embedded database and files) with -9 while several people upload, agree, compare and review, and
 * starts it again, so many times; whatever it acknowledged must be there each time. Every other round the database's
 * processes are killed with it.
 *
 * <p>Usage: {@code rhytid.service.KillRounds ROUNDS [SEED]}. A stand-in takes the measuring line's place: what is held
 * to its word here is what keeps.
 */
public final class KillRounds {

    private static final int PEOPLE = 4;
    private static final int LEAST_LOAD_MS = 150;
    private static final int MORE_LOAD_MS = 1500;
    private static final int FACTS_LOOKED_AT_EACH_ROUND = 24;

    private final Path folder;
    private final Random random;
    private final List<Fact> facts = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Boolean> comparisons = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> acknowledged = new LinkedHashMap<>();

    /** Something that was acknowledged, and how to see that it is there. */
    private record Fact(String what, Look look) {}

    private interface Look {
        boolean holds(HttpCalls admin);
    }

    KillRounds(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        for (String what : new String[] {"photo", "consent", "comparison", "review"}) {
            acknowledged.put(what, new AtomicInteger());
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = Files.createTempDirectory("rhytid-kill");
        KillRounds test = new KillRounds(folder, seed);
        long start = System.nanoTime();
        List<String> lost = test.run(rounds);
        System.out.printf(
                "%d rounds in %d s; acknowledged: %s; lost: %s%n",
                rounds, Duration.ofNanos(System.nanoTime() - start).toSeconds(), test.acknowledged, lost);
        System.exit(lost.isEmpty() ? 0 : 1);
    }

    Map<String, AtomicInteger> acknowledged() {
        return acknowledged;
    }

    /** @return what was acknowledged and is not there */
    List<String> run(int rounds) throws Exception {
        List<String> lost = new ArrayList<>();
        String token = null;
        NodeProcess warm = start();
        warm.process().destroy(); // an orderly end, which leaves the archive of classes behind
        warm.process().waitFor();
        for (int round = 1; round <= rounds; round++) {
            NodeProcess node = start();
            HttpCalls admin = token == null
                    ? node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD)
                    : node.calls().as(token);
            if (admin.get("/me").status() != 200) { // sessions end in time too
                admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            }
            token = admin.token();
            lost.addAll(missing(admin, FACTS_LOOKED_AT_EACH_ROUND));
            load(admin, LEAST_LOAD_MS + random.nextInt(MORE_LOAD_MS), node, round % 2 == 0);
            if (round % 10 == 0) {
                System.err.printf("round %d: %s, lost %s%n", round, acknowledged, lost);
            }
        }
        lost.addAll(atTheEnd());
        return lost.stream().distinct().toList();
    }

    /** Every fact, every comparison come to its end, and every object that a row speaks of. */
    private List<String> atTheEnd() throws Exception {
        NodeProcess node = start();
        try {
            HttpCalls admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            List<String> lost = new ArrayList<>(missing(admin, Integer.MAX_VALUE));
            for (String comparison : comparisons.keySet()) {
                if (!admin.finished(comparison).get("status").asString().equals("done")) {
                    lost.add("comparison " + comparison + " ended "
                            + admin.get("/comparisons/" + comparison).text());
                }
            }
            try (Database database = Database.open(
                            EmbeddedPostgres.running(folder.resolve("postgres")).orElseThrow(), 2);
                    FilePhotoStore store = new FilePhotoStore(folder.resolve("photos"))) {
                new Backup(database.dataSource(), store).writeTo(folder.resolve("whole.zip")); // reads all
            }
            return lost;
        } finally {
            kill(node, true);
        }
    }

    private List<String> missing(HttpCalls admin, int most) {
        List<Fact> some = new ArrayList<>(facts);
        List<Fact> latest = some.subList(Math.max(0, some.size() - most / 2), some.size());
        List<Fact> looked = new ArrayList<>(latest);
        Collections.shuffle(some, random);
        looked.addAll(some.subList(0, Math.min(some.size(), most - most / 2)));
        return looked.stream()
                .filter(fact -> !fact.look().holds(admin))
                .map(Fact::what)
                .toList();
    }

    private void load(HttpCalls admin, int ms, NodeProcess node, boolean databaseToo) throws Exception {
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random own = new Random(random.nextLong());
            people.add(Thread.ofPlatform().daemon().start(() -> work(admin, own)));
        }
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        int before = facts.size();
        while (facts.size() == before && System.nanoTime() < patience) { // a cold node takes its time
            Thread.sleep(5);
        }
        Thread.sleep(ms);
        kill(node, databaseToo);
        for (Thread person : people) {
            person.join(Duration.ofSeconds(90));
        }
    }

    /** Until the node is gone. */
    private void work(HttpCalls admin, Random own) {
        try {
            while (true) {
                String patient = acknowledged(admin.post("/patients", Map.of("name", "N")), 201)
                        .id();
                String before = visit(admin, patient, own);
                String after = visit(admin, patient, own);
                agree(admin, patient);
                Reply started = acknowledged(
                        admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after)), 202);
                comparisons.put(started.id(), true);
                acknowledged.get("comparison").incrementAndGet();
                review(admin, started.id());
            }
        } catch (IllegalStateException e) {
            // the node is gone: what was under way was not acknowledged
        }
    }

    private String visit(HttpCalls admin, String patient, Random own) {
        String visit = acknowledged(admin.post("/patients/" + patient + "/visits", Map.of()), 201)
                .id();
        byte[] photo = FakeLine.photo(1 + own.nextInt(255));
        String id = acknowledged(admin.upload("/visits/" + visit + "/photos/rest", photo), 201)
                .id();
        Digest digest = Digest.of(photo);
        keep("photo", "photo " + id, look -> {
            Reply original = look.get("/photos/" + id + "/original");
            return original.status() == 200
                    && Digest.of(original.bytes()).equals(digest)
                    && look.get("/photos/" + id).status() == 200
                    && look.get("/photos/" + id + "/thumbnail").status() == 200
                    && look.get("/visits/" + visit + "/photos").text().contains(id);
        });
        return visit;
    }

    private void agree(HttpCalls admin, String patient) {
        acknowledged(
                admin.put("/patients/" + patient + "/consent", Map.of("purpose", "research", "granted", true)), 200);
        keep(
                "consent",
                "consent of " + patient,
                look -> look.get("/patients/" + patient + "/consent").text().contains("research"));
    }

    private void review(HttpCalls admin, String comparison) {
        Reply now = admin.get("/comparisons/" + comparison);
        for (int i = 0; i < 40 && !now.json().path("status").asString("").equals("done"); i++) {
            now = acknowledged(admin.get("/comparisons/" + comparison), 200);
        }
        if (now.json().path("status").asString("").equals("done")) {
            String word = "word " + comparison;
            Reply reviewed = admin.put(
                    "/comparisons/" + comparison + "/review",
                    Map.of("notes", word, "decision", "accept"),
                    "If-Match",
                    now.header("ETag"));
            acknowledged(reviewed, 200);
            keep("review", "review of " + comparison, look -> {
                JsonNode review = look.get("/comparisons/" + comparison).json().path("review");
                return review.path("notes").asString("").equals(word);
            });
        }
    }

    private void keep(String kind, String what, Look look) {
        facts.add(new Fact(what, look));
        acknowledged.get(kind).incrementAndGet();
    }

    /** @throws IllegalStateException for anything else: while a node goes, it may answer that parts of it are away */
    private static Reply acknowledged(Reply reply, int status) {
        if (reply.status() == status) {
            return reply;
        }
        if (reply.status() != 503) {
            System.err.println(
                    "unexpected: " + reply.status() + " " + reply.response().uri() + " " + reply.text());
        }
        throw new IllegalStateException("not acknowledged: " + reply.status());
    }

    private NodeProcess start() throws IOException {
        List<String> jvm = List.of(
                "-Xmx300m",
                "-XX:+AutoCreateSharedArchive", // loaded classes, for quick starts
                "-XX:SharedArchiveFile=" + folder.resolve("node.jsa"),
                "-Dslow=100");
        List<String> options = List.of("--requests-per-minute=1000000", "--data=" + folder);
        return NodeProcess.start(NodeProcess.command(jvm, options), folder.resolve("node.log"));
    }

    private void kill(NodeProcess node, boolean databaseToo) throws IOException {
        Optional<ProcessHandle> postgres = databaseToo ? postgres() : Optional.empty();
        node.kill();
        if (postgres.isPresent()) {
            List<ProcessHandle> all =
                    new ArrayList<>(postgres.get().descendants().toList());
            all.add(postgres.get());
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(handle -> handle.onExit().join());
        }
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        Path pid = folder.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                : Optional.empty();
    }

    static KillRounds inside(Path folder) {
        return new KillRounds(folder, new SecureRandom().nextLong());
    }
}
