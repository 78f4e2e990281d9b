package rhytid.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import rhytid.TemporaryFolders;
import rhytid.TestDatabase;
import rhytid.database.DatabaseAddress;
import rhytid.face.Expression;
import rhytid.jobs.ComparisonJobs;
import rhytid.jobs.ComparisonWork;
import rhytid.storage.Digest;
import rhytid.storage.FilePhotoStore;
import rhytid.storage.PhotoStore;
import rhytid.storage.Shelf;

/** How many comparisons are done in a second by more and more workers. */
final class Throughput {

    private static final int PHOTO_PX = 900;
    private static final int WORKERS_OF_A_NODE = 2;
    private static final int CONNECTIONS = 50;

    private Throughput() {}

    /**
     * One process on one core, then two on one core each; real comparisons of a pair at rest.
     *
     * @param seconds that are counted of each, after the processes have warmed up
     */
    static void ofProcesses(int seconds) throws Exception {
        DatabaseAddress database = TestDatabase.create();
        Path folder = TemporaryFolders.create("rhytid-line");
        try (LineOfWork line = new LineOfWork(database, new FilePhotoStore(folder), 4)) {
            byte[] before = QuickLine.small(QuickLine.photos("baseline").get(Expression.REST), PHOTO_PX);
            byte[] after = QuickLine.small(QuickLine.photos("follow-up").get(Expression.REST), PHOTO_PX);
            line.fill(1500, before, after);
            List<Process> workers = new ArrayList<>();
            try {
                double[] rates = new double[2];
                for (int i = 0; i < 2; i++) {
                    workers.add(worker(i, database, folder));
                    Thread.sleep(Duration.ofSeconds(35)); // compiles
                    long done = line.done();
                    long start = System.nanoTime();
                    Thread.sleep(Duration.ofSeconds(seconds));
                    rates[i] = (line.done() - done) / ((System.nanoTime() - start) / 1e9);
                    System.out.printf(Locale.ROOT, "%d process(es): %.3f comparisons a second%n", i + 1, rates[i]);
                }
                System.out.printf(Locale.ROOT, "ratio %.2f; %s%n", rates[1] / rates[0], line.states());
            } finally {
                workers.forEach(Process::destroyForcibly);
            }
        }
    }

    private static Process worker(int core, DatabaseAddress database, Path folder) throws IOException {
        return new ProcessBuilder(
                        "taskset",
                        "-c",
                        String.valueOf(core),
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LineOfWork.Worker.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Scale.FOLDER.resolve("worker-" + core + ".log").toFile())
                .start();
    }

    /**
     * So many nodes' workers on the queue's own tables: each claims, reads its photos' rows, waits as long as a
     * comparison takes, and finishes with two pictures. Photos' bytes are in memory; the nodes share a pool of
     * connections, as behind a pooler.
     *
     * @param workMs what a comparison takes
     */
    static void ofNodes(int workMs, int seconds) throws Exception {
        System.out.printf(
                "each comparison takes %d ms; %d workers a node; %d connections in all%n"
                        + "| nodes | comparisons/s | of what was possible | claim p50 ms | p95 | p99 | waits for locks, mean |%n"
                        + "|---:|---:|---:|---:|---:|---:|---:|%n",
                workMs, WORKERS_OF_A_NODE, CONNECTIONS);
        try (LineOfWork line = new LineOfWork(TestDatabase.create(), new Memory(), CONNECTIONS)) {
            for (int nodes : new int[] {1, 2, 5, 10, 20, 50}) {
                int enough = (int) (1.3 * nodes * WORKERS_OF_A_NODE * (seconds + 12) * 1000L / workMs) + 20;
                line.fill(enough, FakeLine.photo(1), FakeLine.photo(2));
                run(line, nodes, workMs, seconds);
                line.empty();
            }
        }
    }

    private static void run(LineOfWork line, int nodes, int workMs, int seconds) throws Exception {
        Waiting work = new Waiting(workMs);
        List<ComparisonJobs> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            all.add(line.node(WORKERS_OF_A_NODE, work));
        }
        Thread.sleep(Duration.ofSeconds(4));
        work.idle.clear();
        long done = line.done();
        long start = System.nanoTime();
        long locks = 0;
        int looks = 0;
        while (System.nanoTime() - start < Duration.ofSeconds(seconds).toNanos()) {
            locks += line.waitingForLocks();
            looks++;
            Thread.sleep(100);
        }
        double took = (System.nanoTime() - start) / 1e9;
        double rate = (line.done() - done) / took;
        double[] idle =
                work.idle.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.0f %% | %.0f | %.0f | %.0f | %.2f |%n",
                nodes,
                rate,
                100 * rate * workMs / 1000 / (nodes * WORKERS_OF_A_NODE),
                at(idle, 0.5),
                at(idle, 0.95),
                at(idle, 0.99),
                (double) locks / looks);
        List<Thread> closing =
                all.stream().map(jobs -> Thread.startVirtualThread(jobs::close)).toList();
        for (Thread one : closing) {
            one.join();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /**
     * Takes its time and does nothing. Notes how long a worker stood still: from the end of one comparison to the
     * beginning of the next on the same thread of the queue, with all that is written and read in between.
     */
    private static final class Waiting implements ComparisonWork {

        private final int ms;
        final List<Double> idle = Collections.synchronizedList(new ArrayList<>());
        private final java.util.concurrent.ConcurrentLinkedQueue<Long> ended =
                new java.util.concurrent.ConcurrentLinkedQueue<>();

        Waiting(int ms) {
            this.ms = ms;
        }

        @Override
        public Compared compare(
                Map<Expression, byte[]> baseline,
                Map<Expression, byte[]> followUp,
                tools.jackson.databind.JsonNode corrections,
                java.util.function.DoubleConsumer progress)
                throws Exception {
            Long before = ended.poll(); // who stood still longest begins first
            if (before != null) {
                idle.add((System.nanoTime() - before) / 1e6);
            }
            Thread.sleep(ms);
            ended.add(System.nanoTime());
            return new Compared(
                    true,
                    FakeLine.RESULT,
                    Map.of("rest-before.jpg", new byte[] {1}, "rest-after.jpg", new byte[] {2}),
                    null);
        }
    }

    /** Objects in memory. */
    private static final class Memory implements PhotoStore {

        private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

        @Override
        public void prepare() {}

        @Override
        public Digest put(Shelf shelf, String key, byte[] content, String contentType) {
            objects.put(key, content);
            return Digest.of(content);
        }

        @Override
        public byte[] read(Shelf shelf, String key, Digest expected) {
            return Optional.ofNullable(objects.get(key)).orElseThrow();
        }

        @Override
        public void delete(Shelf shelf, String key) {
            objects.remove(key);
        }

        @Override
        public List<String> list(Shelf shelf, String prefix) {
            return List.copyOf(objects.keySet());
        }

        @Override
        public String kind() {
            return "memory";
        }

        @Override
        public OptionalLong freeBytes() {
            return OptionalLong.empty();
        }

        @Override
        public boolean reachable() {
            return true;
        }

        @Override
        public void close() {}
    }
}
