package rhytid.service;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageIO;
import rhytid.clinic.FaceOutline;
import rhytid.clinic.PhotoAsked;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoCheck.Objection;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.clinic.PhotoIntake;
import rhytid.face.Expression;
import rhytid.geometry.Point;
import rhytid.jobs.ComparisonWork;
import tools.jackson.databind.JsonNode;

/** A stand-in for the measuring line: quick, and told what to do. */
public class FakeLine implements PhotoIntake, ComparisonWork {

    /** For {@link #takesMs}: until it is told otherwise. */
    static final long FAR_TOO_LONG_MS = 60_000;

    static final String RESULT = """
            {"schema": "rhytid.comparison/1", "verdict": "comparable", "refusals": [], "warnings": [],
             "expressions": {"rest": {"landmarks": {
               "baseline": {"right": {"browPupil": [120.5, 200], "pupil": [121, 240]}, "left": {"pupil": [250, 240]}},
               "followUp": {"right": {"browPupil": [122, 198.2], "pupil": [121, 240]}, "left": {"pupil": [250, 240]}}},
               "symmetry": {"index": {"unit": "mm", "before": 1.2, "after": 0.4,
               "change": -0.8, "ci95": [-1.1, -0.5], "mdc95": 0.4, "significant": true}}}}, "findings": []}""";

    private static final String REFUSED = """
            {"schema": "rhytid.comparison/1", "verdict": "not-comparable", "warnings": [], "expressions": {},
             "refusals": [{"code": "pair-yaw", "message": "The heads are turned differently.", "value": 9, "limit": 5,
               "photo": "follow-up/rest"}], "findings": []}""";

    private static final String LAYERS = """
            {"schema": "rhytid.layers/1", "expressions": {}}""";

    final AtomicInteger compared = new AtomicInteger();
    volatile boolean broken;
    volatile boolean refuses;
    volatile long slowCheckMs;
    volatile boolean blind;

    /** What was compared last. */
    volatile Map<Expression, byte[]> lastFollowUp = Map.of();

    /** The most photos that were looked at in one moment. */
    final AtomicInteger checking = new AtomicInteger();

    /** The most comparisons that were worked on in one moment. */
    final AtomicInteger comparing = new AtomicInteger();

    private final AtomicInteger looking = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private long takesMs;

    /** How long a comparison takes from now on, one under way too. */
    synchronized void takesMs(long ms) {
        takesMs = ms;
        notifyAll();
    }

    private synchronized void takeTime() throws InterruptedException {
        long start = System.nanoTime();
        for (long left = takesMs;
                left > 0;
                left = takesMs - Duration.ofNanos(System.nanoTime() - start).toMillis()) {
            wait(left);
        }
    }

    /** A JPEG of one colour. */
    static byte[] photo(int grey) {
        BufferedImage image = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(grey, grey, grey));
        pen.fillRect(0, 0, 400, 600);
        pen.dispose();
        return jpeg(image);
    }

    @Override
    public Intake take(byte[] content) {
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (image == null) {
            return new Intake.NotTaken("not-a-photo", "This is no photo.");
        }
        return new Intake.Taken(
                image.getWidth(), image.getHeight(), "jpeg", null, jpeg(image), small(image, 200), small(image, 40));
    }

    /** Fit, unless it is all black, or {@link #blind}; as slow as told. */
    @Override
    public PhotoCheck check(byte[] content, PhotoAsked asked) {
        checking.accumulateAndGet(looking.incrementAndGet(), Math::max);
        try {
            Thread.sleep(slowCheckMs);
            if (blind) {
                throw new IllegalStateException("the look failed");
            }
            int grey = ImageIO.read(new ByteArrayInputStream(content)).getRGB(0, 0) & 0xFF;
            return grey > 0
                    ? new PhotoCheck(
                            Verdict.FIT, List.of(), List.of(new Objection("face-small", "Small.", 200.0, 320.0)))
                    : new PhotoCheck(
                            Verdict.UNFIT, List.of(new Objection("no-face", "No face.", null, null)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            looking.decrementAndGet();
        }
    }

    /** A face in the middle. */
    @Override
    public Optional<FaceOutline> outline(byte[] content) {
        List<Point> diamond = List.of(
                new Point(0.33, 0.2),
                new Point(0.5, 0.45),
                new Point(0.33, 0.75),
                new Point(0.16, 0.45),
                new Point(0.33, 0.2));
        return Optional.of(new FaceOutline(0.667, List.of(diamond)));
    }

    @Override
    public Compared compare(
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            JsonNode corrections,
            DoubleConsumer progress)
            throws Exception {
        compared.incrementAndGet();
        lastFollowUp = followUp;
        progress.accept(0.5);
        comparing.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            takeTime();
        } finally {
            working.decrementAndGet();
        }
        if (broken) {
            throw new IllegalStateException("poisoned");
        }
        String with =
                corrections == null ? RESULT : RESULT.replaceFirst("}$", ", \"corrections\": " + corrections + "}");
        if (refuses) {
            return new Compared(false, REFUSED, Map.of(), null);
        }
        return new Compared(true, with, Map.of("rest-after.jpg", photo(90)), LAYERS);
    }

    private static byte[] small(BufferedImage image, int width) {
        BufferedImage small = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        small.createGraphics().drawImage(image, 0, 0, width, width, null);
        return jpeg(small);
    }

    static byte[] jpeg(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
