package rhytid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhytid.comparison.Comparer;
import rhytid.comparison.Comparison;
import rhytid.comparison.Turns;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.report.ComparisonJson;
import rhytid.report.LayersJson;
import rhytid.report.ServicePictures;

/**
 * How long a 12-megapixel pair takes from its files' bytes to the finished comparison, beside what others take for
 * parts of that: {@code mvn -q -Pbench process-test-classes -Dbench.main=rhytid.bench.Speed}. With {@code memory}
 * ({@code -Dbench.only=memory}) it compares four pairs at once instead and prints the process's largest memory.
 */
public final class Speed {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 15;
    private static final int AT_ONCE = 4;

    private final PhotoReader reader = new PhotoReader();
    private final Map<String, List<Double>> msByStage = new LinkedHashMap<>();

    private Speed() {}

    /** @throws IOException if a photo cannot be written or read */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<SpeedPhotos> pairs = SpeedPhotos.all();
        Models models = Models.open(Path.of("models"));
        if (Arrays.asList(args).contains("memory")) {
            new Speed().fourAtOnce(models, pairs);
        } else {
            double ms = new Speed().oneByOne(models, pairs);
            SpeedPeers.print(pairs.getFirst(), ms);
        }
    }

    /** Returns the median of a pair without pictures. */
    private double oneByOne(Models models, List<SpeedPhotos> pairs) throws IOException {
        try (FaceFinder finder = new FaceFinder(models)) {
            Comparer comparer = new Comparer(finder);
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                if (i == WARM_UP) {
                    msByStage.clear();
                }
                compare(comparer, pairs.get(i % pairs.size()));
            }
        }
        System.out.printf("| stage | median (ms) | least | most | n |%n|---|---:|---:|---:|---:|%n");
        msByStage.forEach((stage, ms) -> {
            double[] sorted = ms.stream().mapToDouble(d -> d).sorted().toArray();
            System.out.printf(
                    "| %s | %.0f | %.0f | %.0f | %d |%n",
                    stage, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted.length);
        });
        return median(msByStage.getOrDefault("pair without pictures", List.of()));
    }

    private void compare(Comparer comparer, SpeedPhotos pair) throws IOException {
        List<byte[]> files = List.of(Files.readAllBytes(pair.before()), Files.readAllBytes(pair.after()));
        long start = System.nanoTime();
        List<Reading> readings =
                files.parallelStream().map(bytes -> reader.read("photo", bytes)).toList();
        note("decoding both", start);
        long[] stepFrom = {System.nanoTime()};
        String[] step = {""};
        try (Comparison comparison = comparer.compareReadings(
                Map.of(Expression.REST, readings.getFirst()),
                Map.of(Expression.REST, readings.getLast()),
                (share, next) -> {
                    if (!step[0].isEmpty()) {
                        note(step[0], stepFrom[0]);
                    }
                    step[0] = next;
                    stepFrom[0] = System.nanoTime();
                })) {
            ComparisonJson.write(comparison);
            note("pair without pictures", start);
            if (!comparison.comparable()) {
                throw new IllegalStateException("refused: " + comparison.refusals());
            }
            long pictures = System.nanoTime();
            // As the service does.
            ForkJoinTask<String> layers = ForkJoinPool.commonPool().submit(() -> LayersJson.write(comparison));
            ServicePictures.of(comparison);
            layers.join();
            note("overlays and derivatives", pictures);
            note("pair with overlays and derivatives", start);
        }
    }

    private void note(String stage, long sinceNanos) {
        msByStage.computeIfAbsent(stage, s -> new ArrayList<>()).add((System.nanoTime() - sinceNanos) / 1e6);
    }

    private static double median(List<Double> ms) {
        return ms.stream().sorted().skip(ms.size() / 2).findFirst().orElse(Double.NaN);
    }

    /** As the service does: four are asked for, and hold their photos in turn. */
    private static void inTurn(Comparer comparer, SpeedPhotos pair) {
        Turns.PAIRS.take(() -> {
            try {
                new Speed().compare(comparer, pair);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return pair;
        });
    }

    private void fourAtOnce(Models models, List<SpeedPhotos> pairs) throws IOException, InterruptedException {
        try (FaceFinder finder = new FaceFinder(models)) {
            Comparer comparer = new Comparer(finder);
            List<Thread> threads = IntStream.range(0, AT_ONCE)
                    .mapToObj(t -> Thread.ofPlatform().start(() -> {
                        for (int i = 0; i < 4; i++) {
                            inTurn(comparer, pairs.get((t + i) % pairs.size()));
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM"))
                    .forEach(line -> System.out.println("four pairs at once, " + line));
        }
    }
}
