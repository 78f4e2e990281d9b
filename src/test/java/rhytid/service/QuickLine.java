package rhytid.service;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import rhytid.app.ServiceParts;
import rhytid.clinic.FaceOutline;
import rhytid.clinic.PhotoAsked;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoIntake;
import rhytid.face.Expression;
import rhytid.jobs.ComparisonWork;
import rhytid.jobs.JobSettings;
import tools.jackson.databind.JsonNode;

/**
 * Fills a clinic quickly: takes photos in without looking at them, and answers every comparison with what the real line
 * once gave for the sample photos: the whole JSON and layers, with pictures that are small.
 */
final class QuickLine implements PhotoIntake, ComparisonWork {

    private static final int SMALL_PX = 160;

    /** Sample pairs to take each expression's photos from; they are of several people. */
    private static final Map<Expression, String> PAIRS = new EnumMap<>(Map.of(
            Expression.REST, "01-full-improvement",
            Expression.BROW_RAISE, "02-partial-improvement",
            Expression.FROWN, "01-full-improvement",
            Expression.SMILE, "03-no-change"));

    /** No sample shows it: a face at rest stands in for it. */
    private static final Expression MISSING = Expression.CHIN;

    private final Compared given;
    private final Map<Integer, byte[]> smaller = new LinkedHashMap<>();

    QuickLine() throws Exception {
        Compared whole = ServiceParts.measuring(Path.of("models"), JobSettings.USUAL)
                .work()
                .compare(photos("baseline"), photos("follow-up"), null, share -> {});
        byte[] picture = small(photos("baseline").get(Expression.REST), SMALL_PX);
        given = new Compared(
                whole.comparable(),
                whole.json(),
                whole.images().keySet().stream().collect(Collectors.toMap(name -> name, name -> picture)),
                whole.layers());
    }

    /** The sample photos of a visit: {@code baseline} or {@code follow-up}. */
    static Map<Expression, byte[]> photos(String visit) {
        Map<Expression, byte[]> photos = new EnumMap<>(Expression.class);
        PAIRS.forEach((expression, pair) -> photos.put(expression, photo(pair, visit, expression)));
        photos.put(MISSING, photo(PAIRS.get(Expression.REST), visit, Expression.REST));
        return photos;
    }

    private static byte[] photo(String pair, String visit, Expression expression) {
        try {
            return Files.readAllBytes(Path.of("sample-images", pair, visit, expression.key() + ".jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every comparison gives. */
    Compared given() {
        return given;
    }

    @Override
    public Intake take(byte[] content) {
        return new Intake.Taken(
                1600, 2000, "jpeg", null, content, smaller(content, PREVIEW_PX), smaller(content, THUMBNAIL_PX));
    }

    @Override
    public PhotoCheck check(byte[] content, PhotoAsked asked) {
        return new PhotoCheck(PhotoCheck.Verdict.FIT, List.of(), List.of());
    }

    @Override
    public Optional<FaceOutline> outline(byte[] content) {
        return Optional.empty();
    }

    @Override
    public Compared compare(
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            @Nullable JsonNode corrections,
            DoubleConsumer progress) {
        return given;
    }

    /** There are few different photos: each is made smaller once. */
    private synchronized byte[] smaller(byte[] content, int longest) {
        return smaller.computeIfAbsent(
                31 * java.util.Arrays.hashCode(content) + longest, key -> small(content, longest));
    }

    static byte[] small(byte[] content, int longest) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
            double scale = (double) longest / Math.max(image.getWidth(), image.getHeight());
            BufferedImage small = new BufferedImage(
                    (int) Math.round(image.getWidth() * scale),
                    (int) Math.round(image.getHeight() * scale),
                    BufferedImage.TYPE_INT_RGB);
            small.createGraphics().drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
            return FakeLine.jpeg(small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
