package rhytid.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import rhytid.measure.MeasureKey;
import rhytid.measure.Movement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the error of a change follows from the errors of two photos. Each measure's {@link Terms} are read from
 * {@code between-shot.json}, which says from which pictures they were estimated, how and when; nothing of it stands in
 * code.
 */
public final class ErrorModel {

    private static final String RESOURCE = "between-shot.json";

    private static final double NORMAL_95 = 1.96;

    /**
     * Of one measure.
     *
     * @param own how much of the photos' own standard errors is seen between two photos of one person, as a factor:
     *     below 1 where they partly err alike, so that the change does not show it
     * @param betweenShots standard deviation of one photo beyond those, in the measure's unit (lines: as a share):
     *     camera, light and set-up differ in ways that one photo can't tell
     * @param ofChange standard deviation of the share of a change that is missed or added
     */
    public record Terms(double own, double betweenShots, double ofChange) {
        public Terms {
            if (!(own >= 0 && betweenShots >= 0 && ofChange >= 0)) {
                throw new IllegalArgumentException(own + ", " + betweenShots + ", " + ofChange);
            }
        }

        /**
         * Standard error of the difference of two photos of one person.
         *
         * @param before standard error of the first by what it shows itself
         * @param after of the second
         * @param change their difference
         */
        public double errorOfChange(double before, double after, double change) {
            return Math.hypot(errorOfNoChange(before, after), ofChange * change);
        }

        /**
         * The smallest change that retaking the photo would not make in 95 of 100 cases: 1.96·√2·SEM, the SEM being the
         * error of one photo.
         */
        public double mdc95(double before, double after) {
            return NORMAL_95 * errorOfNoChange(before, after);
        }

        private double errorOfNoChange(double before, double after) {
            return Math.sqrt(own * own * (before * before + after * after) + 2 * betweenShots * betweenShots);
        }
    }

    private final JsonNode data;

    private ErrorModel(JsonNode data) {
        this.data = data;
    }

    /** The model that ships with the program. */
    public static ErrorModel shipped() {
        try (InputStream in = ErrorModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new ErrorModel(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From which pictures, how and when it was estimated. */
    public String origin() {
        return data.path("about").asString();
    }

    /** @throws IllegalArgumentException if the model does not know the measure */
    public Terms of(MeasureKey key) {
        return terms(key.measure().group() + "." + key.measure().key());
    }

    /** Of a region's line index, as shares of it. */
    public Terms ofLines() {
        return terms("lines.lineIndex");
    }

    /** Of a movement on one day. */
    public Terms of(Movement movement) {
        return terms("movement." + movement.key());
    }

    private Terms terms(String name) {
        JsonNode node = data.path("measures").path(name);
        return new Terms(number(node, name, "own"), number(node, name, "betweenShots"), number(node, name, "ofChange"));
    }

    private static double number(JsonNode node, String name, String key) {
        if (!node.path(key).isNumber()) {
            throw new IllegalArgumentException(RESOURCE + " says nothing about " + name + " " + key);
        }
        return node.path(key).asDouble();
    }
}
