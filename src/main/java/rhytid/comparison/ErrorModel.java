package rhytid.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import rhytid.measure.MeasureKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * By how much a measure scatters between two photos of an unchanged face beyond what each photo's own standard errors
 * explain: camera, light and set-up differ in ways that one photo can't tell. Read from {@code between-shot.json},
 * which says from which pictures it was estimated, how and when.
 */
public final class ErrorModel {

    private static final String RESOURCE = "between-shot.json";

    private static final double NORMAL_95 = 1.96;

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

    /**
     * Standard deviation of one photo, in the measure's unit.
     *
     * @throws IllegalArgumentException if the model does not know the measure
     */
    public double betweenShots(MeasureKey key) {
        return number("measures", key.measure().group() + "." + key.measure().key());
    }

    /** Standard deviation of one photo's line index, as a share of the index. */
    public double betweenShotsOfLines() {
        return number("lines", "lineIndex");
    }

    /** Standard error of the difference of two photos of one person. */
    double errorOfChange(double before, double after, double betweenShots) {
        return Math.sqrt(before * before + after * after + 2 * betweenShots * betweenShots);
    }

    /**
     * The smallest change that retaking the photo would not make in 95 of 100 cases: 1.96·√2·SEM, the SEM being the
     * error of one photo.
     */
    double mdc95(double before, double after, double betweenShots) {
        double sem = Math.sqrt((before * before + after * after) / 2 + betweenShots * betweenShots);
        return NORMAL_95 * Math.sqrt(2) * sem;
    }

    private double number(String group, String key) {
        JsonNode node = data.path(group).path(key);
        if (!node.isNumber() || node.asDouble() < 0) {
            throw new IllegalArgumentException(RESOURCE + " says nothing about " + group + " " + key);
        }
        return node.asDouble();
    }
}
