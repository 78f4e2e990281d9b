package rhytid.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import rhytid.face.Expression;

/**
 * Whether memory grows with the number of comparisons: so many go through the line of one process, and after each batch
 * its resident memory, the heap that is left after a collection, and the memory that native code holds are written
 * down. What they grow by is the slope of a straight line through all samples after the first {@value #WARM}
 * comparisons.
 */
final class FlatMemory {

    private static final int BATCH = Integer.getInteger("batch", 50);
    private static final int WARM = 300;

    /** Longer side of the photos, in pixels: eyes about 180 px apart. */
    private static final int PHOTO_PX = 900;

    /** Of Student's distribution, two-sided 95 %, for ten degrees of freedom and more: the wider of them. */
    private static final double STUDENT = 2.23;

    private FlatMemory() {}

    /**
     * After so many comparisons, in MB.
     *
     * @param resident all of the process
     * @param heap live objects of Java
     * @param taken what was allocated and not given back by native code, OpenCV's above all
     */
    private record Sample(int comparisons, double resident, double heap, double taken) {}

    static void measure(int comparisons) throws Exception {
        Map<Expression, byte[]> before = reduced("baseline");
        Map<Expression, byte[]> after = reduced("follow-up");
        List<Sample> samples = new ArrayList<>();
        try (TestNode node = TestNode.measuring()) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String first = visit(admin, patient, before);
            String second = visit(admin, patient, after);
            long start = System.nanoTime();
            System.out.println(
                    "| comparisons | resident MB | heap MB | native MB | seconds |\n|---:|---:|---:|---:|---:|");
            for (int done = 0; done < comparisons; done += BATCH) {
                batch(admin, first, second);
                Sample sample = sample(done + BATCH);
                samples.add(sample);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.1f | %.2f | %.3f | %d |%n",
                        sample.comparisons(),
                        sample.resident(),
                        sample.heap(),
                        sample.taken(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
        }
        slope("resident", samples, Sample::resident);
        slope("heap", samples, Sample::heap);
        slope("native", samples, Sample::taken);
    }

    private static void batch(HttpCalls admin, String first, String second) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            ids.add(admin.post("/comparisons", Map.of("baselineVisit", first, "followUpVisit", second))
                    .is(202)
                    .id());
        }
        for (String id : ids) {
            String status = "queued";
            while (status.matches("queued|running")) {
                TimeUnit.MILLISECONDS.sleep(100);
                status = status(admin, id);
            }
            if (!status.equals("done")) {
                throw new IllegalStateException("a comparison ended as " + status);
            }
        }
    }

    /** A process that was halted for a while finds its call over time: asked again, it says. */
    private static String status(HttpCalls admin, String id) {
        try {
            return admin.get("/comparisons/" + id).is(200).json().get("status").asString();
        } catch (IllegalStateException e) {
            return "running";
        }
    }

    private static Sample sample(int comparisons) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime java = Runtime.getRuntime();
        double heap = (java.totalMemory() - java.freeMemory()) / 1e6;
        return new Sample(comparisons, resident(), heap, NativeHeap.taken() / 1e6);
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1e3;
    }

    private static void slope(String what, List<Sample> samples, ToDoubleFunction<Sample> value) {
        List<Sample> warm = samples.stream().filter(s -> s.comparisons() > WARM).toList();
        double meanX = warm.stream().mapToInt(Sample::comparisons).average().orElseThrow();
        double meanY = warm.stream().mapToDouble(value).average().orElseThrow();
        double sxx = warm.stream()
                .mapToDouble(s -> Math.pow(s.comparisons() - meanX, 2))
                .sum();
        double sxy = warm.stream()
                .mapToDouble(s -> (s.comparisons() - meanX) * (value.applyAsDouble(s) - meanY))
                .sum();
        double slope = sxy / sxx;
        double left = warm.stream()
                .mapToDouble(s -> Math.pow(value.applyAsDouble(s) - meanY - slope * (s.comparisons() - meanX), 2))
                .sum();
        double error = STUDENT * Math.sqrt(left / (warm.size() - 2) / sxx);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MB, %+.2f MB in 1000 comparisons (95 %%: %+.2f to %+.2f)%n",
                what,
                meanY,
                1000 * slope,
                1000 * (slope - error),
                1000 * (slope + error));
    }

    private static Map<Expression, byte[]> reduced(String visit) {
        Map<Expression, byte[]> photos = new EnumMap<>(Expression.class);
        photos.put(Expression.REST, QuickLine.small(QuickLine.photos(visit).get(Expression.REST), PHOTO_PX));
        return photos;
    }

    private static String visit(HttpCalls admin, String patient, Map<Expression, byte[]> photos) {
        String visit = admin.post(
                        "/patients/" + patient + "/visits",
                        Map.of(
                                "expressions",
                                photos.keySet().stream().map(Expression::key).toList()))
                .is(201)
                .id();
        photos.forEach((expression, photo) -> admin.upload("/visits/" + visit + "/photos/" + expression.key(), photo)
                .is(201));
        return visit;
    }
}
